import Portfolio

extension RuleID {
    /// Requirements in a circle that no choice of variants can meet.
    static let requirementCycle = RuleID("requirement-cycle")
}

extension Validation {
    /// Model §7: a cycle is an error when the sum around it of each requirement's smallest offset
    /// is positive.
    ///
    /// Offsets are not negative, so a positive one inside a strongly connected component always
    /// lies on such a cycle.
    func checkRequirementCycles(_ draft: Draft, _ calendar: PlanningCalendar) {
        let programs = draft.programs.sorted { $0.id < $1.id }
        let graph = RequirementGraph(programs, calendar)
        var reported: Set<Int> = []
        for (from, edges) in graph.edges.enumerated() {
            for edge in edges where edge.offset > 0 && graph.component[from] == graph.component[edge.to] {
                guard reported.insert(graph.component[from]).inserted else { continue }
                let cycle = [from] + graph.path(from: edge.to, to: from)
                report(cycle.map { programs[$0].id.rawValue }, at: location(edge.place))
            }
        }
    }

    private func report(_ cycle: [String], at location: SourceLocation) {
        let chain = cycle.joined(separator: " → ")
        reading.error(
            .requirementCycle, at: location,
            LocalizedText(
                "Prasyarat berputar dan tidak dapat dipenuhi: \(chain).",
                english: "These requirements form a circle that cannot be met: \(chain)."),
            remedy: LocalizedText(
                "Hapus salah satunya, atau pakai `timing: none` atau `helped_by`.",
                english: "Remove one of them, or use `timing: none` or `helped_by`."))
    }
}

/// The timed requirements between programs, with their smallest offsets in periods.
struct RequirementGraph {
    /// One requirement: the required program's position, its smallest offset, its place.
    struct Edge {
        let to: Int
        let offset: Int
        let place: ScenarioPath
    }

    /// The requirements of each program.
    let edges: [[Edge]]
    /// The strongly connected component of each program.
    let component: [Int]

    /// Builds the graph of programs sorted by id; requirements of unread programs are left out.
    init(_ programs: [Program], _ calendar: PlanningCalendar) {
        let positions = Dictionary(
            programs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        edges = programs.map { program in
            program.requires.compactMap { requirement in
                guard let to = positions[requirement.program],
                    let offset = smallestOffset(of: requirement.timing, after: programs[to], calendar)
                else { return nil }
                return Edge(to: to, offset: offset, place: requirement.place)
            }
        }
        component = stronglyConnectedComponents(edges.map { $0.map(\.to) })
    }

    /// A shortest way along requirements inside one component, both ends included.
    func path(from start: Int, to end: Int) -> [Int] {
        var before: [Int: Int] = [start: start]
        var queue = [start]
        var next = 0
        while next < queue.count, before[end] == nil {
            for edge in edges[queue[next]]
            where before[edge.to] == nil && component[edge.to] == component[start] {
                before[edge.to] = queue[next]
                queue.append(edge.to)
            }
            next += 1
        }
        var path = [end]
        while let last = path.last, last != start, let previous = before[last] { path.append(previous) }
        return path.reversed()
    }
}

/// The smallest offset over the required program's variants, in periods; nil without timing.
private func smallestOffset(of timing: Timing, after program: Program, _ calendar: PlanningCalendar) -> Int? {
    let durations = program.variants.map { calendar.periods(covering: $0.duration.planned) }
    switch timing {
    case .afterFinish(let lag): return durations.min().map { $0 + calendar.periods(covering: lag) }
    case .afterStart(let lag): return calendar.periods(covering: lag)
    case .atProgress(let progress, let lag):
        let made = program.inProgress ?? 0
        return durations.map { periods(of: $0, from: made, to: progress) }.min().map {
            $0 + calendar.periods(covering: lag)
        }
    case .choiceOnly: return nil
    }
}

/// Model §7: o = ceil(d·(g′ − g)/(1 − g)), 0 where g′ ≤ g; g < 1.
private func periods(of duration: Int, from made: Exact, to progress: Exact) -> Int {
    guard progress > made else { return 0 }
    let (a, b) = (Int128(progress.numerator), Int128(progress.denominator))
    let (c, e) = (Int128(made.numerator), Int128(made.denominator))
    let (top, bottom) = (Int128(duration) * (a * e - c * b), b * (e - c))
    return Int((top + bottom - 1) / bottom)
}
