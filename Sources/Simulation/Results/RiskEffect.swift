import Probability

/// The effect of one risk.
public struct RiskEffect: Sendable {
    /// The risk's id.
    public let id: String
    /// driver, event, route or shock.
    public let kind: String
    /// Effects by what is affected, in the order of ``Output``.
    public let effects: [Effect]

    /// What a risk may affect.
    public enum Output: String, Sendable, CaseIterable {
        /// Value, points.
        case value
        /// Cost, rupiah.
        case cost
        /// Last finish, months.
        case finish
        /// Quick wins on time.
        case quickWins = "quick_wins"
        /// Lapsed rupiah.
        case lapsed
    }

    /// The effect on one output.
    public struct Effect: Sendable {
        /// What is affected.
        public let output: Output
        /// Spearman's correlation of the risk's strength with the output.
        public let rankCorrelation: Estimate?
        /// Mean change of the output when this risk alone is taken out, the rest of the luck unchanged.
        public let byExclusion: Estimate?
    }
}
