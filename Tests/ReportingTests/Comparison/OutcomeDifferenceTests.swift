import Portfolio
import Reporting
import Testing

struct OutcomeDifferenceTests {
    private typealias Program = MadeOutcome.Program

    private func difference(_ one: MadeOutcome, _ two: MadeOutcome) throws -> OutcomeDifference {
        try OutcomeDifference(from: one.side("A"), to: two.side("B"))
    }

    private func program(_ id: String, _ change: (inout Program) -> Void = { _ in }) -> Program {
        var program = Program(id)
        change(&program)
        return program
    }

    @Test("An outcome and itself differ in nothing, and the document says so")
    func itself() throws {
        let city = MadeOutcome([program("a"), program("b")], leftOut: ["c"])
        let difference = try difference(city, city)
        #expect(difference.isEmpty)
        #expect(difference.trend == .same)
        #expect(difference.flags.isEmpty)
        #expect(difference.dimensions.allSatisfy(\.isNone) && difference.owners.allSatisfy(\.isNone))
        let text = ComparisonDocument(of: [difference], in: .indonesian).document.markdown(in: .indonesian)
        #expect(text.contains("kedua rencana sama sampai rupiah terakhir"))
    }

    @Test("Each kind of change is told apart")
    func kinds() throws {
        let before = MadeOutcome(
            [
                program("dropped"), program("moved"), program("variant"), program("win"), program("cost"),
                program("payers"), program("value"), program("same"),
            ], leftOut: ["added"])
        let after = MadeOutcome(
            [
                program("added"), program("moved") { ($0.start, $0.finish) = ("2023-04", "2023-09") },
                program("variant") { $0.variant = "full" }, program("win") { $0.quickWin = true },
                program("cost") { $0.cost = 90 }, program("payers") { $0.fund = "dau" },
                program("value") { $0.value = 2 }, program("same"),
            ], leftOut: ["dropped"])
        let changes = try difference(before, after).programs
        let kinds = Dictionary(changes.map { ($0.id, $0.kinds) }) { $1 }
        #expect(
            kinds == [
                "added": [.added], "dropped": [.dropped], "moved": [.moved], "variant": [.variant],
                "win": [.quickWin], "cost": [.cost], "payers": [.payers], "value": [.value],
            ])
        #expect(changes.first { $0.id == "moved" }?.monthsMoved == 3)
        #expect(changes.first { $0.id == "cost" }?.cost.difference == -10_000_000)
    }

    @Test("Compared the other way round, every difference changes its sign and nothing else")
    func mirrored() throws {
        var one = MadeOutcome([program("a"), program("b") { $0.value = 0.1 }], leftOut: ["c"])
        var two = MadeOutcome(
            [program("a") { $0.start = "2024-01" }, program("c") { $0.value = 0.3 }], leftOut: ["b"])
        one.ceilings["pad"] = [300, 200]
        two.ceilings["dau"] = [250, 300]
        let (there, back) = (try difference(one, two), try difference(two, one))
        #expect(there.programs.map(\.id).sorted() == back.programs.map(\.id).sorted())
        #expect(
            there.programs.map(\.cost.difference).sorted()
                == back.programs.map { -$0.cost.difference }.sorted())
        #expect(there.value?.difference == back.value.map { -$0.difference })
        #expect(there.fundYears.map(\.ceiling.difference) == back.fundYears.map { -$0.ceiling.difference })
        #expect(there.fundYears.map(\.spent.difference) == back.fundYears.map { -$0.spent.difference })
        #expect(there.owners.map(\.cost.difference) == back.owners.map { -$0.cost.difference })
        #expect(there.trend == .mixed && back.trend == .mixed)
        let mirror: [ProgramChange.Kind: ProgramChange.Kind] = [.added: .dropped, .dropped: .added]
        for change in there.programs {
            let opposite = back.programs.first { $0.id == change.id }
            #expect(opposite?.kinds == change.kinds.map { mirror[$0] ?? $0 })
        }
    }

    @Test("Money adds up: funds, dimensions and agencies all come to the change of spending")
    func sums() throws {
        let one = MadeOutcome([program("a"), program("b") { $0.owner = "dinkes" }])
        let two = MadeOutcome([
            program("a") { ($0.cost, $0.fund, $0.start) = (70, "dau", "2024-02") },
            program("c") { ($0.cost, $0.dimension) = (155, "economy") },
        ])
        let difference = try difference(one, two)
        #expect(difference.cost.difference == 25_000_000)
        #expect(difference.fundYears.reduce(0) { $0 + $1.spent.difference } == 25_000_000)
        for parts in [difference.dimensions, difference.owners] {
            #expect(parts.reduce(0) { $0 + $1.cost.difference } == 25_000_000)
            for part in parts {
                #expect(part.years.values.reduce(0) { $0 + $1.difference } == part.cost.difference)
            }
        }
        #expect(difference.dimensions.map(\.id) == ["economy", "governance"])
        #expect(difference.dimensions[1].count == Change(2, 1))
        #expect(difference.owners.map(\.id) == ["dinkes", "kominfo"])
        let changed = difference.fundYears.filter { !$0.spent.isNone || !$0.lapsed.isNone }
        let rest = difference.unchangedSpent.before
        #expect(changed.reduce(0) { $0 + $1.spent.before } + rest == difference.cost.before)
    }

    @Test(
        "A program that leaves while the budget grows is flagged as arithmetic; a planner's own exclusion is not"
    )
    func leavesOnMoreMoney() throws {
        let poor = MadeOutcome([program("small")], leftOut: ["big"])
        var rich = MadeOutcome([program("big") { ($0.cost, $0.value) = (250, 3) }], leftOut: ["small"])
        rich.ceilings["pad"] = [400, 300]
        let more = try difference(poor, rich)
        #expect(more.trend == .grows)
        #expect(more.flags.map(\.change.id) == ["small"])
        #expect(more.flags.first?.inExchange.map(\.id) == ["big"])
        #expect(more.flags.first?.isProved == true)
        let text = ComparisonDocument(of: [more], in: .english).document.markdown(in: .english)
        #expect(text.contains("The small (Rp100,000,000) leaves although no ceiling falls"))
        #expect(text.contains("This is arithmetic and not an error"))
        #expect(try difference(rich, poor).flags.map(\.change.id) == ["small"])
        rich.mustNot = ["small"]
        #expect(try difference(poor, rich).flags.isEmpty)
        rich.mustNot = []
        rich.status = "feasible"
        #expect(try difference(poor, rich).flags.first?.isProved == false)
        rich.ceilings["dau"] = [200, 300]
        #expect(try difference(poor, rich).flags.isEmpty)
    }

    @Test("A program that was mandatory before is not flagged when it leaves")
    func noLongerMandatory() throws {
        let poor = MadeOutcome([program("small") { $0.must = "janji" }], leftOut: ["big"])
        var rich = MadeOutcome([program("big")], leftOut: ["small"])
        rich.ceilings["pad"] = [400, 300]
        #expect(try difference(poor, rich).flags.isEmpty)
    }

    @Test("Less value on more money is called what it is: another statement must differ")
    func losesOnMoreMoney() throws {
        let poor = MadeOutcome([program("a") { $0.value = 5 }])
        var rich = MadeOutcome([program("a") { $0.value = 4 }])
        rich.ceilings["pad"] = [400, 300]
        #expect(try difference(poor, rich).losesOnMoreMoney)
        #expect(try !difference(rich, poor).losesOnMoreMoney)
    }

    @Test("Values on other weights or discount rates are not compared, and the reason is told")
    func otherScale() throws {
        let one = MadeOutcome([program("a")])
        var two = one
        two.weights = ["economy": 0.4, "governance": 0.6]
        let difference = try difference(one, two)
        #expect(difference.value == nil)
        #expect(difference.premises.map(\.subject) == [.weights])
        let text = ComparisonDocument(of: [difference], in: .indonesian).document.markdown(in: .indonesian)
        #expect(text.contains("governance 50,00% → 60,00%"))
        #expect(text.contains("tidak berskala sama"))
        var three = one
        three.discount = 0.1
        #expect(try self.difference(one, three).premises.map(\.subject) == [.discount])
    }

    @Test("A fund or candidate that one side alone knows is named; nothing in common is an error")
    func commonGround() throws {
        let one = MadeOutcome([program("a")], leftOut: ["old"])
        var two = MadeOutcome([program("a"), program("new")])
        two.ceilings["csr"] = [50, 0]
        let difference = try difference(one, two)
        #expect(Set(difference.premises.map(\.subject)) == [.candidates, .funds])
        #expect(difference.trend == .grows)
        #expect(difference.programs.first?.isCandidateOnBothSides == false)
        var stranger = one
        stranger.ceilings = ["kas": [500, 500]]
        #expect {
            try self.difference(one, stranger)
        } throws: { error in
            (error as? Incomparable)?.reason.text(in: .english)
                == "A and B cannot be compared: they have no funds in common (dau, pad; kas)"
        }
    }
}

struct AmountsTests {
    @Test("An amount that no sum could hold is refused with its place, not crashed upon")
    func beyond() throws {
        var city = MadeOutcome([MadeOutcome.Program("a")])
        city.ceilings["pad"] = [1 << 34, 0]
        #expect {
            try city.side("A")
        } throws: { error in
            (error as? UnusableOutcome)?.path == "plan.funds[1].years.2023.ceiling"
        }
    }
}
