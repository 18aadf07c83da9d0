import Glibc

/// Text in the encoding in which older office systems export it.
enum GB18030 {
    /// The bytes of a text; every character has its place in this encoding.
    static func bytes(of text: String) -> [UInt8] {
        guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else {
            preconditionFailure("the C library offers GB18030")
        }
        defer { iconv_close(converter) }
        var input = Array(text.utf8)
        // A character of two bytes of UTF-8 or more takes at most four here.
        let capacity = input.count * 2 + 16
        return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
            input.withUnsafeMutableBytes { source in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = source.count
                var to: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(buffer.baseAddress!)
                    .assumingMemoryBound(to: CChar.self)
                var room = capacity
                let result = iconv(converter, &from, &left, &to, &room)
                precondition(result != -1 && left == 0, "every character of Unicode has a place in GB18030")
                filled = capacity - room
            }
        }
    }
}
