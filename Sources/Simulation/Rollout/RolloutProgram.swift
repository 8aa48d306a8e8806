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
    struct StaffNeed: BitwiseCopyable, Sendable {
        let owner: Int
        let persons: Int
    }

    /// One dependency on another program.
    struct Link: BitwiseCopyable, Sendable {
        /// The program that is waited for.
        let program: Int
        /// What of it is waited for.
        let event: Event
        /// Months after that.
        let lag: Double
    }

    /// What a program may wait for.
    enum Event: BitwiseCopyable, Sendable, Equatable {
        case start
        case finish
        /// This fraction of the planned remaining work, > 0.
        case progress(Double)
        /// Nothing but that it is not cancelled.
        case choice
    }
}
