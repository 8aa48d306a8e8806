import Portfolio
import Testing

@testable import Verification

@Suite struct FundCeilingsTests {
    @Test("What a year costs above its ceiling is the shortfall")
    func oneFund() throws {
        var city = TinyCity()
        city["a"].only.costs = [TinyCity.capital(700)]
        city["b"].only.costs = [TinyCity.capital(400)]
        try expectBroken(
            .fundCeilings, by: .rupiah(100), at: "funds[\"pad\"].ceilings", in: city,
            keeping: ["a": 0, "b": 4], breaking: ["a": 0, "b": 2])
    }

    @Test("The message names amount, fund and year")
    func message() throws {
        var city = TinyCity()
        city["a"].only.costs = [TinyCity.capital(2_500_000)]
        let message = try city.verdict(["a": 4]).violations.first?.message
        #expect(
            message?.indonesian
                == "Belanja rencana melampaui pagu sebesar Rp2.499.000; yang kurang: “Dana pad” TA 2024.")
        #expect(
            message?.english
                == "The plan's spending exceeds the ceilings by Rp2,499,000; short are: “Dana pad” FY 2024.")
    }

    @Test("Enough money in all is not enough where a fund may not pay")
    func eligibleSets() throws {
        var city = TinyCity()
        city.funds.append(
            TinyCity.fund(
                "dak", [2023: 500, 2024: 500], paysFor: PaysFor(kinds: [.capital], tags: ["roads"])))
        city["a"].tags = ["roads"]
        city["a"].only.costs = [TinyCity.capital(1500)]
        city["b"].only.costs = [TinyCity.capital(1300, funds: ["dak", "pad"])]
        #expect(try city.verdict(["a": 0]).isAccepted)
        let refused = try city.verdict(["a": 0, "b": 4])
        #expect(refused.violations.map(\.excess) == [.rupiah(300)])
        #expect(refused.violations.map(\.place.description) == ["funds[\"pad\"].ceilings"])
    }

    @Test("Funds match owners, dimensions and tags of the program and kinds of the line")
    func paysFor() throws {
        var city = TinyCity()
        city["a"].only.costs = [TinyCity.capital(10), TinyCity.operating(10)]
        city["a"].tags = ["roads"]
        let eligible = { (limits: PaysFor) in
            city.funds = [TinyCity.fund("dau", [2023: 100, 2024: 100], paysFor: limits)]
            return try city.appraisal(["a": 0]).programs[0].lines.map { !$0.eligibleFunds.isEmpty }
        }
        #expect(try eligible(PaysFor()) == [true, true])
        #expect(try eligible(PaysFor(kinds: [.operating])) == [false, true])
        #expect(try eligible(PaysFor(owners: ["bappeda"], dimensions: ["economy"])) == [true, true])
        #expect(try eligible(PaysFor(owners: ["pupr"])) == [false, false])
        #expect(try eligible(PaysFor(dimensions: ["living"])) == [false, false])
        #expect(try eligible(PaysFor(tags: ["health", "roads"])) == [true, true])
        #expect(try eligible(PaysFor(tags: ["health"])) == [false, false])
    }

    @Test("Carried money pays in the next year, at most the share of the ceiling")
    func carry() throws {
        var city = TinyCity()
        let third = try #require(Exact(1, over: 3))
        city.funds = [TinyCity.fund("blud", [2023: 100, 2024: 100], unspent: .carry(third))]
        city["a"].only.costs = [TinyCity.capital(133)]
        #expect(try city.verdict(["a": 4]).isAccepted)
        city["a"].only.costs = [TinyCity.capital(134)]
        #expect(try city.verdict(["a": 4]).violations.map(\.excess) == [.rupiah(1)])
        city["a"].only.costs = [TinyCity.capital(133)]
        city["b"].only.costs = [TinyCity.capital(80)]
        #expect(try city.verdict(["a": 4, "b": 0]).violations.map(\.excess) == [.rupiah(13)])
    }

    @Test("Money carried twice stays within each year's limit")
    func carryTwice() throws {
        var city = TinyCity()
        city.end = Month(year: 2025, month: 12)
        city.funds = [
            TinyCity.fund("blud", [2023: 100, 2024: 10, 2025: 0], unspent: .carry(1))
        ]
        city["a"].only.costs = [TinyCity.capital(11, .start)]
        #expect(try city.verdict(["a": 8]).violations.map(\.excess) == [.rupiah(1)])
        city["a"].only.costs = [TinyCity.capital(10, .start)]
        #expect(try city.verdict(["a": 8]).isAccepted)
    }

    @Test("The flow answers for needs alone, also impossible ones")
    func needsAlone() throws {
        let flow = FundingFlow(scenario: try TinyCity().scenario())
        let need = { (funds: [Fund.ID], year: Int, amount: Rupiah) in
            FundingNeed(funds: funds, year: FiscalYear(year), amount: amount)
        }
        #expect(flow.shortage(needs: []) == 0)
        #expect(flow.shortage(needs: [need(["pad"], 2023, 600), need(["pad"], 2023, 500)]) == 100)
        #expect(
            flow.shortage(needs: [need(["x"], 2023, 5), need(["pad"], 2030, 7), need([], 2024, 1)]) == 13)
        #expect(flow.shortage(eligibleSets: [[0], []], needs: [[1000, 1001], [2, 0]]) == 3)
    }
}
