/// The name of an enum's case as a greppable word in kebab-case, without its associated values.
func caseName(of value: some Sendable) -> String {
    String(describing: value).prefix { $0 != "(" }.reduce(into: "") { name, character in
        if character.isUppercase { name.append("-") }
        name += character.lowercased()
    }
}
