import Formulation
import Portfolio

/// Ways of choosing the programs that a neighbourhood leaves free.
enum NeighbourhoodKind: Int, CaseIterable, Sendable {
    /// None, but all where the plan or the relaxation has them, or near to the latter.
    case relaxed
    /// None, but all near to what plan and relaxation say.
    case nearby
    /// The same with the relaxation that cuts have strengthened.
    case strengthened
    /// On which plan and relaxation do not agree, and some others.
    case disputed
    /// Linked by requirements, groups, helpers or synergies.
    case linked
    /// That the same agencies carry out.
    case owners
    /// Paid by the same funds.
    case funds
    /// That start at about the same time.
    case periods
    /// Any.
    case random

    /// By how many periods starts may move.
    struct Widths {
        let least: Int
        let first: Int
        /// By how many more in the second of two that are looked at together.
        let step: Int
    }

    /// By how many periods starts may move; nil where programs are free.
    ///
    /// What lies along a stronger relaxation is nearer to the best.
    var widths: Widths? {
        switch self {
        case .relaxed: Widths(least: 0, first: 0, step: 2)
        case .nearby: Widths(least: 2, first: 2, step: 1)
        case .strengthened: Widths(least: 0, first: 1, step: 1)
        default: nil
        }
    }
}

/// Chooses the free programs of neighbourhoods, by chance from a seeded generator.
struct NeighbourhoodChoice: Sendable {
    private let formulation: MIPFormulation
    private let relaxed: [Double]
    private let links: [[Int]]

    /// Prepares choices around the relaxation's values.
    init(formulation: MIPFormulation, relaxed: [Double]) {
        self.formulation = formulation
        self.relaxed = relaxed
        links = Self.links(of: formulation.scenario)
    }

    /// A neighbourhood with about as many free programs as asked for, in which the others may move by a period;
    /// of what is near by one that is as wide, around the relaxation alone where the plan is not yet worth it.
    func neighbourhood(
        _ kind: NeighbourhoodKind, size: Int, around plan: Plan, _ generator: inout SplitMix64
    ) -> Neighbourhood {
        if kind == .relaxed { return Neighbourhood(width: 0, reach: size) }
        if kind.widths != nil { return Neighbourhood(width: size, reach: max(0, size - 2)) }
        return Neighbourhood(free: programs(kind, size: size, around: plan, &generator), width: 1)
    }

    /// Positions of about as many programs as asked for.
    private func programs(
        _ kind: NeighbourhoodKind, size: Int, around plan: Plan, _ generator: inout SplitMix64
    ) -> Set<Int> {
        let all = Array(formulation.scenario.programs.indices)
        let disputed = formulation.disagreements(of: plan, with: relaxed).sorted()
        let preferred: [Int] =
            switch kind {
            case .relaxed, .nearby, .strengthened: []
            case .disputed: shuffled(disputed, &generator)
            case .linked: linked(from: pick(disputed.isEmpty ? all : disputed, &generator), &generator)
            case .owners: sorted(all, &generator) { [$0.owner] }
            case .funds:
                sorted(all, &generator) {
                    $0.variants.flatMap {
                        $0.costs.map { $0.eligibleFunds.map(\.rawValue).joined(separator: "+") }
                    }
                }
            case .periods: near(plan, &generator)
            case .random: shuffled(all, &generator)
            }
        var free = Set(preferred.prefix(size))
        for program in shuffled(disputed, &generator).prefix(size / 3) { free.insert(program) }
        return free
    }

    private func pick(_ list: [Int], _ generator: inout SplitMix64) -> Int {
        list[Int(generator.next() % UInt64(list.count))]
    }

    private func shuffled(_ list: [Int], _ generator: inout SplitMix64) -> [Int] {
        list.map { ($0, generator.next()) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }

    /// All programs, those together that share a mark, marks in an order drawn by chance.
    private func sorted<Mark: Hashable & Comparable>(
        _ all: [Int], _ generator: inout SplitMix64, marks: (Program) -> [Mark]
    ) -> [Int] {
        let own = all.map { Set(marks(formulation.scenario.programs[$0])) }
        let order = shuffled(all, &generator)
        var rank: [Mark: Int] = [:]
        for program in order {
            for mark in own[program].sorted() where rank[mark] == nil { rank[mark] = rank.count }
        }
        let best = own.map { $0.compactMap { rank[$0] }.min() ?? Int.max }
        let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        return all.sorted { (best[$0], place[$0] ?? 0) < (best[$1], place[$1] ?? 0) }
    }

    /// Programs in the order of how near their start is to that of one drawn by chance; those that are
    /// not chosen stand between.
    private func near(_ plan: Plan, _ generator: inout SplitMix64) -> [Int] {
        let programs = formulation.scenario.programs
        let periods = formulation.scenario.calendar.periodCount
        let middle = Int(generator.next() % UInt64(periods))
        let distance = programs.map { program in
            plan[program.id].map { abs($0.start - middle) } ?? Int(generator.next() % UInt64(periods))
        }
        return shuffled(Array(programs.indices), &generator).sorted { distance[$0] < distance[$1] }
    }

    /// Programs in the order in which links reach them from one.
    private func linked(from first: Int, _ generator: inout SplitMix64) -> [Int] {
        var order = [first]
        var seen: Set<Int> = [first]
        var next = 0
        while next < order.count {
            for program in shuffled(links[order[next]], &generator) where seen.insert(program).inserted {
                order.append(program)
            }
            next += 1
        }
        return order
    }

    private static func links(of scenario: Scenario) -> [[Int]] {
        let position = Dictionary(
            uniqueKeysWithValues: scenario.programs.enumerated().map { ($1.id, $0) })
        var links = [Set<Int>](repeating: [], count: scenario.programs.count)
        func link(_ ids: [Program.ID]) {
            let members = ids.compactMap { position[$0] }
            for one in members { for other in members where one != other { links[one].insert(other) } }
        }
        for program in scenario.programs {
            for requirement in program.requires { link([program.id, requirement.program]) }
            for help in program.helpedBy { link([program.id, help.program]) }
            link([program.id] + (program.requiresAny?.of ?? []))
        }
        for group in scenario.groups { link(group.of) }
        for synergy in scenario.synergies { link(synergy.programs) }
        return links.map { $0.sorted() }
    }
}
