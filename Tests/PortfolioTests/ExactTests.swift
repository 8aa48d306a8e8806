import Portfolio
import Testing

@Suite("Exact numbers")
struct ExactTests {
    @Test("A decimal number is read without binary rounding")
    func reading() throws {
        let number = try #require(Exact(decimal: "0.3"))
        #expect(number.numerator == 3 && number.denominator == 10)
        #expect(Exact(decimal: "-12.50") == Exact(-25, over: 2))
    }

    @Test("Anything else is not a number", arguments: ["", "1.", ".5", "1,5", "+1", "1e3", "--1", "1.2.3"])
    func refused(text: String) { #expect(Exact(decimal: text) == nil) }

    @Test("More than nine decimals and more than 64 bits are refused")
    func limits() {
        #expect(Exact(decimal: "0.1234567890") == nil)
        #expect(Exact(decimal: "9223372036854775808") == nil)
        #expect(Exact(decimal: "9223372036854775807") != nil)
    }

    @Test("A fraction is reduced, its sign above")
    func reduced() { #expect(Exact(6, over: -4) == Exact(-3, over: 2)) }

    @Test("Rounding up goes towards larger numbers, also below zero")
    func roundedUp() {
        #expect(Exact(7, over: 2)?.roundedUp == 4)
        #expect(Exact(-7, over: 2)?.roundedUp == -3)
        #expect(Exact(4).roundedUp == 4)
    }

    @Test("30 % of 11 rupiah is 3 whole rupiah")
    func floorOfProduct() { #expect(Exact(3, over: 10)?.floorOfProduct(with: 11) == 3) }

    @Test("Numbers compare by value and print as decimals where they are")
    func comparing() throws {
        let third = try #require(Exact(1, over: 3))
        #expect(third < 1 && !(Exact(1) < third))
        #expect("\(third)" == "1/3")
        #expect(Exact(decimal: "-0.05")?.description == "-0.05")
    }

    @Test("Half a rupiah is rounded up")
    func halfUp() {
        #expect(roundHalfUp(5, over: 2) == 3)
        #expect(roundHalfUp(7, over: 3) == 2)
        #expect(roundHalfUp(0, over: 7) == 0)
    }
}
