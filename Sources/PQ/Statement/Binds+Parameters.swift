/// The values in the four parallel arrays that libpq takes; valid inside the closure that received them.
struct ParameterArrays {
    let count: Int32
    let types: UnsafePointer<UInt32>?
    let values: UnsafePointer<UnsafePointer<CChar>?>?
    let lengths: UnsafePointer<Int32>?
    let formats: UnsafePointer<Int32>?
}

extension Binds {
    /// Lends libpq the values without copying them.
    func withParameterArrays<R>(_ body: (ParameterArrays) -> R) -> R {
        let count = parameters.count
        if count == 0 { return body(ParameterArrays(count: 0, types: nil, values: nil, lengths: nil, formats: nil)) }
        return withExtendedLifetime(self) {
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { values in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: count * 3) { numbers in
                    let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                    for (index, parameter) in parameters.enumerated() {
                        values[index] = parameter.offset < 0 ? nil : base.map { $0 + parameter.offset }
                        numbers[index] = Int32(truncatingIfNeeded: parameter.length)
                        numbers[count + index] = parameter.format.rawValue
                        numbers[2 * count + index] = Int32(bitPattern: parameter.type.rawValue)
                    }
                    let start = UnsafePointer(numbers.baseAddress!)
                    return (start + 2 * count).withMemoryRebound(to: UInt32.self, capacity: count) { types in
                        body(
                            ParameterArrays(
                                count: Int32(count), types: types, values: UnsafePointer(values.baseAddress),
                                lengths: start, formats: start + count))
                    }
                }
            }
        }
    }
}
