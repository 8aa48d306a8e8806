import Portfolio
import Testing

@testable import Verification

/// a costs 100 in 2023 and 60 in 2024 (paid 80 + 20 and 60); dak may not pay for it.
@Suite struct AllocationAuditTests {
    private func city() throws -> TinyCity {
        var city = TinyCity()
        city.funds = [
            TinyCity.fund("blud", [2023: 100, 2024: 50], unspent: .carry(try #require(Exact(1, over: 10)))),
            TinyCity.fund("dak", [2023: 500, 2024: 500], paysFor: PaysFor(tags: ["roads"])),
            TinyCity.fund("pad", [2023: 80, 2024: 90]),
        ]
        city["a"].only.costs = [TinyCity.capital(160, .weights([5, 3]))]
        return city
    }

    private func payment(
        _ fund: Fund.ID, _ year: Int, _ amount: Rupiah, program: Program.ID = "a"
    ) -> Payment {
        Payment(program: program, line: "alat", fund: fund, year: FiscalYear(year), amount: amount)
    }

    private func account(
        _ fund: Fund.ID, _ year: Int, _ ceiling: Rupiah, in carriedIn: Rupiah = 0, spent: Rupiah = 0,
        out: Rupiah = 0, lapsed: Rupiah
    ) -> FundYear {
        FundYear(
            fund: fund, year: FiscalYear(year), ceiling: ceiling, carriedIn: carriedIn, spent: spent,
            carriedOut: out, lapsed: lapsed)
    }

    private func allocation() -> Allocation {
        Allocation(
            payments: [payment("blud", 2023, 20), payment("pad", 2023, 80), payment("pad", 2024, 60)],
            fundYears: [
                account("blud", 2023, 100, spent: 20, out: 10, lapsed: 70),
                account("blud", 2024, 50, in: 10, lapsed: 60),
                account("dak", 2023, 500, lapsed: 500), account("dak", 2024, 500, lapsed: 500),
                account("pad", 2023, 80, spent: 80, lapsed: 0),
                account("pad", 2024, 90, spent: 60, lapsed: 30),
            ])
    }

    /// Every breach after a change, as `place amount`.
    private func breaches(_ change: (inout Allocation) -> Void) throws -> [String] {
        var allocation = allocation()
        change(&allocation)
        let verdict = try city().verdict(["a": 3], allocation: allocation)
        #expect(verdict.violations.allSatisfy { $0.rule == .fundCeilings })
        return verdict.violations.map {
            guard case .rupiah(let amount) = $0.excess else { return "not rupiah" }
            return "\($0.place) \(amount)"
        }
    }

    private let line = "costs[\"alat\"]"
    private let blud = "funds[\"blud\"].ceilings"
    private let pad = "funds[\"pad\"].ceilings"

    @Test("An allocation that keeps every sentence is accepted")
    func accepted() throws {
        #expect(try breaches { _ in } == [])
    }

    @Test("A line paid one rupiah short is named with it, and the account with it")
    func short() throws {
        #expect(try breaches { $0.payments[2].amount -= 1 } == ["\(line) 1", "\(pad) 1"])
    }

    @Test("A payment that is not above zero is no payment")
    func zero() throws {
        #expect(try breaches { $0.payments.append(self.payment("pad", 2024, 0)) } == ["\(line) 1"])
        #expect(
            try breaches {
                $0.payments[2].amount += 5
                $0.payments.append(self.payment("pad", 2024, -5))
            } == ["\(line) 5"])
    }

    @Test("A fund outside the eligible set may not pay")
    func ineligible() throws {
        let found = try breaches {
            $0.payments[2].fund = "dak"
            $0.fundYears[3].spent = 60
            $0.fundYears[3].lapsed = 440
            $0.fundYears[5].spent = 0
            $0.fundYears[5].lapsed = 90
        }
        #expect(found == ["\(line) 60"])
    }

    @Test("Nothing is paid for what is not in the plan")
    func baseless() throws {
        let found = try breaches {
            $0.payments.append(self.payment("dak", 2024, 7, program: "b"))
            $0.fundYears[3].spent = 7
            $0.fundYears[3].lapsed = 493
        }
        #expect(found == ["programs[\"b\"] 7"])
    }

    @Test("An account states its ceiling, and balances")
    func ceiling() throws {
        #expect(try breaches { $0.fundYears[5].ceiling += 4 } == ["\(pad) 4", "\(pad) 4"])
        #expect(try breaches { $0.fundYears[5].lapsed += 4 } == ["\(pad) 4"])
    }

    @Test("What is carried in was carried out the year before")
    func carriedIn() throws {
        let found = try breaches {
            $0.fundYears[1].carriedIn = 12
            $0.fundYears[1].lapsed = 62
        }
        #expect(found == ["\(blud) 2"])
    }

    @Test("Spending is the sum of the payments")
    func spent() throws {
        let found = try breaches {
            $0.fundYears[5].spent = 63
            $0.fundYears[5].lapsed = 27
        }
        #expect(found == ["\(pad) 3"])
    }

    @Test("All that may be carried is carried, and no more", arguments: [(6, 4), (13, 3)])
    func carriedOut(out: Rupiah, excess: Int) throws {
        let found = try breaches {
            $0.fundYears[0].carriedOut = out
            $0.fundYears[0].lapsed = 80 - out
            $0.fundYears[1].carriedIn = out
            $0.fundYears[1].lapsed = 50 + out
        }
        #expect(found == ["funds[\"blud\"].unspent \(excess)"])
    }

    @Test("The last year carries nothing")
    func lastYear() throws {
        let found = try breaches {
            $0.fundYears[1].carriedOut = 5
            $0.fundYears[1].lapsed = 55
        }
        #expect(found == ["funds[\"blud\"].unspent 5"])
    }

    @Test("Payments above ceiling and carried-in money are named with the excess")
    func overdrawn() throws {
        let found = try breaches {
            $0.payments = [self.payment("pad", 2023, 100), self.payment("pad", 2024, 60)]
            $0.fundYears[0] = self.account("blud", 2023, 100, out: 10, lapsed: 90)
            $0.fundYears[4] = self.account("pad", 2023, 80, spent: 100, lapsed: 0)
        }
        #expect(found == ["\(pad) 20", "\(pad) 20"])
    }

    @Test("Every fund has one account in every year, and no other fund has one")
    func accounts() throws {
        #expect(try breaches { $0.fundYears.remove(at: 5) } == ["\(pad) 90"])
        #expect(try breaches { $0.fundYears.append($0.fundYears[5]) } == ["\(pad) 90"])
        #expect(
            try breaches { $0.fundYears.append(self.account("apbn", 2023, 9, lapsed: 9)) }
                == ["funds[\"apbn\"] 1"])
        #expect(
            try breaches { $0.fundYears.append(self.account("pad", 2030, 9, lapsed: 9)) }
                == ["funds[\"pad\"] 1"])
    }
}
