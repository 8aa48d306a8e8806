import Testing

@testable import ScenarioReading

@Suite struct MoneyTextTests {
    @Test(
        "Every written form gives whole rupiah",
        arguments: [
            ("0", 0), ("1250000000", 1_250_000_000), ("Rp 1.250.000.000", 1_250_000_000), ("Rp1.250", 1_250),
            ("rp 750", 750), ("750 juta", 750_000_000), ("2 triliun", 2_000_000_000_000),
            ("900 ribu", 900_000),
            ("1.5 miliar", 1_500_000_000), ("1,5 miliar", 1_500_000_000), ("1,25 miliar", 1_250_000_000),
            ("Rp 1,5 miliar", 1_500_000_000), ("1.2345 juta", 1_234_500),
            ("12.500000000000 triliun", 12_500_000_000_000),
            ("0.5 ribu", 500), ("1.50 miliar", 1_500_000_000), ("10 juta", 10_000_000),
            ("750juta", 750_000_000),
        ])
    func written(text: String, rupiah: Int64) { #expect(MoneyText(text) == .rupiah(rupiah)) }

    @Test(
        "A separator before exactly three digits is ambiguous",
        arguments: ["1.250 juta", "1,250 juta", "0.125 miliar"])
    func ambiguous(text: String) {
        guard case .ambiguous = MoneyText(text) else {
            Issue.record("\(text) was read as \(MoneyText(text))")
            return
        }
    }

    @Test("Both readings are shown")
    func bothReadings() {
        #expect(MoneyText("1.250 juta") == .ambiguous(decimal: "1.2500 juta", grouped: "1250 juta"))
        #expect(MoneyText("1.250.000") == .ambiguous(decimal: "1.250.000", grouped: "Rp 1250000"))
    }

    @Test(
        "What is no amount is refused",
        arguments: [
            "", "Rp", "juta", "x", "1_000", "1e6", "0x10", "+5", "1.2.3 juta", "1.5. juta", "Rp 1.25.000",
            "5 jutaan", "1 000", ".5 juta", "--5", "٣ juta",
        ])
    func malformed(text: String) { #expect(MoneyText(text) == .malformed) }

    @Test("Parts of a rupiah are refused", arguments: ["1.5", "0.0005 ribu", "1.2345678 ribu"])
    func fractional(text: String) { #expect(MoneyText(text) == .fractional) }

    @Test("Amounts below 0 and above the limit are told apart")
    func outside() {
        #expect(MoneyText("-5 juta") == .negative)
        #expect(MoneyText("9000 triliun") == .rupiah(MoneyText.largest))
        #expect(MoneyText("9001 triliun") == .tooLarge)
        #expect(MoneyText("99999999999999999999999") == .tooLarge)
    }
}
