internal import CLibCurl

/// Requests to one server, one after another, each over a connection of its own: no answer can be taken for that of the request before.
///
/// The handle keeps the TLS session, which makes the next handshake a short one.
/// Blocks the calling thread; libcurl does the work. Only `https` to the configured host, TLS 1.2 or newer with both sides verified, no
/// redirect, no proxy from the environment, no decompression, every answer bounded in size and time.
struct HTTPSRequester: ~Copyable {
    private let server: HTTPSServer
    private let curl: UnsafeMutableRawPointer

    init(to server: HTTPSServer) {
        self.server = server
        _ = Self.isLibraryReady
        guard let curl = curl_easy_init() else { fatalError("libcurl gives no handle") }
        self.curl = curl
    }

    deinit { curl_easy_cleanup(curl) }

    /// Sends a request and reads the answer.
    ///
    /// - Throws: `HTTPFault` without a whole answer; any status is an answer.
    func send(_ request: HTTPRequest, stopping flag: CancelFlag) throws(HTTPFault) -> HTTPResponse {
        let answer = HTTPAnswer(limits: server.limits, flag: flag)
        let headers = HeaderLines(request.headers)
        let code = request.body.withUnsafeBytes { body in
            set(request, body: body, headers: headers.list, answer: answer)
            return curl_easy_perform(curl)
        }
        guard code == CURLE_OK else { throw fault(code, answer) }
        return HTTPResponse(
            status: Int(anxin_curl_number(curl, CURLINFO_RESPONSE_CODE)), headers: answer.headers, body: answer.body)
    }

    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private func set(
        _ request: HTTPRequest, body: UnsafeRawBufferPointer, headers: UnsafeMutablePointer<curl_slist>?,
        answer: HTTPAnswer
    ) {
        curl_easy_reset(curl)
        text(CURLOPT_URL, server.baseURL + request.path)
        text(CURLOPT_PROTOCOLS_STR, "https")
        text(CURLOPT_REDIR_PROTOCOLS_STR, "")
        number(CURLOPT_FOLLOWLOCATION, 0)
        text(CURLOPT_PROXY, "")
        text(CURLOPT_NOPROXY, "*")
        number(CURLOPT_NETRC, 0)
        number(CURLOPT_FRESH_CONNECT, 1)
        number(CURLOPT_FORBID_REUSE, 1)
        number(CURLOPT_NOSIGNAL, 1)
        number(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        secure()
        limit()
        anxin_curl_set_pointer(curl, CURLOPT_HTTPHEADER, headers)
        if request.method == .post {
            number(CURLOPT_POST, 1)
            number(CURLOPT_POSTFIELDSIZE, body.count)
            anxin_curl_set_pointer(curl, CURLOPT_POSTFIELDS, body.baseAddress)
        }
        answer.receive(from: curl)
    }

    private func secure() {
        number(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        number(CURLOPT_SSL_VERIFYPEER, 1)
        number(CURLOPT_SSL_VERIFYHOST, 2)
        text(CURLOPT_SSLCERT, server.certificateFile)
        text(CURLOPT_SSLKEY, server.certificateKeyFile)
        if let authority = server.authorityFile {
            text(CURLOPT_CAINFO, authority)
            anxin_curl_set_text(curl, CURLOPT_CAPATH, nil)
        }
    }

    private func limit() {
        let limits = server.limits
        number(CURLOPT_CONNECTTIMEOUT_MS, limits.connectMilliseconds)
        number(CURLOPT_TIMEOUT_MS, limits.totalMilliseconds)
        number(CURLOPT_LOW_SPEED_LIMIT, limits.slowestBytesPerSecond)
        number(CURLOPT_LOW_SPEED_TIME, limits.slowSeconds)
        number(CURLOPT_MAXFILESIZE, limits.bodyBytes)
    }

    private func number(_ option: CURLoption, _ value: Int) { anxin_curl_set_number(curl, option, value) }
    private func text(_ option: CURLoption, _ value: String) { anxin_curl_set_text(curl, option, value) }

    private func fault(_ code: CURLcode, _ answer: HTTPAnswer) -> HTTPFault {
        let reason: HTTPFault.Reason =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: .nameNotResolved
            case CURLE_COULDNT_CONNECT: .notConnected
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
                CURLE_SSL_CACERT_BADFILE,
                CURLE_SSL_ISSUER_ERROR:
                .tls
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE: .dropped
            case CURLE_FILESIZE_EXCEEDED: .tooLarge
            case CURLE_WRITE_ERROR where answer.isTooLarge: .tooLarge
            case CURLE_ABORTED_BY_CALLBACK: .cancelled
            default: .other
            }
        return HTTPFault(
            reason: reason, isUnsent: anxin_curl_number(curl, CURLINFO_REQUEST_SIZE) == 0, code: Int(code.rawValue))
    }
}

/// Header lines as libcurl takes them, freed with this.
private struct HeaderLines: ~Copyable {
    let list: UnsafeMutablePointer<curl_slist>?

    init(_ headers: [(name: String, value: String)]) {
        // Without it a body of more than a kilobyte waits a second for a leave that many servers never give.
        var list = curl_slist_append(nil, "Expect:")
        for (name, value) in headers { list = curl_slist_append(list, "\(name): \(value)") }
        self.list = list
    }

    deinit { curl_slist_free_all(list) }
}
