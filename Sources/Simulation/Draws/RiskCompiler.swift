import Portfolio
import Probability

/// Makes the sources of luck of a rollout.
struct RiskCompiler {
    let scenario: Scenario
    private let rollout: Rollout
    let programs: [(program: Program, variant: Variant)]
    var names: StreamNames
    private var commons: [RiskSources.Common] = []
    private var correlationOf: [Correlation.Quantity: [Int?]] = [:]
    var risks: [RiskSources.Risk] = []

    /// Prepares for a scenario's plan and a seed.
    init(scenario: Scenario, planned: PlannedRollout, rollout: Rollout, seed: UInt64)
        throws(SimulationError)
    {
        self.scenario = scenario
        self.rollout = rollout
        names = StreamNames(seed: seed)
        var programs: [(program: Program, variant: Variant)] = []
        for entry in rollout.programs {
            guard let program = scenario.program(entry.id),
                let variant = planned.plan[entry.id].flatMap({ program.variant($0.variant) })
            else { throw .unknown("\(entry.id)") }
            programs.append((program, variant))
        }
        self.programs = programs
        for program in scenario.programs { _ = try names.stream(.duration, program.id.rawValue) }
    }

    /// Makes every stream and sampler.
    mutating func compile() throws(SimulationError) -> RiskSources {
        try correlate()
        let work = try draws(.duration, .duration) {
            $0.variant.duration.distribution ?? .constant($0.variant.duration.planned.doubleValue)
        }
        let (cost, shares) = try costs()
        let benefit = try draws(.benefit, .benefit) { $0.variant.benefitFactor }
        let drivers = try (
            factors(.driverDuration) { $0.duration }, factors(.driverCost) { $0.cost },
            factors(.driverBenefit) { $0.benefit }
        )
        let events = try self.events()
        let routes = try self.routes()
        let shocks = try self.shocks()
        return RiskSources(
            commons: commons, work: work.compactMap { $0 }, cost: cost, sharesCost: shares,
            benefit: benefit, durationFactors: drivers.0, costFactors: drivers.1,
            benefitFactors: drivers.2, events: events, routes: routes, shocks: shocks, risks: risks)
    }

    private mutating func correlate() throws(SimulationError) {
        for correlation in scenario.risk.correlation {
            guard let copula = GaussianCopula(rho: correlation.rho) else {
                throw .impossibleDistribution("rho \(correlation.rho)")
            }
            let name = "\(correlation.quantity.rawValue)/\(correlation.among.words)"
            for (index, entry) in programs.enumerated() where correlation.among.matches(entry.program) {
                correlationOf[
                    correlation.quantity, default: Array(repeating: nil, count: programs.count)][index] =
                    commons.count
            }
            commons.append(
                RiskSources.Common(stream: try names.stream(.commonScore, name), copula: copula))
        }
    }

    private mutating func draws(
        _ what: StreamName, _ quantity: Correlation.Quantity,
        _ written: ((program: Program, variant: Variant)) -> Distribution?
    ) throws(SimulationError) -> [RiskSources.Draw?] {
        var draws: [RiskSources.Draw?] = []
        for (index, entry) in programs.enumerated() {
            guard let distribution = written(entry) else {
                draws.append(nil)
                continue
            }
            draws.append(
                RiskSources.Draw(
                    stream: try names.stream(what, entry.program.id.rawValue),
                    sampler: try Sampler(distribution),
                    correlation: correlationOf[quantity]?[index]))
        }
        return draws
    }

    /// A line with a factor of its own has its own stream, unless a correlation gives all lines of the
    /// program one score; the others share the program's draw.
    private mutating func costs() throws(SimulationError) -> ([RiskSources.Draw?], [Int?]) {
        let whole = try draws(.cost, .cost) { $0.variant.costFactor }
        var (draws, shares) = ([RiskSources.Draw?](), [Int?]())
        for (index, entry) in programs.enumerated() {
            var first: Int?
            for line in entry.variant.costs {
                guard let own = line.costFactor else {
                    shares.append(first)
                    draws.append(first == nil ? whole[index] : nil)
                    first = first ?? draws.count - 1
                    continue
                }
                let common = correlationOf[.cost]?[index]
                let id = entry.program.id.rawValue
                draws.append(
                    RiskSources.Draw(
                        stream: common == nil
                            ? try names.stream(.lineCost, "\(id)/\(line.name)")
                            : try names.stream(.cost, id),
                        sampler: try Sampler(own), correlation: common))
                shares.append(nil)
            }
        }
        return (draws, shares)
    }
}

extension Selector {
    /// The selector in words that do not depend on the order of a file.
    fileprivate var words: String {
        let parts: [[String]?] = [
            dimensions?.map(\.rawValue), owners?.map(\.rawValue), tags, proposedBy,
            programs?.map(\.rawValue),
        ]
        return parts.map { $0.map { $0.sorted().joined(separator: ",") } ?? "*" }.joined(separator: ";")
    }
}
