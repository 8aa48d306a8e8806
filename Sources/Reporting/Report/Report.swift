import Planning
import Portfolio

/// What every document about an outcome is laid out from: `outcome.json`, typed, and nothing else.
///
/// It computes nothing: each number is one of the outcome's and knows its path there (``Figure``).
public struct Report: Sendable {
    /// The scenario.
    public let scenario: Scenario
    /// How sure the answer is.
    public let status: PlanStatus
    /// The goals in order; empty without a plan.
    public let goals: [Goal]
    /// The plan; nil where there is none.
    public let plan: Plan?
    /// Programs that are not in the plan, sorted by id; empty without a plan.
    public let leftOut: [LeftOut]
    /// All candidates by simple additive weighting, the best first; empty without a plan.
    public let saw: [SAW]
    /// Statements that contradict each other, where they are known.
    public let conflicts: [Conflict]
    /// What the simulation says; nil where none was made.
    public let risk: Risk?
    /// How the answer was found.
    public let search: Search
    /// Version of Selaras that made the outcome.
    public let version: String
    /// All candidates by id.
    private let candidates: [String: Candidate]

    /// Reads a report from the text of `outcome.json`.
    ///
    /// - Throws: ``UnusableOutcome``, also where the text is not JSON.
    public init(json bytes: [UInt8]) throws(UnusableOutcome) {
        try self.init(outcome: OutcomePart(json: bytes).value)
    }

    /// Reads a report from an outcome.
    ///
    /// - Throws: ``UnusableOutcome`` naming the first value that is missing or of another type.
    public init(outcome: JSONValue) throws(UnusableOutcome) {
        let root = OutcomePart(value: outcome, path: "")
        guard try root.part("schema").whole().value == 1 else {
            throw UnusableOutcome(path: "schema", expected: LocalizedText("1"))
        }
        let scenario = try Scenario(root.part("scenario"))
        let statusPart = try root.part("status")
        guard let status = PlanStatus(rawValue: try statusPart.text()) else {
            throw statusPart.wrong(
                "optimal, feasible, infeasible atau unknown", "optimal, feasible, infeasible or unknown")
        }
        self.scenario = scenario
        self.status = status
        goals = try root.list("objective").map(Goal.init)
        plan = try root["plan"].map { part throws(UnusableOutcome) in try Plan(part, of: scenario) }
        leftOut = try root.list("left_out").map { part throws(UnusableOutcome) in
            try LeftOut(part, of: scenario)
        }
        saw = try root.list("saw").map(SAW.init)
        conflicts = try root["infeasible"]?.list("conflict").map(Conflict.init) ?? []
        risk = try root["risk"].map(Risk.init)
        search = try Search(root.part("search"))
        version = try root.part("version").text()
        let all = (plan?.programs.map(\.candidate) ?? []) + leftOut.map(\.candidate)
        candidates = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        try checkAmounts()
    }

    /// The candidate of an id, chosen or left out.
    public func candidate(_ id: String) -> Candidate? { candidates[id] }

    /// The name of a candidate, or its id where the outcome does not know it.
    public func name(of id: String) -> LocalizedText { candidate(id)?.name ?? LocalizedText(id) }
}

extension Report {
    /// What became of one goal.
    public struct Goal: Sendable {
        /// The goal as the scenario writes it: `maximise value`.
        public let goal: String
        /// Its value in the plan.
        public let value: Figure<Double>
        /// Proved bound; nil where none is known.
        public let bound: Figure<Double>?
        /// Distance to the bound; nil where none is known.
        public let gap: Figure<Double>?
        /// Whether it was optimised at all.
        public let isOptimised: Bool

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            goal = try part.part("goal").text()
            value = try part.part("value").number()
            bound = try part["bound"]?.number()
            gap = try part["gap"]?.number()
            isOptimised = try part["optimised"]?.flag() ?? true
        }
    }

    /// One statement of a conflict.
    public struct Conflict: Sendable {
        /// The law.
        public let rule: String
        /// `file:line`, where the scenario writes the statement.
        public let at: String?
        /// What it says.
        public let says: LocalizedText

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            rule = try part.part("rule").text()
            at = try part["at"]?.text()
            says = try part.localized("says")
        }
    }

    /// How the answer was found.
    public struct Search: Sendable {
        /// Name and version of the solver.
        public let solver: String
        /// Branch-and-bound nodes.
        public let nodes: Figure<Int64>
        /// Whether a repetition gives the same answer.
        public let isRepeatable: Bool

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            solver = try part.part("solver").text()
            nodes = try part.part("nodes").whole()
            isRepeatable = try part.part("repeatable").flag()
        }
    }

    /// A candidate's place by simple additive weighting.
    public struct SAW: Sendable {
        /// The candidate.
        public let id: String
        /// Place, 1 the best.
        public let rank: Figure<Int64>
        /// The score.
        public let score: Figure<Double>
        /// Weighted points per year for each Rp1 billion of capital; nil without capital.
        public let pointsPerBillion: Figure<Double>?
        /// Whether it is in the plan.
        public let isChosen: Bool
        /// Whether the ranking alone would decide the same.
        public let agrees: Bool
        /// Why the plan decides otherwise.
        public let why: LocalizedText?

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            id = try part.part("id").text()
            rank = try part.part("rank").whole()
            score = try part.part("score").number()
            pointsPerBillion = try part["points_per_billion"]?.number()
            isChosen = try part.part("chosen").flag()
            agrees = try part.part("agrees").flag()
            why = try part.optionalLocalized("why")
        }
    }
}
