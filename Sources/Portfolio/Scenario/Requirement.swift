/// When a program may start relative to one that it requires (model.md §7).
public enum Timing: Hashable, Sendable {
    /// start_A ≥ f_B + lag; lag in months, ≥ 0.
    case afterFinish(lag: Exact)
    /// start_A ≥ start_B + lag; lag in months, ≥ 0.
    case afterStart(lag: Exact)
    /// start_A ≥ start_B + ceil(d_B·(progress − g)/(1 − g)) + lag; 0 < progress ≤ 1.
    case atProgress(Exact, lag: Exact)
    /// B must be chosen; the order is free.
    case choiceOnly
}

/// A hard requirement: the program needs another one, with a timing.
public struct Requirement: Hashable, Sendable {
    /// The program that is required.
    public var program: Program.ID
    /// When the requiring program may start.
    public var timing: Timing
    /// Where the requirement stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        program: Program.ID,
        timing: Timing,
        place: ScenarioPath
    ) {
        self.program = program
        self.timing = timing
        self.place = place
    }
}

/// At least `atLeast` of the listed programs must be chosen and satisfy the timing.
public struct AlternativeRequirement: Hashable, Sendable {
    /// How many are needed, at least 1; may exceed the list, which can then never be met.
    public var atLeast: Int
    /// The programs of which so many are needed, sorted by id, without repetition.
    public var of: [Program.ID]
    /// When the requiring program may start relative to each that counts.
    public var timing: Timing
    /// Where the requirement stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        atLeast: Int,
        of: [Program.ID],
        timing: Timing,
        place: ScenarioPath
    ) {
        self.atLeast = atLeast
        self.of = of
        self.timing = timing
        self.place = place
    }
}

/// A soft requirement: a share of the program's value needs the helper (model.md §7).
public struct Help: Hashable, Sendable {
    /// The helping program.
    public var program: Program.ID
    /// Share q of the value that accrues only once the helper operates, 0 ≤ q ≤ 1; they sum to at most 1.
    public var share: Exact
    /// Where it stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        program: Program.ID,
        share: Exact,
        place: ScenarioPath
    ) {
        self.program = program
        self.share = share
        self.place = place
    }
}
