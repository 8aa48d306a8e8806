/// A candidate program: what it costs, needs and brings (model.md §3).
public struct Program: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: ID
    /// Name for the reports.
    public var name: LocalizedText
    /// The agency in charge.
    public var owner: Owner.ID
    /// Primary dimension.
    public var dimension: Dimension.ID
    /// Who proposed it: government, business, community, academia or any text.
    public var proposedBy: String?
    /// Free labels, sorted, without repetition.
    public var tags: [String]
    /// The ways of carrying it out, sorted by id; at least one.
    public var variants: [Variant]
    /// Whether all working periods must lie in one fiscal year.
    public var contract: Contract
    /// g, the part of the work already done, 0 < g < 1; then it is chosen and starts in period 0.
    public var inProgress: Exact?
    /// Reason why it must be chosen; nil means it need not.
    public var must: Reason?
    /// Reason why it must not be chosen; nil means it may.
    public var mustNot: Reason?
    /// Hard requirements, sorted.
    public var requires: [Requirement]
    /// A requirement of some out of several.
    public var requiresAny: AlternativeRequirement?
    /// Soft requirements, sorted by program.
    public var helpedBy: [Help]
    /// Budget nomenclature, kept as text.
    public var code: String?
    /// Sub-element of the dimension, kept as text.
    public var element: String?
    /// Free text that travels into the reports.
    public var notes: String?
    /// Local revenue or saving per year in rupiah; reported only, not money to spend again.
    public var yearlyReturn: Rupiah?
    /// Where the program stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        name: LocalizedText,
        owner: Owner.ID,
        dimension: Dimension.ID,
        proposedBy: String? = nil,
        tags: [String] = [],
        variants: [Variant],
        contract: Contract = .multiYear,
        inProgress: Exact? = nil,
        must: Reason? = nil,
        mustNot: Reason? = nil,
        requires: [Requirement] = [],
        requiresAny: AlternativeRequirement? = nil,
        helpedBy: [Help] = [],
        code: String? = nil,
        element: String? = nil,
        notes: String? = nil,
        yearlyReturn: Rupiah? = nil,
        place: ScenarioPath
    ) {
        self.id = id
        self.name = name
        self.owner = owner
        self.dimension = dimension
        self.proposedBy = proposedBy
        self.tags = tags
        self.variants = variants
        self.contract = contract
        self.inProgress = inProgress
        self.must = must
        self.mustNot = mustNot
        self.requires = requires
        self.requiresAny = requiresAny
        self.helpedBy = helpedBy
        self.code = code
        self.element = element
        self.notes = notes
        self.yearlyReturn = yearlyReturn
        self.place = place
    }

    /// Identity of a program.
    public typealias ID = Identifier<Program>

    /// Whether a contract may cross 31 December.
    public enum Contract: String, Hashable, Sendable, CaseIterable {
        /// Tahun tunggal: all working periods lie in one fiscal year.
        case singleYear = "single_year"
        /// Tahun jamak, and yearly staged programs (bertahap).
        case multiYear = "multi_year"
    }

    /// The variant with an id, or nil.
    public func variant(_ id: Variant.ID) -> Variant? { variants.first { $0.id == id } }
}

/// Why a decision is forced.
public struct Reason: Hashable, Sendable {
    /// The planner's own words.
    public var text: String
    /// Where the statement stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        text: String,
        place: ScenarioPath
    ) {
        self.text = text
        self.place = place
    }
}
