import Portfolio
import Testing

@testable import ScenarioReading

/// Every scenario that differs from a valid one in one value.
private struct Mutations {
    var texts: [(path: String, text: String)] = []

    init(of text: String, replacements: [String]) throws {
        let reading = Reading()
        guard let root = YAMLText(file: "", reading: reading).entry(from: Array(text.utf8)) else { return }
        for replacement in replacements {
            for target in 1...Mutations.count(root) {
                var counter = 0
                let mutated = Mutations.flow(root, replacing: target, with: replacement, &counter)
                texts.append(("\(target) \(replacement.prefix(20))", mutated))
            }
        }
    }

    private static func count(_ entry: Entry) -> Int {
        1 + (entry.items ?? []).reduce(0) { $0 + count($1) }
            + (entry.members ?? []).reduce(0) { $0 + count($1.value) }
    }

    private static func flow(_ entry: Entry, replacing target: Int, with text: String, _ counter: inout Int)
        -> String
    {
        counter += 1
        if counter == target {
            counter += count(entry) - 1
            return text
        }
        switch entry.content {
        case .text(let scalar, _): return CanonicalJSON.quoted(scalar)
        case .list(let items):
            var parts: [String] = []
            for item in items { parts.append(flow(item, replacing: target, with: text, &counter)) }
            return "[" + parts.joined(separator: ", ") + "]"
        case .map(let members):
            var parts: [String] = []
            for member in members {
                parts.append(
                    "\"\(member.key)\": " + flow(member.value, replacing: target, with: text, &counter))
            }
            return "{" + parts.joined(separator: ", ") + "}"
        }
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
       events: [{id: e, probability: 1%, scope: all, affects: {owners: [o]}, delay: 1, cancels: false}], year_end: {grace: 1}, budget_revision_month: 10, budget_shocks: [{id: s, funds: [f], years: [2023], probability: 1%, cut: 5%}]},
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
            "", "~", "\"\"", "x", "-1", "0", "1.5", "99999999999999999999", "1e400", ".nan", "-.inf", "true",
            "2023-02",
            "[]", "[x]", "[[[]]]", "{}", "{x: y}", "{id: x}", "4000000 triliun", "1000000000",
        ])
    func spoiled(replacement: String) throws {
        for mutation in try Mutations(of: smallScenario, replacements: [replacement]).texts {
            let read = try read(bytes: mutation.text.utf8)
            let isRefused = read.findings.contains { $0.severity == .error }
            #expect((read.scenario == nil) == isRefused, "\(mutation.path)")
            #expect((read.resolvedJSON == nil) == isRefused, "\(mutation.path)")
        }
    }

    @Test("A map or list in place of any scalar is refused")
    func nestedForScalar() throws {
        for mutation in try Mutations(of: smallScenario, replacements: ["[[[]]]"]).texts {
            #expect(try read(mutation.text).scenario == nil, "\(mutation.path)")
        }
    }
}
