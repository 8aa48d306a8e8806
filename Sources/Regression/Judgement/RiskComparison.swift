import Probability

/// How simulated figures differ: exactly where the same luck struck the same plan, else where their intervals
/// do not overlap.
struct RiskComparison {
    /// What was accepted.
    let before: Figures.Risk?
    /// What is now.
    let now: Figures.Risk?
    /// Whether both simulated the same plan.
    let isSamePlan: Bool
    /// Whether both rest on the same generator of luck.
    let hasSameGenerator: Bool

    /// Every difference, by the figure's path.
    var differences: [Difference] {
        guard let before, let now else { return appearance }
        guard before.policy == now.policy else { return [.policy(from: before.policy, to: now.policy)] }
        return Set(before.figures.keys).union(now.figures.keys).sorted().compactMap { name in
            let (old, new) = (before.figures[name], now.figures[name])
            return isSame(old, new) ? nil : .risk(figure: name, from: old, to: new)
        }
    }

    /// Whether the same trials were played.
    var isSameLuck: Bool {
        hasSameGenerator && before?.seed == now?.seed && before?.trials == now?.trials
    }

    /// A plan that is no longer simulated, or now is, says so by one figure.
    private var appearance: [Difference] {
        guard isSamePlan else { return [] }
        let name = "portfolio.value.mean"
        let (old, new) = (before?.figures[name], now?.figures[name])
        return old == new ? [] : [.risk(figure: name, from: old, to: new)]
    }

    /// Figures of programs that only one plan has say nothing that its decisions do not say.
    private func isSame(_ old: Estimate?, _ new: Estimate?) -> Bool {
        guard let old, let new else { return !isSamePlan }
        return isSamePlan && isSameLuck ? old == new : old.low <= new.high && new.low <= old.high
    }
}
