extension ActVocabulary {
    /// The JSON Schema of one line: an object with the envelope and the fields of its act.
    public static var jsonSchema: JSONValue {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "anxin act",
            "oneOf": .array(acts.map(schema)),
        ]
    }

    private static func schema(of act: any Act.Type) -> JSONValue {
        var properties: [String: JSONValue] = [
            "act": ["const": .string(act.name)],
            "on": ["type": "string", "format": "date", "description": "行为日期"],
            "officer": ["type": "string", "description": .string("经办人编号；须有 \(act.role.rawValue) 职责")],
            "key": ["type": "string", "maxLength": 200, "description": "幂等键"],
        ]
        for field in act.fields { properties[field.name] = schema(of: field) }
        let required = ["act", "on", "officer", "key"] + act.fields.filter(\.isRequired).map(\.name)
        return [
            "title": .string(act.name),
            "type": "object",
            "properties": .object(properties),
            "required": .array(required.map { .string($0) }),
            "additionalProperties": false,
        ]
    }

    private static func schema(of field: ActField) -> JSONValue {
        var schema: [String: JSONValue] = ["description": .string(field.note)]
        switch field.kind {
        case .text: schema["type"] = field.name == "case" ? ["integer", "string"] : "string"
        case .date:
            schema["type"] = "string"
            schema["format"] = "date"
        case .integer: schema["type"] = "integer"
        case .boolean: schema["type"] = "boolean"
        case .creditCode:
            schema["type"] = "string"
            schema["pattern"] = "^[0-9A-HJ-NPQRTUWXY]{18}$"
        case .choice(let choices): schema["enum"] = .array(choices.map { .string($0) })
        case .list(let fields):
            schema["type"] = "array"
            schema["items"] = [
                "type": "object",
                "properties": .object(Dictionary(uniqueKeysWithValues: fields.map { ($0.name, Self.schema(of: $0)) })),
                "required": .array(fields.filter(\.isRequired).map { .string($0.name) }),
                "additionalProperties": false,
            ]
        }
        return .object(schema)
    }
}
