import Portfolio

/// The next release problem: requirements that cost and build on each other, customers who pay for all they want.
///
/// Bagnall et al. (2001); files of Xuan et al. (2012).
/// A requirement is a program without value, a customer a program without cost; both require by choice alone.
struct NRPProblem {
    private let name: String
    private let costs: [Int]
    private let prerequisites: [Int: [Int]]
    private let customers: [(profit: Int, wants: [Int])]

    /// Reads `nrp/<name>.txt`: levels of requirement costs, pairs (prerequisite, successor), customers.
    init(_ name: String) throws {
        var reader = NumberReader(try Evidence.text("nrp/\(name).txt"))
        self.name = name
        costs = try (0..<reader.integer()).flatMap { _ in try reader.integers(reader.integer()) }
        var prerequisites: [Int: [Int]] = [:]
        for _ in 0..<(try reader.integer()) {
            let pair = try reader.integers(2)
            prerequisites[pair[1], default: []].append(pair[0])
        }
        self.prerequisites = prerequisites
        customers = try (0..<reader.integer()).map { _ in
            (profit: try reader.integer(), wants: try reader.integers(reader.integer()))
        }
        guard reader.isAtEnd else {
            throw UnreadableProblem(description: "\(name) goes on after its customers")
        }
    }

    /// The scenario whose one fund has so many percent of all costs, rounded to the nearest integer.
    func scenario(percent: Int) throws -> Scenario {
        let total = costs.reduce(0, +)
        let budget = Rupiah((2 * total * percent + 100) / 200) * 1_000_000
        let programs = costs.indices.map { requirement($0 + 1) } + customers.indices.map(customer)
        return try PublishedScenario.make(
            name: "\(name) at \(percent) %", years: 1,
            funds: [PublishedScenario.fund("budget", limits: [budget])], programs: programs)
    }

    private func requirement(_ number: Int) -> Program {
        let id = requirementID(number)
        let place = PublishedScenario.place(of: id).key("costs").index(0)
        let cost = Rupiah(costs[number - 1]) * 1_000_000
        let line = PublishedScenario.line("budget", years: [cost], place: place)
        return program(id, value: 0, costs: line.map { [$0] } ?? [], needs: prerequisites[number] ?? [])
    }

    private func customer(_ position: Int) -> Program {
        let customer = customers[position]
        return program(
            Program.ID("customer-\(position + 1)"), value: Double(customer.profit), costs: [],
            needs: customer.wants)
    }

    private func program(_ id: Program.ID, value: Double, costs: [CostLine], needs: [Int]) -> Program {
        let variant = PublishedScenario.variant("default", of: id, value: value, costs: costs, years: 1)
        return PublishedScenario.program(
            id, variants: [variant], needs: Set(needs).map(requirementID))
    }

    private func requirementID(_ number: Int) -> Program.ID { Program.ID("requirement-\(number)") }
}
