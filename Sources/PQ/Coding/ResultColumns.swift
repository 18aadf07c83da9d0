public import CLibPQ
import Glibc

/// The check of a result's columns against what is expected of them, made once per result.
@usableFromInline enum ResultColumns {
    @usableFromInline static func check(_ result: OpaquePointer, against expected: [Column]) throws(PQError) {
        let found = Int(PQnfields(result))
        guard found == expected.count else {
            throw .decoding(
                DecodingError(
                    reason: .columnCount(expected: expected.count, found: found), row: nil, column: nil,
                    columnName: nil, expected: ""))
        }
        for (index, column) in expected.enumerated() {
            let type = TypeOID(PQftype(result, Int32(index)))
            if let wanted = column.name, !name(of: index, in: result, is: wanted) {
                throw mismatch(.name(found: name(of: index, in: result)), index, wanted, column)
            }
            guard column.type.accepts(type) else {
                throw mismatch(.type(found: type), index, name(of: index, in: result), column)
            }
        }
    }

    /// The check for one column of any name, without a list.
    @inlinable static func check<V: PQDecodable>(_ result: OpaquePointer, is: V.Type) throws(PQError) {
        if PQnfields(result) == 1, V.accepts(TypeOID(PQftype(result, 0))) { return }
        try check(result, against: columnList(V.self))
    }

    private static func name(of index: Int, in result: OpaquePointer, is wanted: String) -> Bool {
        guard let name = PQfname(result, Int32(index)) else { return false }
        return strcmp(name, wanted) == 0
    }

    private static func name(of index: Int, in result: OpaquePointer) -> String {
        PQfname(result, Int32(index)).map { String(cString: $0) } ?? ""
    }

    private static func mismatch(
        _ reason: DecodingError.Reason, _ index: Int, _ name: String, _ column: Column
    ) -> PQError {
        .decoding(
            DecodingError(
                reason: reason, row: nil, column: index + 1, columnName: name, expected: "\(column.type)"))
    }
}
