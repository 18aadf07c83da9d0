extension TypeOID {
    /// The array type of a built-in element type.
    @usableFromInline var array: TypeOID? {
        Self.arrays.first { $0.element == rawValue }.map { TypeOID($0.array) }
    }

    /// The element type of a built-in array type.
    @usableFromInline var arrayElement: TypeOID? {
        Self.arrays.first { $0.array == rawValue }.map { TypeOID($0.element) }
    }

    private static let arrays: [(element: UInt32, array: UInt32)] = [
        (16, 1000), (17, 1001), (18, 1002), (19, 1003), (20, 1016), (21, 1005), (23, 1007), (25, 1009),
        (26, 1028), (114, 199), (142, 143), (700, 1021), (701, 1022), (1042, 1014), (1043, 1015), (1082, 1182),
        (1114, 1115), (1184, 1185), (1700, 1231), (2950, 2951), (3802, 3807), (3912, 3913),
    ]
}
