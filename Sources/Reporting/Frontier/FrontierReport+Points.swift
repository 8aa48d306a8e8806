import Planning
import Portfolio
import Simulation

extension FrontierReport {
    /// Lays planned points out.
    ///
    /// - Parameter risks: what the simulation says of each point's plan, by the point's index.
    public init(
        of points: [Frontier.Point], axis: FrontierAxis, vary: String, scenario: Scenario, digest: String,
        risks: [Int: SimulationResult] = [:]
    ) {
        (name, self.digest, self.vary) = (scenario.name, digest, vary)
        (varied, unit) = (axis.words(in: scenario), axis.unit)
        isOfFunds = if case .funds = axis.target { true } else { false }
        isOfMoney = axis.money(in: scenario) != nil
        goal = "\(scenario.objective.first ?? .maximiseValue)"
        simulation = risks.values.first.map {
            Simulation(trials: Int64($0.trials), seed: "\($0.seed)", policy: $0.policy.rawValue)
        }
        rows = points.indices.map { position in
            Row(
                points[position], after: position == 0 ? nil : points[position - 1],
                risks[points[position].index])
        }
        let chosen = Set(points.flatMap { $0.result.plan?.programs.map(\.program) ?? [] })
        programs = Dictionary(
            scenario.programs.filter { chosen.contains($0.id) }.map { ($0.id.rawValue, $0.name) }
        ) { first, _ in first }
    }
}

extension FrontierReport.Row {
    /// Lays a point out.
    fileprivate init(_ point: Frontier.Point, after before: Frontier.Point?, _ risk: SimulationResult?) {
        let (result, goal) = (point.result, point.result.goals.first)
        let earlier = before?.result.plan.map { Set($0.programs.map(\.program)) }
        let mine = result.plan.map { Set($0.programs.map(\.program)) }
        func moved(from one: Set<Program.ID>?, to other: Set<Program.ID>?) -> [String] {
            guard let one, let other else { return [] }
            return other.subtracting(one).map(\.rawValue).sorted()
        }
        self.init(
            at: point.value.doubleValue, ceilings: point.ceilings, status: result.status,
            value: goal?.value, bound: goal?.bound, gap: goal?.gap, cost: result.appraisal?.cost,
            quickWins: result.appraisal.map { Int64($0.quickWins) },
            programs: result.plan?.programs.map(\.program.rawValue), entered: moved(from: earlier, to: mine),
            left: moved(from: mine, to: earlier),
            perBillion: before.flatMap { Self.gain(from: $0, to: point) },
            isRepeatable: result.isRepeatable, allQuickWins: risk?.portfolio.allQuickWins)
    }

    private static func gain(from before: Frontier.Point, to point: Frontier.Point) -> Double? {
        guard let one = before.result.goals.first?.value, let other = point.result.goals.first?.value,
            let less = before.money, let more = point.money, less != more
        else { return nil }
        return (other - one) / ((more - less) / 1e9)
    }
}

extension FrontierAxis {
    fileprivate var unit: FrontierReport.Unit {
        if isRelative { return .relative }
        if case .rule(_, let limit) = target, limit == .minShare || limit == .maxShare { return .share }
        return .number
    }

    /// What is varied, in words.
    fileprivate func words(in scenario: Scenario) -> LocalizedText {
        switch target {
        case .funds(nil): return LocalizedText("semua pagu", english: "all ceilings")
        case .funds(let id?):
            let name = scenario.fund(id)?.name ?? LocalizedText(id.rawValue)
            return LocalizedText(
                "pagu \(name.text(in: .indonesian))", english: "ceilings of \(name.text(in: .english))")
        case .rule(let id, let limit):
            let words =
                switch limit {
                case .min: ("batas terendah", "least measure")
                case .max: ("batas tertinggi", "greatest measure")
                case .minShare: ("bagian terendah", "least share")
                case .maxShare: ("bagian tertinggi", "greatest share")
                }
            return LocalizedText(
                "\(words.0) menurut ketentuan \(id)", english: "\(words.1) by the rule \(id)")
        }
    }
}
