import Foundation
import PQ
import Testing

/// Decoders meet bytes that no server should send: they refuse them or read something, and never crash.
@Suite struct MalformedTests {
    private func decode<T: PQDecodable>(_: T.Type, _ bytes: [UInt8], as oid: TypeOID) {
        bytes.withUnsafeBytes { _ = try? T.decode($0, type: oid) }
    }

    @Test func randomBytesAreRefusedOrRead() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            var bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            // Small numbers at the start make plausible headers.
            for index in bytes.indices.prefix(12) where Bool.random(using: &random) {
                bytes[index] = UInt8.random(in: 0...3, using: &random)
            }
            decode(Bool.self, bytes, as: .bool)
            decode(Int64.self, bytes, as: .int8)
            decode(Int16.self, bytes, as: .int2)
            decode(Double.self, bytes, as: .float8)
            decode(String.self, bytes, as: .text)
            decode([UInt8].self, bytes, as: .bytea)
            decode(UUID.self, bytes, as: .uuid)
            decode(Numeric.self, bytes, as: .numeric)
            decode(CivilDate.self, bytes, as: .date)
            decode(Instant.self, bytes, as: .timestamptz)
            decode(DateRange.self, bytes, as: .daterange)
            decode(JSONText.self, bytes, as: .jsonb)
            decode(JSON<[Int]>.self, bytes, as: .jsonb)
            decode([String?].self, bytes, as: TypeOID(rawValue: 1009))
            decode([Int32].self, bytes, as: TypeOID(rawValue: 1007))
            decode([Numeric].self, bytes, as: TypeOID(rawValue: 1231))
        }
    }

    @Test func anArrayThatLiesAboutItsCountIsRefused() {
        let lie: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 23, 0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1]
        _ = lie.withUnsafeBytes { bytes in
            #expect(throws: DecodingFault.length) { try [Int32].decode(bytes, type: TypeOID(rawValue: 1007)) }
        }
    }
}
