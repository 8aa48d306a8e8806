import Portfolio
import Probability

/// Makes the sources of luck of a rollout.
struct RiskCompiler {
    private let scenario: Scenario
    private let rollout: Rollout
    private let programs: [(program: Program, variant: Variant)]
    private var names: StreamNames
    private var commons: [RiskSources.Common] = []
    private var correlationOf: [Correlation.Quantity: [Int?]] = [:]
    private var risks: [RiskSources.Risk] = []

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

    private mutating func factors(
        _ what: StreamName, _ written: (RiskDriver) -> Distribution?
    ) throws(SimulationError) -> [RiskSources.Factor] {
        var factors: [RiskSources.Factor] = []
        for driver in scenario.risk.drivers.sorted(by: { $0.id < $1.id }) {
            let risk = number(.driver, driver.id.rawValue)
            guard let distribution = written(driver) else { continue }
            factors.append(
                RiskSources.Factor(
                    risk: risk, stream: try names.stream(what, driver.id.rawValue),
                    sampler: try Sampler(distribution), programs: affected(by: driver.affects)))
        }
        return factors
    }

    private mutating func events() throws(SimulationError) -> [RiskSources.Event] {
        var events: [RiskSources.Event] = []
        for event in scenario.risk.events.sorted(by: { $0.id < $1.id }) {
            let risk = number(.event, event.id.rawValue)
            let affected = affected(by: event.affects)
            guard event.scope == .each else {
                events.append(try make(event, risk, name: event.id.rawValue, programs: affected))
                continue
            }
            for program in affected {
                let name = "\(event.id)/\(programs[program].program.id)"
                events.append(try make(event, risk, name: name, programs: [program]))
            }
        }
        return events
    }

    private mutating func make(
        _ event: RiskEvent, _ risk: Int, name: String, programs: [Int]
    ) throws(SimulationError) -> RiskSources.Event {
        RiskSources.Event(
            risk: risk, probability: event.probability, coin: try names.stream(.eventCoin, name),
            delay: try impact(.eventDelay, name, event.delay),
            cost: try impact(.eventCost, name, event.cost),
            benefit: try impact(.eventBenefit, name, event.benefit),
            strike: event.cancels ? try names.stream(.strike, name) : nil, programs: programs)
    }

    private mutating func impact(
        _ what: StreamName, _ name: String, _ written: Distribution?
    ) throws(SimulationError) -> RiskSources.Impact? {
        guard let written else { return nil }
        return RiskSources.Impact(stream: try names.stream(what, name), sampler: try Sampler(written))
    }

    private mutating func routes() throws(SimulationError) -> [RiskSources.Route] {
        var routes: [RiskSources.Route] = []
        for route in scenario.risk.procurement.sorted(by: { $0.id < $1.id }) {
            let risk = number(.route, route.id.rawValue)
            for (index, entry) in programs.enumerated()
            where entry.variant.procurement == route.id && entry.program.inProgress == nil {
                let id = entry.program.id.rawValue
                routes.append(
                    RiskSources.Route(
                        risk: risk, program: index, failure: route.failure,
                        giveUpAfter: route.giveUpAfter, attempt: try names.stream(.attempt, id),
                        delay: RiskSources.Impact(
                            stream: try names.stream(.retryDelay, id),
                            sampler: try Sampler(route.retryDelay))))
            }
        }
        return routes
    }

    private mutating func shocks() throws(SimulationError) -> [RiskSources.Shock] {
        var shocks: [RiskSources.Shock] = []
        for shock in scenario.risk.budgetShocks.sorted(by: { $0.id < $1.id }) {
            let risk = number(.shock, shock.id.rawValue)
            let coin = try names.stream(.shockCoin, shock.id.rawValue)
            let cut = try impact(.shockCut, shock.id.rawValue, shock.cut)
            guard let cut else { continue }
            for year in Set(shock.years).sorted() {
                guard let position = scenario.calendar.years.firstIndex(of: year) else { continue }
                shocks.append(
                    RiskSources.Shock(
                        risk: risk, year: position, draw: UInt8(truncatingIfNeeded: year.year),
                        probability: shock.probability, coin: coin, cut: cut,
                        funds: scenario.funds.indices.filter { shock.funds.contains(scenario.funds[$0].id) }))
            }
        }
        return shocks
    }

    private mutating func number(_ kind: RiskSources.Risk.Kind, _ id: String) -> Int {
        let risk = RiskSources.Risk(id: id, kind: kind)
        if let known = risks.firstIndex(of: risk) { return known }
        risks.append(risk)
        return risks.count - 1
    }

    private func affected(by selector: Selector) -> [Int] {
        programs.indices.filter { selector.matches(programs[$0].program) }
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
