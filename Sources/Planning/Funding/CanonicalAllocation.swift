import Portfolio
import Verification

/// Allots a plan's money down to line, fund and year in the one canonical way of model.md §5.
///
/// Lines in the order of year, program id, line name; each in turn takes from each of its funds in
/// turn the most that leaves the rest of the plan fundable. Funds that fewer eligible sets may use
/// come first (sets of the plan's lines that spend anything), then those that lapse before those
/// that carry, then ids.
public struct CanonicalAllocation: Sendable {
    private let scenario: Scenario

    /// Makes the allotment of a scenario's funds.
    public init(scenario: Scenario) { self.scenario = scenario }

    /// Who pays what; nil where the plan's spending cannot be funded.
    public func allocate(_ appraisal: Appraisal) -> Allocation? {
        let demand = FundingDemand(of: appraisal, funds: scenario.funds, years: scenario.calendar.years)
        var network = FundingNetwork(
            funds: scenario.funds, years: scenario.calendar.years, sets: demand.sets,
            needs: demand.needs)
        guard demand.isPayable, network.fill() == 0 else { return nil }
        let payments = demand.items.flatMap { item in
            pay(item, order: demand.order(of: item.set), network: &network)
        }
        return Allocation(
            payments: payments.sorted(by: Self.precedes), fundYears: fundYears(after: payments))
    }

    /// Takes from each fund in turn the most that keeps all other needs paid.
    private func pay(
        _ item: FundingDemand.Item, order: [Int], network: inout FundingNetwork
    ) -> [Payment] {
        var open = item.amount
        var payments: [Payment] = []
        for slot in order where open > 0 {
            let amount = network.take(upTo: open, set: item.set, slot: slot, year: item.year)
            guard amount > 0 else { continue }
            open -= amount
            payments.append(
                Payment(
                    program: item.program, line: item.line,
                    fund: item.funds[slot], year: scenario.calendar.years[item.year],
                    amount: amount))
        }
        return payments
    }

    /// The accounts, with carry = min(floor(q·B), B + carried in − Σ payments), 0 in the last year.
    private func fundYears(after payments: [Payment]) -> [FundYear] {
        var spent: [Fund.ID: [FiscalYear: Rupiah]] = [:]
        for payment in payments {
            spent[payment.fund, default: [:]][payment.year, default: 0] += payment.amount
        }
        return scenario.funds.flatMap { accounts(of: $0, spent: spent[$0.id] ?? [:]) }
    }

    private func accounts(of fund: Fund, spent: [FiscalYear: Rupiah]) -> [FundYear] {
        var carried: Rupiah = 0
        return scenario.calendar.years.map { year in
            let (ceiling, paid) = (fund.ceilings[year] ?? 0, spent[year] ?? 0)
            let limit = year == scenario.calendar.years.last ? 0 : fund.carryLimit(in: year)
            let rest = ceiling + carried - paid
            let out = min(limit, rest)
            defer { carried = out }
            return FundYear(
                fund: fund.id, year: year, ceiling: ceiling, carriedIn: carried, spent: paid,
                carriedOut: out, lapsed: rest - out)
        }
    }

    private static func precedes(_ left: Payment, _ right: Payment) -> Bool {
        if left.year != right.year { return left.year < right.year }
        return (left.program, left.line, left.fund) < (right.program, right.line, right.fund)
    }
}
