/// The object identifier of a PostgreSQL type; built-in types keep theirs in every database.
///
/// **Source** `pg_type.dat` of PostgreSQL.
@frozen public struct TypeOID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: UInt32

    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    @inlinable init(_ rawValue: UInt32) { self.rawValue = rawValue }

    /// Types made in the database (enumerations, domains, extension types) start here.
    @inlinable public var isUserDefined: Bool { rawValue >= 16384 }

    /// Sent with a bind, it lets the server infer the type.
    @inlinable public static var inferred: TypeOID { TypeOID(0) }
    @inlinable public static var bool: TypeOID { TypeOID(16) }
    @inlinable public static var bytea: TypeOID { TypeOID(17) }
    @inlinable public static var char: TypeOID { TypeOID(18) }
    @inlinable public static var name: TypeOID { TypeOID(19) }
    @inlinable public static var int8: TypeOID { TypeOID(20) }
    @inlinable public static var int2: TypeOID { TypeOID(21) }
    @inlinable public static var int4: TypeOID { TypeOID(23) }
    @inlinable public static var regproc: TypeOID { TypeOID(24) }
    @inlinable public static var text: TypeOID { TypeOID(25) }
    @inlinable public static var oid: TypeOID { TypeOID(26) }
    @inlinable public static var json: TypeOID { TypeOID(114) }
    @inlinable public static var xml: TypeOID { TypeOID(142) }
    @inlinable public static var float4: TypeOID { TypeOID(700) }
    @inlinable public static var float8: TypeOID { TypeOID(701) }
    @inlinable public static var unknown: TypeOID { TypeOID(705) }
    @inlinable public static var bpchar: TypeOID { TypeOID(1042) }
    @inlinable public static var varchar: TypeOID { TypeOID(1043) }
    @inlinable public static var date: TypeOID { TypeOID(1082) }
    @inlinable public static var timestamptz: TypeOID { TypeOID(1184) }
    @inlinable public static var numeric: TypeOID { TypeOID(1700) }
    @inlinable public static var uuid: TypeOID { TypeOID(2950) }
    @inlinable public static var jsonb: TypeOID { TypeOID(3802) }
    @inlinable public static var daterange: TypeOID { TypeOID(3912) }

    public var description: String {
        Self.names[rawValue] ?? arrayElement.map { "\($0)[]" } ?? "type \(rawValue)"
    }

    private static let names: [UInt32: String] = [
        16: "boolean", 17: "bytea", 18: "\"char\"", 19: "name", 20: "bigint", 21: "smallint", 23: "integer",
        25: "text", 26: "oid", 114: "json", 142: "xml", 600: "point", 700: "real", 701: "double precision",
        705: "unknown", 790: "money", 869: "inet", 650: "cidr", 1042: "character", 1043: "character varying",
        1082: "date", 1083: "time", 1114: "timestamp", 1184: "timestamptz", 1186: "interval", 1266: "timetz",
        1700: "numeric", 2249: "record", 2278: "void", 2950: "uuid", 3802: "jsonb", 3904: "int4range",
        3906: "numrange", 3908: "tsrange", 3910: "tstzrange", 3912: "daterange", 3926: "int8range",
    ]
}
