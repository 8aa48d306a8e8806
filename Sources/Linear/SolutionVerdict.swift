/// What the caller thinks of an integer solution that the solver found.
public struct SolutionVerdict: Sendable {
    /// Whether it is kept as the best solution so far.
    public var isIncumbent: Bool
    /// Only solutions with an objective below this are wanted from now on; nil leaves that as it is.
    public var cutoff: Double?
    /// A row that holds from now on; one that the solution breaks lets the search go on beside it.
    public var cut: Cut?
    /// Whether the search is to end here.
    public var stops: Bool

    /// lower ≤ Σ terms ≤ upper.
    public struct Cut: Sendable {
        /// The sum, each column once.
        public var terms: [Model.Term]
        /// Lower and upper bound.
        public var bounds: ClosedRange<Double>

        /// Makes a cut.
        public init(terms: [Model.Term], bounds: ClosedRange<Double>) {
            self.terms = terms
            self.bounds = bounds
        }
    }

    /// Makes a verdict; without arguments: the solution is passed over.
    public init(isIncumbent: Bool = false, cutoff: Double? = nil, cut: Cut? = nil, stops: Bool = false) {
        self.isIncumbent = isIncumbent
        self.cutoff = cutoff
        self.cut = cut
        self.stops = stops
    }
}
