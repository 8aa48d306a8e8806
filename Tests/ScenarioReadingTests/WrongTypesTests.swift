import Portfolio
import Testing

@testable import ScenarioReading

/// A valid tree in which each value in turn can be replaced.
private struct Mutations {
    let root: Entry
    let reading = Reading()

    init() throws {
        root = try #require(YAMLText(file: "", reading: reading).entry(from: Array(smallScenario.utf8)))
    }

    /// What reading gives for each value replaced by a text.
    func results(replacing text: String) throws -> [ReadScenario] {
        let value = try #require(YAMLText(file: "", reading: reading).entry(from: Array("[\(text)]".utf8)))
        let replacement =
            value.items?.first
            ?? Entry(content: .text("", isPlain: true), location: value.location, serial: 0)
        return (1...count(root)).map { target in
            var counter = 0
            return Reading().scenario(from: replaced(root, target, replacement, &counter))
        }
    }

    private func count(_ entry: Entry) -> Int {
        (entry.items ?? entry.members?.map(\.value) ?? []).reduce(1) { $0 + count($1) }
    }

    private func replaced(_ entry: Entry, _ target: Int, _ replacement: Entry, _ counter: inout Int) -> Entry
    {
        counter += 1
        if counter == target { return replacement }
        var copy = entry
        if let items = entry.items {
            copy.content = .list(items.map { replaced($0, target, replacement, &counter) })
        } else if let members = entry.members {
            copy.content = .map(
                members.map {
                    var member = $0
                    member.value = replaced($0.value, target, replacement, &counter)
                    return member
                })
        }
        return copy
    }
}

/// One program and one of everything, so that the mutations stay few.
private let smallScenario = """
    {selaras: 1, name: {id: Kota, en: Town}, calendar: {start: 2023-01, end: 2023-12, step: month, benefits_until: 2024-12},
     discount_rate: 6%, quick_win: {label: QW, finish_by: 2023-12, max_duration: 12}, dimensions: [{id: d, name: D, weight: 1}],
     owners: [{id: o, name: O, staff: 5}], funds: [{id: f, name: F, ceilings: {2023: 1 miliar}, unspent: {carry: 20%}, pays_for: {kinds: [capital], owners: [o], dimensions: [d], tags: [t]}}],
     programs: [{id: a, name: A, owner: o, dimension: d, tags: [t], proposed_by: x, benefits: {d: 1}, ramp: [0.5], window: {earliest: 2023-01, latest_finish: 2023-12, start_months: [1]},
       in_progress: 10%, must: {reason: r}, duration: {low: 1, likely: 2, high: 3, shape: pert, plan: 2}, staff: {o: 1}, contract: single_year, code: "1", element: e, notes: n, yearly_return: 1 juta,
       costs: [{name: c, kind: capital, amount: 1 juta, profile: [1, 1], funds: [f], cost_factor: {p10: 0.9, p90: 1.1, shape: normal}}], cost_factor: {values: [[1, 2]]}, benefit_factor: {mean: 1, sd: 1, shape: lognormal},
       procurement: p, requires: [{program: b, at: 50%, lag: 1}], requires_any: {at_least: 1, of: [b], after: start}, helped_by: [{program: b, share: 10%}]},
      {id: b, name: B, owner: o, dimension: d, must_not: {reason: r}, variants: [{id: v, name: V, duration: 1, costs: []}]}],
     groups: [{id: g, kind: at_most, k: 1, of: [a, b]}], synergies: [{id: s, programs: [a, b], benefits: {d: 1}}],
     rules: [{id: r, where: {dimensions: [d], owners: [o], tags: [t], proposed_by: [x], programs: [a]}, each: owner, measure: spend, in: 2023, min: 0, max: 1 miliar, min_share: 0, max_share: 1, by: 2023-12, reason: r}],
     objective: [maximise value, {maximise benefit: d}],
     risk: {correlation: [{quantity: cost, rho: 0.1, among: {tags: [t]}}], drivers: [{id: d, affects: {tags: [t]}, cost: 1}], procurement: [{id: p, failure: 1%, retry_delay: 1, give_up_after: 2}],
       events: [{id: e, name: n, probability: 1%, scope: all, affects: {owners: [o]}, delay: 1, cancels: false}], year_end: {grace: 1}, budget_revision_month: 10, budget_shocks: [{id: s, funds: [f], years: [2023], probability: 1%, cut: 5%}]},
     simulation: {trials: 10, seed: 1, policy: free, start: ready}, expect: [{value: status, is: optimal}, {value: plan.value, within: [0, 1]}]}
    """

@Suite struct WrongTypesTests {
    @Test("The scenario to be spoiled is valid")
    func baseIsValid() throws {
        #expect(try read(smallScenario).findings.filter { $0.severity == .error } == [])
    }

    @Test(
        "Another type in any key is a finding or valid, never a crash",
        arguments: [
            "", "x", "-1", "1.5", "99999999999999999999", ".nan", "[]", "{id: x}", "9000 triliun",
        ])
    func spoiled(replacement: String) throws {
        for read in try Mutations().results(replacing: replacement) {
            let isRefused = read.findings.contains { $0.severity == .error }
            #expect((read.scenario == nil) == isRefused)
            #expect((read.resolvedJSON == nil) == isRefused)
        }
    }

    @Test("A nested list in place of any value is refused")
    func nestedList() throws {
        for read in try Mutations().results(replacing: "[[[]]]") { #expect(read.scenario == nil) }
    }
}
