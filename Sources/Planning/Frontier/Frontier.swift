import Linear
import Portfolio

/// The best plan at every point of an axis: each point is planned, proved and verified.
///
/// Points are planned in waves, both ends first, then the middle of every gap. A point starts from the plans
/// of its nearest neighbours in earlier waves, where they keep its laws; where the neighbour with looser laws
/// already decides it, nothing is searched for. The waves do not depend on the number of threads, so no
/// answer does.
public struct Frontier: Sendable {
    /// The scenario.
    public let scenario: Scenario
    /// What is varied.
    public let axis: FrontierAxis
    private let solver: any MIPSolver
    private let options: PlanningOptions
    private let looserSide: FrontierAxis.Side?

    /// Makes a frontier; limits hold for each point.
    public init(scenario: Scenario, axis: FrontierAxis, solver: any MIPSolver, options: PlanningOptions) {
        self.scenario = scenario
        self.axis = axis
        self.solver = solver
        self.options = options
        looserSide = axis.looserSide(in: scenario)
    }

    /// A point of the axis and what is best there.
    public struct Point: Sendable {
        /// Its place on the axis, from 0.
        public let index: Int
        /// The share or limit there.
        public let value: Exact
        /// Σ of all ceilings over all fiscal years, rupiah.
        public let ceilings: Rupiah
        /// The rupiah that are varied: of ceilings, or the limit of a rule on money; nil where none are.
        public let money: Double?
        /// The plan, or why there is none.
        public let result: PlanningResult
    }

    /// Plans every point, or fewer where somebody asked to stop; blocks until done.
    ///
    /// - Parameter done: told how many points are planned, on any thread.
    /// - Throws: ``PlanningDefect`` where formulation and verifier disagree.
    public func points(done: @escaping @Sendable (Int) -> Void = { _ in }) throws(PlanningDefect) -> [Point] {
        var planned: [Int: Point] = [:]
        for wave in Self.waves(axis.points) {
            let earlier = planned.count
            let answers = planAll(wave, after: planned) { count in
                if options.isCancelled?() != true { done(earlier + count) }
            }
            for answer in answers {
                switch answer {
                case .success(let point?): planned[point.index] = point
                case .success(nil): break
                case .failure(let defect): throw defect
                }
            }
        }
        return planned.keys.sorted().compactMap { planned[$0] }
    }

    /// The order in which points are planned: both ends, then the middle of every gap.
    static func waves(_ count: Int) -> [[Int]] {
        var waves = [[0, count - 1]]
        var known = [0, count - 1]
        while known.count < count {
            let middles = zip(known, known.dropFirst()).compactMap { $1 - $0 > 1 ? ($0 + $1) / 2 : nil }
            waves.append(middles)
            known = (known + middles).sorted()
        }
        return waves
    }

    private typealias Answer = Result<Point?, PlanningDefect>

    private func planAll(
        _ wave: [Int], after planned: [Int: Point], done: @escaping @Sendable (Int) -> Void
    ) -> [Answer] {
        let workers = max(1, min(options.threads, wave.count))
        let threads = max(1, options.threads / workers)
        return SideBySide.map(wave, threads: workers, answered: done) { index in
            options.isCancelled?() == true
                ? .success(nil) : plan(index, after: planned, threads: threads)
        }
    }

    private func plan(_ index: Int, after planned: [Int: Point], threads: Int) -> Answer {
        guard let value = axis.value(at: index), let varied = axis.scenario(scenario, at: index) else {
            return .success(nil)
        }
        let (below, above) = Self.neighbours(of: index, in: planned)
        var own = options
        own.threads = threads
        own.progress = nil
        own.knownPlans = [below, above].compactMap { $0?.result.plan }
        let planner = Planner(scenario: varied, solver: solver, options: own)
        let looser = looserSide.flatMap { $0 == .above ? above : below }?.result
        do throws(PlanningDefect) {
            let decided: PlanningResult? = if let looser { try planner.planned(under: looser) } else { nil }
            let result: PlanningResult = if let decided { decided } else { try planner.plan() }
            return .success(
                Point(
                    index: index, value: value, ceilings: varied.sumOfCeilings, money: axis.money(in: varied),
                    result: result))
        } catch {
            return .failure(error)
        }
    }

    /// The nearest planned points on both sides.
    private static func neighbours(of index: Int, in planned: [Int: Point]) -> (below: Point?, above: Point?)
    {
        let below = planned.keys.filter { $0 < index }.max()
        let above = planned.keys.filter { $0 > index }.min()
        return (below.flatMap { planned[$0] }, above.flatMap { planned[$0] })
    }
}
