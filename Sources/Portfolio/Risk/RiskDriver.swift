/// A factor that is common to all affected programs in a trial.
public struct RiskDriver: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: Identifier<RiskDriver>
    /// What the reports call it; nil for its id.
    public var name: LocalizedText?
    /// Affected programs; without keys all.
    public var affects: Selector
    /// Factor on the duration.
    public var duration: Distribution?
    /// Factor on the cost.
    public var cost: Distribution?
    /// Factor on the benefit.
    public var benefit: Distribution?

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: Identifier<RiskDriver>,
        name: LocalizedText? = nil,
        affects: Selector = Selector(),
        duration: Distribution? = nil,
        cost: Distribution? = nil,
        benefit: Distribution? = nil
    ) {
        self.id = id
        self.name = name
        self.affects = affects
        self.duration = duration
        self.cost = cost
        self.benefit = benefit
    }
}
