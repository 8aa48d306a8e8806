/// A way of procurement with its chance of failing.
public struct ProcurementRoute: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: ID
    /// What the reports call it; nil for its id.
    public var name: LocalizedText?
    /// Probability that one attempt fails.
    public var failure: Double
    /// Months that a failed attempt adds.
    public var retryDelay: Distribution
    /// The failure after which the program is cancelled, ≥ 1.
    public var giveUpAfter: Int

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        name: LocalizedText? = nil,
        failure: Double,
        retryDelay: Distribution,
        giveUpAfter: Int
    ) {
        self.id = id
        self.name = name
        self.failure = failure
        self.retryDelay = retryDelay
        self.giveUpAfter = giveUpAfter
    }

    /// Identity of a route.
    public typealias ID = Identifier<ProcurementRoute>
}
