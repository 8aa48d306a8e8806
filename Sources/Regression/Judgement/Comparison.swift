import Planning

/// How an outcome differs from its baseline, in the order of what a reader asks first.
struct Comparison {
    /// What was accepted.
    let before: Figures
    /// What is now.
    let now: Figures
    /// Whether both rest on the same generator of luck.
    let hasSameGenerator: Bool

    /// Largest relative difference of two values that count as one.
    static let tolerance = 1e-6

    /// Every difference.
    var differences: [Difference] { status + decisions + money + goals + worth + risk }

    /// Whether another plan leads to the same goals, with the money and the risk that it brings.
    ///
    /// The same plan paid otherwise is no tie: its money follows from the scenario alone.
    var isTie: Bool {
        decisions.contains(where: \.isChoice) && (status + goals).isEmpty
            && before.risk?.policy == now.risk?.policy
    }

    private var status: [Difference] {
        before.status == now.status ? [] : [.status(from: before.status, to: now.status)]
    }

    private var decisions: [Difference] {
        let (old, new) = (before.plan?.decisions ?? [:], now.plan?.decisions ?? [:])
        let leaving = old.keys.filter { new[$0] == nil }.sorted().map(Difference.leaves)
        let entering = new.filter { old[$0.key] == nil }.sorted { $0.key < $1.key }
            .map { Difference.enters(program: $0.key, start: $0.value.start) }
        let staying = old.sorted { $0.key < $1.key }.flatMap { program, decision in
            new[program].map { changes(of: program, from: decision, to: $0) } ?? []
        }
        return leaving + entering + staying
    }

    private func changes(
        of program: String, from old: Figures.Decision, to new: Figures.Decision
    ) -> [Difference] {
        var list: [Difference] = []
        if old.variant != new.variant {
            list.append(.variant(program: program, from: old.variant, to: new.variant))
        }
        if old.start != new.start { list.append(.start(program: program, from: old.start, to: new.start)) }
        if old.isQuickWin != new.isQuickWin {
            list.append(.quickWin(program: program, isNow: new.isQuickWin))
        }
        return list
    }

    private var money: [Difference] {
        let (old, new) = (before.plan?.money ?? [:], now.plan?.money ?? [:])
        return Set(old.keys).union(new.keys).sorted().compactMap { place in
            let (from, to) = (old[place] ?? 0, new[place] ?? 0)
            return from == to ? nil : .money(fund: place.fund, year: place.year, from: from, to: to)
        }
    }

    private var goals: [Difference] {
        guard before.plan != nil, now.plan != nil else { return [] }
        let (old, new) = (before.goals, now.goals)
        guard old.map(\.name) == new.map(\.name) else {
            return [.goals(from: old.map(\.name), to: new.map(\.name))]
        }
        return zip(old, new).flatMap { old, new in
            let value: [Difference] =
                Self.isSame(old.value, new.value)
                ? [] : [.goal(name: old.name, from: old.value, to: new.value)]
            let bound: [Difference] =
                Self.isSame(old.bound, new.bound)
                ? [] : [.bound(name: old.name, from: old.bound, to: new.bound)]
            return value + (value.isEmpty || before.status != .optimal ? bound : [])
        }
    }

    /// Value and cost of the portfolio, where no goal says them.
    private var worth: [Difference] {
        guard let old = before.plan, let new = now.plan else { return [] }
        let goals = Set((before.goals + now.goals).map(\.name))
        var list: [Difference] = []
        if !goals.contains("maximise value"), !Self.isSame(old.value, new.value) {
            list.append(.value(from: old.value, to: new.value))
        }
        if !goals.contains("minimise cost"), old.cost != new.cost {
            list.append(.cost(from: old.cost, to: new.cost))
        }
        return list
    }

    private var risk: [Difference] {
        RiskComparison(
            before: before.risk, now: now.risk, isSamePlan: (decisions + money).isEmpty,
            hasSameGenerator: hasSameGenerator
        ).differences
    }

    /// Whether two values are one, as far as two computations of it can agree.
    static func isSame(_ one: Double, _ other: Double) -> Bool {
        one == other || abs(one - other) <= tolerance * max(abs(one), abs(other))
    }

    private static func isSame(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return isSame(one, other)
    }
}
