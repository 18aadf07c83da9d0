import Testing

@testable import PQ

@Suite struct RowDecoderTests {
    /// One row of a binary COPY whose only value is eight bytes long.
    private static let row: [UInt8] = [0, 1, 0, 0, 0, 8] + Array("eightlet".utf8)

    @Test func aColumnIsReadAsItsOwnType() throws {
        #expect(try Self.read(Int64.self, from: .int8) == 0x6569_6768_746C_6574)
    }

    @Test func readingAnotherTypeThanTheColumnsStopsADebugBuild() async {
        // Text would take any bytes, and a wrong order of two columns would pass unseen.
        await #expect(processExitsWith: .failure) { _ = try RowDecoderTests.read(String.self, from: .int8) }
    }

    private static func read<T: PQDecodable>(_: T.Type, from type: TypeOID) throws -> T {
        try row.withUnsafeBytes { bytes in
            try [type].withUnsafeBufferPointer { types in
                let fields = try #require(try CopyFields(bytes, isFirst: false))
                var decoder = RowDecoder(copied: fields, types: types, number: 1)
                return try decoder.next(T.self)
            }
        }
    }
}
