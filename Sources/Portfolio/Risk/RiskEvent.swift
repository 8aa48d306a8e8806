/// Something that may happen to programs.
public struct RiskEvent: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: Identifier<RiskEvent>
    /// What the reports call it; nil for its id.
    public var name: LocalizedText?
    /// Probability of happening.
    public var probability: Double
    /// Whether each affected program has its own coin.
    public var scope: Scope
    /// Affected programs; without keys all.
    public var affects: Selector
    /// Months added to the duration.
    public var delay: Distribution?
    /// Factor on the cost.
    public var cost: Distribution?
    /// Factor on the benefit.
    public var benefit: Distribution?
    /// Whether it cancels the program.
    public var cancels: Bool

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: Identifier<RiskEvent>,
        name: LocalizedText? = nil,
        probability: Double,
        scope: Scope = .each,
        affects: Selector = Selector(),
        delay: Distribution? = nil,
        cost: Distribution? = nil,
        benefit: Distribution? = nil,
        cancels: Bool = false
    ) {
        self.id = id
        self.name = name
        self.probability = probability
        self.scope = scope
        self.affects = affects
        self.delay = delay
        self.cost = cost
        self.benefit = benefit
        self.cancels = cancels
    }

    /// One coin per program, or one for all.
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        /// An independent coin and impact per affected program.
        case each
        /// One coin and impact for all.
        case all
    }
}
