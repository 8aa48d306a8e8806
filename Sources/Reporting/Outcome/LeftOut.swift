import Planning
import Portfolio
import Verification

/// A program that is not in the plan.
public struct LeftOut: Sendable {
    /// The program.
    public var id: Program.ID
    /// Its name.
    public var name: LocalizedText
    /// What is known of it.
    public var facts: ProgramFacts
    /// Why, from the facts at hand.
    public var why: LocalizedText

    /// All programs besides the chosen, sorted by id.
    static func all(of scenario: Scenario, besides plan: PlanFigures, result: PlanningResult) -> [LeftOut] {
        let grounds = LeftOutGrounds(scenario: scenario, plan: plan, result: result)
        return scenario.programs.filter { !grounds.chosen.contains($0.id) }.compactMap { program in
            ProgramFacts(leftOut: program, scenario: scenario).map {
                LeftOut(id: program.id, name: program.name, facts: $0, why: grounds.why(program))
            }
        }
    }

    /// The entry in `outcome.json`.
    var jsonValue: JSONValue { .object(facts.members.merging(JSONValue.texts("why", why)) { $1 }) }
}

/// Why programs are left out, as far as it is known without another search.
struct LeftOutGrounds {
    let scenario: Scenario
    let result: PlanningResult
    let chosen: Set<Program.ID>
    /// Σ over the years of what each fund leaves to lapse, rupiah.
    private let unspent: [Fund.ID: Rupiah]

    init(scenario: Scenario, plan: PlanFigures, result: PlanningResult) {
        self.scenario = scenario
        self.result = result
        chosen = Set(plan.programs.map(\.id))
        unspent = Dictionary(
            uniqueKeysWithValues: plan.funds.map { ($0.id, $0.years.reduce(0) { $0 + $1.lapsed }) })
    }

    /// The facts that speak against a program, or that it was simply not chosen.
    func why(_ program: Program) -> LocalizedText {
        if let reason = program.mustNot {
            return LocalizedText("dikecualikan: \(reason.text)", english: "excluded: \(reason.text)")
        }
        if let impossible = result.impossible[program.id] { return impossible }
        let facts = groups(program) + requirements(program) + money(program)
        return facts.isEmpty ? notChosen : .joined(facts)
    }

    private var notChosen: LocalizedText {
        result.status == .optimal
            ? LocalizedText(
                "tidak terpilih dalam portofolio optimal", english: "not chosen in the optimal portfolio")
            : LocalizedText(
                "tidak terpilih dalam portofolio yang ditemukan",
                english: "not chosen in the portfolio that was found")
    }

    private func groups(_ program: Program) -> [LocalizedText] {
        scenario.groups.filter { $0.excludes(program.id, beside: chosen) }.map { group in
            let others = group.of.filter(chosen.contains).map(name)
            return LocalizedText(
                "kelompok \(group.id) sudah terisi oleh \(others.map(\.indonesian).joined(separator: ", "))",
                english:
                    "group \(group.id) is taken by \(others.map { $0.text(in: .english) }.joined(separator: ", "))"
            )
        }
    }

    private func name(_ id: Program.ID) -> LocalizedText {
        scenario.program(id)?.name ?? LocalizedText(id.rawValue)
    }

    private func requirements(_ program: Program) -> [LocalizedText] {
        program.requires.filter { !chosen.contains($0.program) }.map { requirement in
            let name = name(requirement.program)
            return LocalizedText(
                "memerlukan \(name.indonesian), yang tidak terpilih",
                english: "needs \(name.text(in: .english)), which is not chosen")
        }
    }

    /// The first cost that the plan's allocation leaves no money for, where that holds for every variant.
    private func money(_ program: Program) -> [LocalizedText] {
        let shortages = program.variants.map(shortage)
        guard !shortages.contains(where: { $0 == nil }), let first = shortages.compactMap({ $0 }).first else {
            return []
        }
        let indonesian = NumberForms(.indonesian)
        let english = NumberForms(.english)
        return [
            LocalizedText(
                "dana yang boleh membayarnya tinggal \(indonesian.rupiah(first.left)), perlu "
                    + indonesian.rupiah(first.need),
                english: "the funds that may pay it have \(english.rupiah(first.left)) left, it needs "
                    + english.rupiah(first.need))
        ]
    }

    private func shortage(_ variant: Variant) -> (need: Rupiah, left: Rupiah)? {
        let lines = variant.costs.filter { $0.kind == .capital }
        let single = lines.lazy.map { ($0.amount, left(in: Set($0.eligibleFunds))) }.first { $0 > $1 }
        if let single { return single }
        let need = lines.reduce(0) { $0 + $1.amount }
        let rest = left(in: Set(lines.flatMap(\.eligibleFunds)))
        return need > rest ? (need, rest) : nil
    }

    private func left(in funds: Set<Fund.ID>) -> Rupiah { funds.reduce(0) { $0 + (unspent[$1] ?? 0) } }
}

extension LocalizedText {
    /// The texts as one, separated by semicolons, in both languages.
    static func joined(_ texts: [LocalizedText]) -> LocalizedText {
        LocalizedText(
            texts.map(\.indonesian).joined(separator: "; "),
            english: texts.map { $0.text(in: .english) }.joined(separator: "; "))
    }
}

extension Group {
    /// Whether the group has no place left for one of its members beside the chosen.
    fileprivate func excludes(_ program: Program.ID, beside chosen: Set<Program.ID>) -> Bool {
        guard of.contains(program) else { return false }
        let taken = of.count(where: chosen.contains)
        switch kind {
        case .atMost(let limit), .exactly(let limit): return taken > 0 && taken >= limit
        case .atLeast, .allOrNone: return false
        }
    }
}
