import Glibc

/// Runs the jobs of one actor, in order, on one thread of its own.
///
/// libpq calls wait for the network. Waiting on this thread leaves the cooperative pool free, and one
/// wake-up of a condition variable is the cheapest way there and back.
final class ThreadExecutor: SerialExecutor, @unchecked Sendable {  // everything mutable is guarded by `lock`
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var queued: [Work] = []
    private var isStopped = false
    private var isAsleep = false
    private var thread = pthread_t()

    /// **Throws** `.connectionFailed` when the system refuses a thread.
    init() throws(PQError) {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(wake, nil)
        queued.reserveCapacity(8)
        guard DetachedThread.start({ self.loop() }) else {
            throw .connectionFailed(ConnectionFault(settings: [.threadLimit], sqlState: nil, message: "no thread"))
        }
    }

    deinit {
        pthread_mutex_destroy(lock)
        pthread_cond_destroy(wake)
        lock.deallocate()
        wake.deallocate()
    }

    /// A job of the actor, or one of a task that prefers to run here.
    private enum Work {
        case isolated(UnownedJob)
        case guest(UnownedJob, ThreadTaskExecutor)
    }

    func enqueue(_ job: consuming ExecutorJob) { enqueue(.isolated(UnownedJob(job))) }

    func enqueue(_ job: UnownedJob, for guest: ThreadTaskExecutor) { enqueue(.guest(job, guest)) }

    private func enqueue(_ work: Work) {
        pthread_mutex_lock(lock)
        queued.append(work)
        let mustWake = isAsleep
        isAsleep = false
        pthread_mutex_unlock(lock)
        if mustWake { pthread_cond_signal(wake) }
    }

    /// Lets the thread end once its jobs are done; called when the last connection on it goes.
    func stop() {
        pthread_mutex_lock(lock)
        isStopped = true
        pthread_mutex_unlock(lock)
        pthread_cond_signal(wake)
    }

    func checkIsolated() {
        pthread_mutex_lock(lock)
        let isHere = pthread_equal(pthread_self(), thread) != 0
        pthread_mutex_unlock(lock)
        precondition(isHere, "not on the connection's thread")
    }

    private func loop() {
        pthread_mutex_lock(lock)
        thread = pthread_self()
        pthread_mutex_unlock(lock)
        var running: [Work] = []
        running.reserveCapacity(8)
        while true {
            pthread_mutex_lock(lock)
            while queued.isEmpty && !isStopped {
                isAsleep = true
                pthread_cond_wait(wake, lock)
            }
            isAsleep = false
            swap(&queued, &running)
            pthread_mutex_unlock(lock)
            if running.isEmpty { return }
            for work in running {
                switch work {
                case .isolated(let job): job.runSynchronously(on: asUnownedSerialExecutor())
                case .guest(let job, let executor): job.runSynchronously(on: executor.asUnownedTaskExecutor())
                }
            }
            running.removeAll(keepingCapacity: true)
        }
    }
}
