import Portfolio

/// A chosen program made ready for trials (a class, so that a trial never copies it); programs are numbered in plan order, times are months.
final class RolloutProgram: Sendable {
    /// The program.
    let id: Program.ID
    /// Start of its first planned period.
    let plannedStart: Double
    /// End of its last planned period.
    let plannedFinish: Double
    /// D of the chosen variant.
    let plannedDuration: Double
    /// Whether 31 December ends its contract.
    let isSingleYear: Bool
    /// Whether requirements alone hold it back (`start: ready`).
    let startsWhenReady: Bool
    /// The end of `finish_by`, for a program that is a quick win in the plan.
    let quickWinDeadline: Double?
    /// Positions of its cost lines.
    let lines: Range<Int>
    /// Persons needed of the owners that have a limit.
    let staff: [StaffNeed]
    /// What must come before.
    let requirements: [Link]
    /// How many of the alternatives must come before; 0 without any.
    let neededAlternatives: Int
    /// The chosen ones among the alternatives.
    let alternatives: [Link]
    /// Σ W_k·b_k, points per year.
    let points: Double
    /// Worth of operating from an instant on.
    let worth: WorthCurve
    /// 1 − Σ q.
    let ownShare: Double
    /// The helpers in the plan and the shares of the value that need them.
    let helps: [(helper: Int, share: Double)]

    init(
        id: Program.ID, plannedStart: Double, plannedFinish: Double, plannedDuration: Double,
        isSingleYear: Bool, startsWhenReady: Bool, quickWinDeadline: Double?, lines: Range<Int>,
        staff: [StaffNeed], requirements: [Link], neededAlternatives: Int, alternatives: [Link],
        points: Double, worth: WorthCurve, ownShare: Double, helps: [(helper: Int, share: Double)]
    ) {
        self.id = id
        self.plannedStart = plannedStart
        self.plannedFinish = plannedFinish
        self.plannedDuration = plannedDuration
        self.isSingleYear = isSingleYear
        self.startsWhenReady = startsWhenReady
        self.quickWinDeadline = quickWinDeadline
        self.lines = lines
        self.staff = staff
        self.requirements = requirements
        self.neededAlternatives = neededAlternatives
        self.alternatives = alternatives
        self.points = points
        self.worth = worth
        self.ownShare = ownShare
        self.helps = helps
    }

    /// Persons needed of an owner.
    struct StaffNeed: Sendable {
        let owner: Int
        let persons: Int
    }

    /// One dependency on another program.
    struct Link: Sendable {
        /// The program that is waited for.
        let program: Int
        /// What of it is waited for.
        let event: Event
        /// Months after that.
        let lag: Double
    }

    /// What a program may wait for.
    enum Event: Sendable, Equatable {
        case start
        case finish
        /// This fraction of the planned remaining work, > 0.
        case progress(Double)
        /// Nothing but that it is not cancelled.
        case choice
    }
}

/// A cost line made ready for trials.
final class RolloutLine: Sendable {
    /// The program.
    let program: Int
    /// Its name.
    let name: String
    /// Whether it is spent while the program works.
    let isCapital: Bool
    /// As planned, rupiah; per year for operating.
    let amount: Rupiah
    /// Position of the eligible set.
    let set: Int
    /// w_0 + … + w_{k−1} for k = 0 … d (capital only).
    let cumulativeWeights: [Double]
    /// Months for which an operating line is paid at most.
    let months: Double

    init(
        program: Int, name: String, isCapital: Bool, amount: Rupiah, set: Int, cumulativeWeights: [Double],
        months: Double
    ) {
        self.program = program
        self.name = name
        self.isCapital = isCapital
        self.amount = amount
        self.set = set
        self.cumulativeWeights = cumulativeWeights
        self.months = months
    }

    /// Spend up to a fraction of the work (§4, §12): round-half-up(amount × cumulative profile),
    /// piecewise linear between the planned periods.
    func spent(at fraction: Double, of amount: Rupiah) -> Rupiah {
        let periods = cumulativeWeights.count - 1
        if fraction >= 1 { return amount }
        var position = fraction * Double(periods)
        let nearest = position.rounded()
        if abs(position - nearest) < 1e-9 { position = nearest }
        guard position > 0 else { return 0 }
        let index = min(Int(position), periods - 1)
        let (low, high) = (cumulativeWeights[index], cumulativeWeights[index + 1])
        return Self.share(
            of: amount, low + (position - Double(index)) * (high - low), over: cumulativeWeights[periods])
    }

    /// Spend of an operating line so many months after the finish: round-half-up(amount × months ÷ 12).
    func operated(for elapsed: Double, of amount: Rupiah) -> Rupiah {
        guard elapsed > 0 else { return 0 }
        return Self.share(of: amount, min(elapsed, months), over: 12)
    }

    /// round-half-up(amount × weight ÷ total), by integers where the weight is whole.
    private static func share(of amount: Rupiah, _ weight: Double, over total: Double) -> Rupiah {
        let product = Double(amount) * weight
        if product < 0x1p53 { return Rupiah((product / total + 0.5).rounded(.down)) }
        guard weight == weight.rounded() else { return Rupiah((product / total).rounded()) }
        return roundHalfUp(Int128(amount) * Int128(weight), over: Int128(total))
    }
}
