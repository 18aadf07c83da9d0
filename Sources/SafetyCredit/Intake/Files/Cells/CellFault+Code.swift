extension CellFault {
    /// The rule as a greppable word.
    var code: String { caseName(of: self) }
}
