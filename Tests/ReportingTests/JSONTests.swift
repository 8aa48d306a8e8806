import Reporting
import Testing

struct JSONTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test("What is written reads back equal, whole numbers whole and doubles to the last bit")
    func roundTrip() throws {
        let value: JSONValue = [
            "text": .string("Rp \"é\"\n\u{1}\\"), "whole": .integer(.max), "list": [1, true, .null, []],
            "number": .number(0.1 + 0.2), "empty": [:],
        ]
        #expect(try read(value.formatted) == value)
    }

    @Test("Names are written in order")
    func order() {
        let value: JSONValue = ["b": 1, "a": 2]
        #expect(value.formatted == "{\n \"a\": 2,\n \"b\": 1\n}\n")
    }

    @Test("Numbers that JSON does not know are written as null")
    func notFinite() {
        #expect(JSONValue.number(.infinity).formatted == "null\n")
        #expect(JSONValue.number(.nan).formatted == "null\n")
    }

    @Test("Escapes and surrogate pairs are read")
    func escapes() throws {
        #expect(try read(#""\u0041\n\ud83d\ude00""#) == .string("A\n😀"))
    }

    @Test(
        "Text that is not JSON is refused",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":2}", "nul", "01", "1.", "+1",
            "1e999", "NaN", "\"a", "\"\\x\"", "\"\\ud800\"", "\"\\u00+1\"", "1 2", "\"a\nb\"", "'a'",
            "// x\n1",
        ])
    func refused(_ text: String) {
        #expect(throws: JSONError.self) { try read(text) }
    }

    @Test("A hundred thousand nested brackets are refused, not followed")
    func nesting() {
        #expect(throws: JSONError.self) { try read(String(repeating: "[", count: 100_000)) }
    }

    @Test("Bytes that are not UTF-8 are refused")
    func encoding() {
        #expect(throws: JSONError.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
    }

    @Test("An error names line and column")
    func place() {
        #expect {
            try read("{\n  \"a\": x}")
        } throws: { error in
            (error as? JSONError).map { ($0.line, $0.column) == (2, 8) } ?? false
        }
    }
}
