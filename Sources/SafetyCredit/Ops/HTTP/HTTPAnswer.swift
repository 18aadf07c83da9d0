internal import CLibCurl
internal import Foundation

/// Collects an answer as it comes in, and ends the transfer when it grows too large or is no longer wanted.
final class HTTPAnswer {
    private(set) var headers: [String: String] = [:]
    private(set) var body: [UInt8] = []
    private(set) var isTooLarge = false
    private var headerBytes = 0
    private let limits: HTTPSServer.Limits
    private let flag: CancelFlag

    init(limits: HTTPSServer.Limits, flag: CancelFlag) {
        self.limits = limits
        self.flag = flag
    }

    /// Makes this the receiver of a handle's next transfer; it must live until that is over.
    func receive(from curl: UnsafeMutableRawPointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        anxin_curl_set_receiver(curl, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            HTTPAnswer.of(context).take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        anxin_curl_set_pointer(curl, CURLOPT_WRITEDATA, context)
        anxin_curl_set_receiver(curl, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            HTTPAnswer.of(context).take(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        anxin_curl_set_pointer(curl, CURLOPT_HEADERDATA, context)
        anxin_curl_set_watcher(curl) { context, _, _, _, _ in HTTPAnswer.of(context).flag.isSet ? 1 : 0 }
        anxin_curl_set_pointer(curl, CURLOPT_XFERINFODATA, context)
        anxin_curl_set_number(curl, CURLOPT_NOPROGRESS, 0)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> HTTPAnswer {
        Unmanaged<HTTPAnswer>.fromOpaque(context!).takeUnretainedValue()
    }

    /// Takes a piece of the body; fewer bytes taken than came end the transfer.
    private func take(body bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= limits.bodyBytes else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private func take(header bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= limits.headerBytes else {
            isTooLarge = true
            return 0
        }
        let line = String(decoding: bytes, as: UTF8.self)
        guard let colon = line.firstIndex(of: ":") else { return bytes.count }
        headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
            in: .whitespacesAndNewlines)
        return bytes.count
    }
}
