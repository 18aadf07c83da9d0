internal import Glibc

/// Brings the bytes of a text file to UTF-8, or says where they break.
///
/// A mark of byte order decides. Without one the bytes are UTF-8 if they are valid UTF-8, else UTF-16 if a line ends as it does there, else
/// GB18030 if they are valid GB18030.
/// Text that is UTF-8 but for a few bytes is not passed off as GB18030, where it would read as other characters.
enum TextDecoding {
    /// **Throws** `undecodable`, `truncated`.
    static func utf8(of bytes: [UInt8]) throws(TableFileError) -> (bytes: [UInt8], encoding: TableSource.Encoding) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            return (try utf16(bytes, .utf16LittleEndian, after: 2), .utf16LittleEndian)
        }
        if bytes.starts(with: [0xFE, 0xFF]) { return (try utf16(bytes, .utf16BigEndian, after: 2), .utf16BigEndian) }

        let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let survey = UTF8Survey(of: bytes)
        guard let firstFault = survey.firstFault else {
            return (marked ? Array(bytes.dropFirst(3)) : bytes, marked ? .utf8WithMark : .utf8)
        }
        let line = line(of: firstFault, in: bytes)
        if survey.endsInsideCharacter, survey.faults == 1, survey.longCharacters > 0 || marked {
            throw .truncated(row: line)
        }
        if marked || survey.longCharacters > survey.faults {
            throw .undecodable(marked ? .utf8WithMark : .utf8, offset: firstFault, line: line)
        }
        if let encoding = unmarkedUTF16(bytes) { return (try utf16(bytes, encoding, after: 0), encoding) }
        return (try gb18030(bytes), .gb18030)
    }

    /// The byte order that the first line feed shows; GB18030 has no zero bytes.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> TableSource.Encoding? {
        guard bytes.contains(0) else { return nil }
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            switch (bytes[index], bytes[index + 1]) {
            case (0x0A, 0): return .utf16LittleEndian
            case (0, 0x0A): return .utf16BigEndian
            default: continue
            }
        }
        return nil
    }

    private static func gb18030(_ bytes: [UInt8]) throws(TableFileError) -> [UInt8] {
        switch StrictConversion.convert(bytes, from: "GB18030") {
        case .done(let text): return text
        case .invalid(let offset):
            throw .undecodable(.gb18030, offset: offset, line: line(of: offset, in: bytes))
        case .incomplete(let offset): throw .truncated(row: line(of: offset, in: bytes))
        }
    }

    private static func utf16(
        _ bytes: [UInt8], _ encoding: TableSource.Encoding, after mark: Int
    ) throws(TableFileError) -> [UInt8] {
        let body = Array(bytes.dropFirst(mark))
        switch StrictConversion.convert(body, from: encoding.rawValue) {
        case .done(let text): return text
        case .invalid(let offset):
            throw .undecodable(encoding, offset: offset + mark, line: 1 + breaks(utf16: body, offset))
        case .incomplete(let offset): throw .truncated(row: 1 + breaks(utf16: body, offset))
        }
    }

    /// The line of a byte, counted from 1; CRLF is one break.
    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for index in 0..<offset {
            if bytes[index] == 0x0A || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
            {
                line += 1
            }
        }
        return line
    }

    private static func breaks(utf16 body: [UInt8], _ offset: Int) -> Int {
        stride(from: 0, to: offset - 1, by: 2).count { index in
            (body[index] == 0x0A && body[index + 1] == 0) || (body[index] == 0 && body[index + 1] == 0x0A)
        }
    }
}

/// A strict conversion through iconv: the first byte that does not fit ends it.
enum StrictConversion {
    enum Outcome {
        case done([UInt8])
        /// The bytes from this offset are no character of the encoding.
        case invalid(offset: Int)
        /// The text ends inside the character that begins here.
        case incomplete(offset: Int)
    }

    static func convert(_ bytes: [UInt8], from encoding: String) -> Outcome {
        guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
            preconditionFailure("the C library offers \(encoding)")
        }
        defer { iconv_close(converter) }

        var input = bytes
        // Two bytes of GB18030 or UTF-16 give at most three of UTF-8; four give four.
        let capacity = bytes.count * 2 + 16
        var consumed = 0
        var failure: Int32 = 0
        let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
            input.withUnsafeMutableBytes { source in
                var inPointer = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var inLeft = source.count
                var outPointer: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(buffer.baseAddress!)
                    .assumingMemoryBound(to: CChar.self)
                var outLeft = capacity
                if iconv(converter, &inPointer, &inLeft, &outPointer, &outLeft) == -1 { failure = errno }
                consumed = source.count - inLeft
                filled = capacity - outLeft
            }
        }
        switch failure {
        case 0: return .done(output)
        case EINVAL: return .incomplete(offset: consumed)
        default: return .invalid(offset: consumed)
        }
    }
}
