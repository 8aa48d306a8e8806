import Portfolio
import Probability

extension RiskCompiler {
    /// The factors that drivers put on one quantity, in the order of their ids.
    mutating func factors(
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

    /// The events, in the order of their ids.
    mutating func events() throws(SimulationError) -> [RiskSources.Event] {
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

    /// The routes of all programs, in the order of their ids.
    mutating func routes() throws(SimulationError) -> [RiskSources.Route] {
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

    /// The shocks of each year, in the order of their ids.
    mutating func shocks() throws(SimulationError) -> [RiskSources.Shock] {
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
