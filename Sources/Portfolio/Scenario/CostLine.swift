/// One line of a variant's costs: an amount, its kind, and the funds that may pay (model.md §4).
public struct CostLine: Hashable, Sendable {
    /// Name, unique within its program or variant: the line's identity.
    public var name: String
    /// Capital or operating.
    public var kind: Kind
    /// Rupiah, not negative: in all for capital, per year for operating.
    public var amount: Rupiah
    /// Distribution of a capital amount over the working periods.
    public var profile: SpendProfile
    /// Operating lines only: for how many years at most; nil means to the calendar's end.
    public var years: Int?
    /// Funds named by the line itself; nil means every fund that pays for such a line.
    public var funds: [Fund.ID]?
    /// The eligible set S: named funds ∩ funds that pay for it; sorted by id and never empty.
    public var eligibleFunds: [Fund.ID]
    /// Uncertain factor on the amount; nil means the program's.
    public var costFactor: Distribution?
    /// Where the line stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        name: String,
        kind: Kind,
        amount: Rupiah,
        profile: SpendProfile = .even,
        years: Int? = nil,
        funds: [Fund.ID]? = nil,
        eligibleFunds: [Fund.ID],
        costFactor: Distribution? = nil,
        place: ScenarioPath
    ) {
        self.name = name
        self.kind = kind
        self.amount = amount
        self.profile = profile
        self.years = years
        self.funds = funds
        self.eligibleFunds = eligibleFunds
        self.costFactor = costFactor
        self.place = place
    }

    /// The two kinds of spending.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Spent while the program works (belanja modal).
        case capital
        /// Spent every year from the finish on (belanja operasi).
        case operating
    }
}

/// How a capital amount is spread over the d working periods: by integer weights (model.md §4).
public enum SpendProfile: Hashable, Sendable {
    /// All weights 1.
    case even
    /// Weights d, d−1, …, 1.
    case front
    /// Weights 1, 2, …, d.
    case back
    /// Everything in the first working period.
    case start
    /// Everything in the last working period.
    case finish
    /// Exactly d non-negative weights, each at most 1,000,000 and not all 0.
    case weights([Int])
}
