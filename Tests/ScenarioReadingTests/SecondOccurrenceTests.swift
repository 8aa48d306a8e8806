import Testing

@testable import ScenarioReading

@Suite struct SecondOccurrenceTests {
    private func place(of key: String, _ line: Int, _ column: Int, in text: String) -> [Int] {
        let second = SecondOccurrence(of: key, line: line, column: column, in: text)
        return [second.line, second.column]
    }

    @Test("In a block map it is the same key at the same column")
    func block() {
        #expect(place(of: "a", 1, 1, in: "a: 1\nb:\n  a: 2\n\"a\" : 3\n") == [4, 1])
    }

    @Test("In braces it is the next such key")
    func braces() {
        #expect(place(of: "a", 1, 5, in: "x: {a: 1, aa: 2, a: 3}\n") == [1, 18])
        #expect(place(of: "a", 1, 5, in: "x: {a: 1,\n  a: 3}\n") == [2, 3])
    }

    @Test("Windows line ends do not hide it")
    func carriageReturns() { #expect(place(of: "a", 1, 1, in: "a: 1\r\nb: 2\r\na: 3\r\n") == [3, 1]) }

    @Test("Its mask moves nothing, and is none where there is no second place")
    func mask() {
        var text = "a: 1\r\n'a': 2\r\n"
        let second = SecondOccurrence(of: "a", line: 1, column: 1, in: text)
        #expect(second.mask("a", with: 0, in: &text) == "\u{E000}")
        #expect(text == "a: 1\r\n'\u{E000}': 2\r\n")
        #expect(SecondOccurrence(of: "a", line: 1, column: 1, in: text).mask("a", with: 1, in: &text) == nil)
    }

    @Test("Where it cannot be found it is the first place")
    func notFound() { #expect(place(of: "a", 1, 1, in: "a: 1\n") == [1, 1]) }

    @Test("A long line takes no longer than its length")
    func longLine() {
        let text = "{a: 1, " + String(repeating: "b, ", count: 100_000) + "a: 2}"
        #expect(place(of: "a", 1, 2, in: text) == [1, 2])
    }
}
