/// A cut of ceilings in listed years.
public struct BudgetShock: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: Identifier<BudgetShock>
    /// What the reports call it; nil for its id.
    public var name: LocalizedText?
    /// Funds that are cut together.
    public var funds: [Fund.ID]
    /// Years, each with a coin of its own.
    public var years: [FiscalYear]
    /// Probability in each year.
    public var probability: Double
    /// Fraction that is cut.
    public var cut: Distribution

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: Identifier<BudgetShock>,
        name: LocalizedText? = nil,
        funds: [Fund.ID],
        years: [FiscalYear],
        probability: Double,
        cut: Distribution
    ) {
        self.id = id
        self.name = name
        self.funds = funds
        self.years = years
        self.probability = probability
        self.cut = cut
    }
}
