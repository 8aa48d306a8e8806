import Portfolio

/// The first period in which a timing lets a program start after a required one (model.md §7).
enum EarliestStart {
    /// The first allowed period; nil where the order is free.
    static func after(_ required: ChosenProgram, _ timing: Timing, in plan: ResolvedPlan) -> Int? {
        switch timing {
        case .afterFinish(let lag): required.finish + plan.periods(covering: lag)
        case .afterStart(let lag): required.start + plan.periods(covering: lag)
        case .atProgress(let progress, let lag):
            required.start + periods(of: required, reaching: progress) + plan.periods(covering: lag)
        case .choiceOnly: nil
        }
    }

    /// o_B = ceil(d_B·(g' − g)/(1 − g)), 0 where g' ≤ g.
    private static func periods(of required: ChosenProgram, reaching progress: Exact) -> Int {
        let done = required.program.inProgress ?? 0
        guard progress > done else { return 0 }
        let (g1, h1) = (Int128(progress.numerator), Int128(progress.denominator))
        let (g0, h0) = (Int128(done.numerator), Int128(done.denominator))
        let top = Int128(required.duration) * (g1 * h0 - g0 * h1)
        let bottom = h1 * (h0 - g0)
        return Int((top + bottom - 1) / bottom)
    }
}
