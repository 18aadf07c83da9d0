import Glibc

/// A thread that nobody joins.
enum DetachedThread {
    /// Runs `body` on a new thread; false when the system refuses one.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let box = Unmanaged.passRetained(Body(run: body)).toOpaque()
        let code = create(entry, box)
        if code != 0 { Unmanaged<Body>.fromOpaque(box).release() }
        return code == 0
    }

    private typealias Entry = @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private static var entry: Entry {
        { argument in
            if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
            return nil
        }
    }

    // Apart from `start`: in one function the two bring the compiler (6.3.1) down.
    private static func create(_ entry: Entry, _ argument: UnsafeMutableRawPointer) -> Int32 {
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, entry, argument)
        if code == 0 { pthread_detach(thread) }
        return code
    }
}
