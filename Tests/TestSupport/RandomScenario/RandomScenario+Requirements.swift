import Portfolio

extension RandomScenario {
    /// Requirements, alternatives and help. Programs are put in an order and only require earlier
    /// ones, save for pairs that start together, so that no cycle has a positive sum.
    mutating func addRequirements() {
        let order = random.shuffled(Array(programs.indices))
        let pair = random.chance(8) ? random.int(1...order.count - 1) : nil
        for (rank, index) in order.enumerated() where rank > 0 {
            if rank == pair {
                startTogether(index, order[rank - 1])
            } else if random.chance(programs[index].inProgress == nil ? 40 : 5) {
                require(random.some(1...2, of: Array(order[..<rank])), by: index)
            }
        }
        for index in programs.indices {
            if random.chance(programs[index].inProgress == nil ? 14 : 3) { programs[index].requiresAny = makeAlternatives(index) }
            if random.chance(25) { programs[index].helpedBy = makeHelp(index) }
        }
    }

    private mutating func require(_ others: [Int], by index: Int) {
        let place = programs[index].place.key("requires")
        programs[index].requires += others.sorted().enumerated().map { position, other in
            let timing = makeTiming(allowsNone: true)
            return Requirement(program: programs[other].id, timing: timing, place: place.index(position))
        }
    }

    private mutating func startTogether(_ one: Int, _ other: Int) {
        for (from, to) in [(one, other), (other, one)] {
            let place = programs[from].place.key("requires").index(programs[from].requires.count)
            programs[from].requires.append(
                Requirement(program: programs[to].id, timing: .afterStart(lag: 0), place: place))
            programs[from].requires.sort { $0.program < $1.program }
        }
    }

    private mutating func makeTiming(allowsNone: Bool) -> Timing {
        let lag = random.chance(60) ? Exact(0) : random.pick(["0.5", "1", "2", "3.5"].map { exact($0) })
        switch random.int(1...(allowsNone ? 8 : 7)) {
        case 1...3: return .afterFinish(lag: lag)
        case 4...5: return .afterStart(lag: lag)
        case 6...7: return .atProgress(random.pick(["0.3", "0.5", "0.8", "1"].map { exact($0) }), lag: lag)
        default: return .choiceOnly
        }
    }

    private mutating func makeAlternatives(_ index: Int) -> AlternativeRequirement {
        let others = programs.indices.filter { $0 != index }.map { programs[$0].id }
        let listed = random.some(2...3, of: others).sorted()
        return AlternativeRequirement(
            atLeast: random.chance(5) ? listed.count + 1 : random.int(1...2), of: listed,
            timing: makeTiming(allowsNone: true), place: programs[index].place.key("requires_any"))
    }

    private mutating func makeHelp(_ index: Int) -> [Help] {
        let others = programs.indices.filter { $0 != index }.map { programs[$0].id }
        let helpers = random.some(1...2, of: others).sorted()
        let shares = helpers.count == 1 ? ["0.1", "0.25", "0.333", "1"] : ["0.1", "0.25", "0.5"]
        return helpers.enumerated().map { position, helper in
            Help(
                program: helper, share: exact(random.pick(shares)),
                place: programs[index].place.key("helped_by").index(position))
        }
    }

    /// A group of some programs.
    mutating func makeGroup(_ number: Int) -> Group {
        let members = random.some(2...4, of: programs.map(\.id)).sorted()
        let kinds: [Group.Kind] = [
            .atMost(1), .atMost(1), .atMost(2), .atMost(2), .atLeast(1), .exactly(1), .exactly(2),
            .allOrNone, .allOrNone, .allOrNone,
        ]
        return Group(
            id: .init("g\(number)"), kind: random.pick(kinds), of: members,
            place: ScenarioPath().key("groups").id("g\(number)"))
    }

    /// A synergy or an overlap of some programs.
    mutating func makeSynergy(_ number: Int) -> Synergy {
        Synergy(
            id: .init("s\(number)"), programs: random.some(2...3, of: programs.map(\.id)).sorted(),
            benefits: makeBenefits([2, 1, 0.5, -1.5, -4]),
            place: ScenarioPath().key("synergies").id("s\(number)"))
    }
}
