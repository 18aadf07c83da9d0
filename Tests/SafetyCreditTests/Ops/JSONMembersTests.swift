import Foundation
import PQ
import Testing

@testable import SafetyCredit

@Suite struct JSONMembersTests {
    private func members<Value>(of text: String, _ read: (JSONMembers) throws -> Value) throws -> Value {
        try Array(text.utf8).withUnsafeBytes { try read(JSONMembers($0)) }
    }

    @Test("Members are read by name, whatever their order, space and company")
    func readsMembers() throws {
        let text =
            #" { "c":[ "x" , "\n" ], "z":{"a":[1,{"b":null}]},"n" : -12, "d":"2025-02-28","f":true ,"e":null,"n":7}"#
        func value<Value: Equatable & Sendable>(_ read: (JSONMembers) throws -> Value) throws -> Value {
            try members(of: text, read)
        }
        let (texts, number) = try (value { try $0.texts("c") }, value { try $0.integer("n") })
        #expect(texts == ["x", "\n"])
        #expect(number == 7, "the last of two counts")
        let (date, flag) = try (value { try $0.date("d") }, value { try $0.flag("f") })
        #expect(date == CivilDate(iso: "2025-02-28"))
        #expect(flag)
        let (null, inner) = try (value { try $0.optionalText("e") }, value { try $0.optionalText("a") })
        #expect(null == nil)
        #expect(inner == nil, "a member of another value")
        let none = try members(of: "{}") { try $0.optionalText("a") }
        #expect(none == nil)
    }

    @Test(
        "A member that is missing or of another kind is named",
        arguments: [
            #"{}"#, #"{"a":null}"#, #"{"a":"1"}"#, #"{"a":1.5}"#, #"{"a":+1}"#, #"{"a":9223372036854775808}"#,
            #"{"a":true}"#,
            #"{"a":[1]}"#, #"{"a":-}"#,
        ])
    func namesMember(text: String) {
        #expect(throws: JSONFault.member("a")) { try members(of: text) { try $0.integer("a") } }
    }

    @Test(
        "What is no JSON object is refused",
        arguments: [
            "", "null", "[]", "{", "}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{,"a":1}"#, #"{"a":1 "b":2}"#,
            #"{"a":1}x"#, #"{"a":"x}"#,
            #"{"a":"x\"}"#, #"{"a":[1}"#, #"{"a":[1,]}"#, #"{a:1}"#, "{\"a\":\"\n\"}",
            #"{"a":"# + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}",
        ])
    func refusesOther(text: String) {
        #expect(throws: JSONFault.malformed) { try members(of: text) { _ in } }
    }

    @Test("A string ends at its quote, wherever it stands among bytes that are nearly one", arguments: 0..<25)
    func findsEnd(count: Int) throws {
        let text = String(String(repeating: " !#[]全", count: 5).prefix(count))
        let plain = try members(of: #"{"a":"\#(text)","b":"c"}"#) { try [$0.text("a"), $0.text("b")] }
        #expect(plain == [text, "c"])
        let escaped = try members(of: #"{"a":"\#(text)\"\#(text)"}"#) { try $0.text("a") }
        #expect(escaped == text + "\"" + text)
        #expect(throws: JSONFault.malformed) { try members(of: "{\"a\":\"\(text)\u{1F}\(text)\"}") { _ in } }
    }

    @Test(
        "A string is what Foundation reads of it, or neither reads it",
        arguments: [
            #"安全"#, #"\u5b89\u5168 \"\\\/\b\f\n\r\t"#, #"\ud83d\ude00"#, #"\ud83d"#, #"\ud83dx"#, #"\ude00"#, #"\u00"#,
            #"\u+123"#,
            #"\x"#, #"\"#,
        ])
    func readsStrings(text: String) {
        let json = #"{"a":""# + text + #""}"#
        let read = try? members(of: json) { try $0.text("a") }
        #expect(read == (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8)))?["a"])
    }

    @Test("A string that is not UTF-8 is refused")
    func refusesOtherEncodings() {
        let json = Array(#"{"a":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(throws: JSONFault.member("a")) { try json.withUnsafeBytes { try JSONMembers($0).text("a") } }
    }

    @Test("What the writer writes is what Foundation writes of the same values")
    func writesAsFoundation() {
        struct Values: Encodable {
            var a: String?
            var b: Int64
            var c: Bool
            var d: CivilDate
            var e: [String]
        }
        let strange =
            String(String.UnicodeScalarView((0...0x7F).map { Unicode.Scalar(UInt8($0)) })) + "/安\u{2028}\u{1F600}"
        for text in [strange, "", nil] {
            let values = Values(a: text, b: .min, c: false, d: CivilDate(iso: "2024-02-29")!, e: ["", text ?? "x"])
            let written = JSONWriter.object { writer in
                writer.member("a", values.a)
                writer.member("b", values.b)
                writer.member("c", values.c)
                writer.member("d", values.d)
                writer.member("e", values.e)
            }
            #expect(
                String(decoding: written, as: UTF8.self)
                    == String(decoding: CanonicalJSON.encode(values), as: UTF8.self))
        }
    }
}
