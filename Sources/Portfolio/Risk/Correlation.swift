/// A one-factor Gaussian copula among programs for one quantity.
public struct Correlation: Hashable, Sendable {
    /// Which draws are correlated.
    public var quantity: Quantity
    /// ρ, 0 ≤ ρ < 1.
    public var rho: Double
    /// Among which programs; without keys all.
    public var among: Selector

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        quantity: Quantity,
        rho: Double,
        among: Selector = Selector()
    ) {
        self.quantity = quantity
        self.rho = rho
        self.among = among
    }

    /// The quantities that may be correlated.
    public enum Quantity: String, Hashable, Sendable, CaseIterable {
        /// Durations.
        case duration
        /// Costs.
        case cost
        /// Benefits.
        case benefit
    }
}
