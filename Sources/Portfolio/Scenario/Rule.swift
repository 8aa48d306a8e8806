/// A limit on one measure over the chosen programs that match (model.md §10).
public struct Rule: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: ID
    /// What is measured.
    public var measure: Measure
    /// Which programs count.
    public var matching: Selector
    /// One rule per value in use of this property; nil means one rule.
    public var each: Each?
    /// Only programs finished by this month count.
    public var by: Month?
    /// For spend, capital and starts: only this fiscal year's.
    public var inYear: FiscalYear?
    /// For spend, capital and starts: the limit holds in each period or year separately.
    public var per: Per?
    /// Smallest allowed measure: rupiah, programs, or points.
    public var min: Exact?
    /// Largest allowed measure: rupiah, programs, or points.
    public var max: Exact?
    /// Smallest share of the same measure over all chosen programs, 0…1.
    public var minShare: Exact?
    /// Largest share of the same measure over all chosen programs, 0…1.
    public var maxShare: Exact?
    /// The planner's own words.
    public var reason: String?
    /// Where the rule stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        measure: Measure,
        matching: Selector = Selector(),
        each: Each? = nil,
        by: Month? = nil,
        inYear: FiscalYear? = nil,
        per: Per? = nil,
        min: Exact? = nil,
        max: Exact? = nil,
        minShare: Exact? = nil,
        maxShare: Exact? = nil,
        reason: String? = nil,
        place: ScenarioPath
    ) {
        self.id = id
        self.measure = measure
        self.matching = matching
        self.each = each
        self.by = by
        self.inYear = inYear
        self.per = per
        self.min = min
        self.max = max
        self.minShare = minShare
        self.maxShare = maxShare
        self.reason = reason
        self.place = place
    }

    /// Identity of a rule.
    public typealias ID = Identifier<Rule>

    /// The measures that a rule can limit.
    public enum Measure: Hashable, Sendable {
        /// Chosen programs.
        case count
        /// Chosen programs that are quick wins.
        case quickWins
        /// Rupiah of all lines over the whole calendar.
        case spend
        /// Rupiah of capital lines.
        case capital
        /// Σ of the yearly amounts of all operating lines, whatever their years or start.
        case operating
        /// Σ b_k of the chosen, undiscounted and unweighted.
        case benefit(Dimension.ID)
        /// Programs that start, one in progress at period 0.
        case starts
    }

    /// The property whose values make one rule each.
    public enum Each: String, Hashable, Sendable, CaseIterable {
        /// Primary dimension.
        case dimension
        /// Agency in charge.
        case owner
        /// Proposer.
        case proposedBy = "proposed_by"
    }

    /// The spans of time in which a limit holds separately.
    public enum Per: String, Hashable, Sendable, CaseIterable {
        /// Every planning period.
        case period
        /// Every fiscal year of the calendar.
        case year
    }
}

/// A choice of programs by their properties: all keys that are given must hold, with any of a key's values.
public struct Selector: Hashable, Sendable {
    /// Primary dimensions; nil means any.
    public var dimensions: [Dimension.ID]?
    /// Owners; nil means any.
    public var owners: [Owner.ID]?
    /// Tags, of which the program has at least one; nil means any.
    public var tags: [String]?
    /// Proposers; nil means any.
    public var proposedBy: [String]?
    /// The programs themselves; nil means any.
    public var programs: [Program.ID]?

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        dimensions: [Dimension.ID]? = nil,
        owners: [Owner.ID]? = nil,
        tags: [String]? = nil,
        proposedBy: [String]? = nil,
        programs: [Program.ID]? = nil
    ) {
        self.dimensions = dimensions
        self.owners = owners
        self.tags = tags
        self.proposedBy = proposedBy
        self.programs = programs
    }
}
