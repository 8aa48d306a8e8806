import Portfolio

/// A problem of choice: items with options that have a value and yearly costs, against yearly limits.
///
/// As a scenario every resource is a fund that lapses, every item a program, every option a variant that
/// runs from the first year to the last and spends exactly its yearly costs; the goal is the sum of values.
struct ChoiceProblem {
    /// One way of taking an item.
    struct Option {
        /// Identity within the item.
        var id: String
        /// What it brings; may be negative.
        var value: Double
        /// Rupiah per resource and year.
        var costs: [[Rupiah]]
    }

    /// Something of which one option at most is taken.
    struct Item {
        /// Identity within the problem.
        var id: String
        /// Whether one of the options must be taken.
        var isRequired: Bool
        /// The ways of taking it, at least one.
        var options: [Option]
    }

    /// Name of the scenario.
    var name: String
    /// Rupiah per resource and year.
    var limits: [[Rupiah]]
    /// What can be taken.
    var items: [Item]

    /// The problem as a scenario.
    func scenario() throws -> Scenario {
        let years = limits.first?.count ?? 0
        return try PublishedScenario.make(
            name: name, years: years,
            funds: limits.indices.map { PublishedScenario.fund(fundID($0), limits: limits[$0]) },
            programs: items.map { program($0, years: years) })
    }

    private func program(_ item: Item, years: Int) -> Program {
        let id = Program.ID(item.id.lowercased())
        let variants = item.options.map { variant($0, of: id, years: years) }
        return PublishedScenario.program(id, variants: variants, isRequired: item.isRequired)
    }

    private func variant(_ option: Option, of program: Program.ID, years: Int) -> Variant {
        let lines = option.costs.indices.compactMap { resource in
            PublishedScenario.line(
                fundID(resource), years: option.costs[resource],
                place: ScenarioPath().key("programs").id(program.rawValue).key("costs").index(resource))
        }
        return PublishedScenario.variant(
            Variant.ID(option.id.lowercased()), of: program, value: option.value, costs: lines, years: years)
    }

    private func fundID(_ resource: Int) -> Fund.ID {
        Fund.ID("fund-\(resource < 9 ? "0" : "")\(resource + 1)")
    }
}
