import Portfolio
import Testing

@testable import ScenarioReading

@Suite struct NumberTextTests {
    @Test("Plain decimal numbers are read exactly")
    func plain() {
        #expect(NumberText("12") == .number(12))
        #expect(NumberText("-0.25") == Exact(-1, over: 4).map(NumberText.number))
    }

    @Test("A share may be a fraction or per cent")
    func shares() {
        #expect(NumberText(share: "0.3") == NumberText(share: "30%"))
        #expect(NumberText(share: "12.5 %") == Exact(1, over: 8).map(NumberText.number))
    }

    @Test("Months may carry their unit", arguments: ["9", "9 bulan", "9 months", "9 month"])
    func months(text: String) { #expect(NumberText(months: text) == .number(9)) }

    @Test(
        "YAML's surprising numbers are text",
        arguments: ["0o17", "0x1F", "1_000", "1:30", "1e3", "+1", "no", "", ".5", "5.", "%", "9 minggu"])
    func surprises(text: String) {
        #expect(NumberText(text) == .malformed)
        #expect(NumberText(share: text) == .malformed)
        #expect(NumberText(months: text) == .malformed)
    }

    @Test("What is wrong with a number is told apart")
    func problems() {
        #expect(NumberText(".nan") == .notFinite)
        #expect(NumberText("-.inf") == .notFinite)
        #expect(NumberText("12,5") == .decimalComma)
        #expect(NumberText("0.0123456789") == .tooManyDecimals)
        #expect(NumberText("99999999999999999999") == .tooLarge)
    }
}
