/// A source of money with a ceiling for every fiscal year (model.md §5).
public struct Fund: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: ID
    /// Name for the reports.
    public var name: LocalizedText
    /// Ceiling per fiscal year of the calendar, in rupiah, not negative; every year of the calendar is present.
    public var ceilings: [FiscalYear: Rupiah]
    /// What becomes of money unspent at 31 December.
    public var unspent: Unspent
    /// What the fund may pay for; nil means anything.
    public var paysFor: PaysFor?

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        name: LocalizedText,
        ceilings: [FiscalYear: Rupiah],
        unspent: Unspent = .lapse,
        paysFor: PaysFor? = nil
    ) {
        self.id = id
        self.name = name
        self.ceilings = ceilings
        self.unspent = unspent
        self.paysFor = paysFor
    }

    /// Identity of a fund.
    public typealias ID = Identifier<Fund>

    /// What becomes of money that is unspent at 31 December.
    public enum Unspent: Hashable, Sendable {
        /// It is gone.
        case lapse
        /// At most floor(q·B[F,y]) moves into the next year, 0 ≤ q ≤ 1.
        case carry(Exact)
    }
}

/// A restriction of what a fund pays for: all keys that are given must match.
public struct PaysFor: Hashable, Sendable {
    /// Kinds of cost line; nil means any.
    public var kinds: [CostLine.Kind]?
    /// Owners of the program; nil means any.
    public var owners: [Owner.ID]?
    /// Primary dimensions of the program; nil means any.
    public var dimensions: [Dimension.ID]?
    /// Tags, of which the program must have at least one; nil means any.
    public var tags: [String]?

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        kinds: [CostLine.Kind]? = nil,
        owners: [Owner.ID]? = nil,
        dimensions: [Dimension.ID]? = nil,
        tags: [String]? = nil
    ) {
        self.kinds = kinds
        self.owners = owners
        self.dimensions = dimensions
        self.tags = tags
    }
}
