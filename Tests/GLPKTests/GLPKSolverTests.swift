import Foundation
import GLPK
import Linear
import Synchronization
import TestSupport
import Testing

@Suite("GLPK")
struct GLPKSolverTests {
    /// max Σ v·x under one weight limit, as a minimisation.
    private func knapsack(_ values: [Double], _ weights: [Double], limit: Double) -> Model {
        var model = Model()
        let columns = values.indices.map {
            model.addColumn("x\($0)", in: 0...1, cost: -values[$0], isInteger: true)
        }
        model.addRow("weight", zip(weights, columns).map { .init($0, $1) }, in: (-.infinity)...limit)
        return model
    }

    private var hard: Model {
        let weights = (0..<40).map { Double(101 + ($0 * 7919) % 97) }
        return knapsack(weights.map { $0 + 0.5 * ($0 / 7).rounded() }, weights, limit: 2_503)
    }

    /// Several knapsacks of the same columns: many columns are worth a trial at each node.
    private func market(_ count: Int = 40, rows: Int = 6) -> Model {
        var model = Model()
        let columns = (0..<count).map {
            model.addColumn("x\($0)", in: 0...1, cost: -Double(50 + ($0 * 37) % 41), isInteger: true)
        }
        for row in 0..<rows {
            let weights = columns.indices.map { Double(20 + ($0 * (31 + 12 * row) + 7 * row) % 83) }
            model.addRow(
                "row\(row)", zip(weights, columns).map { .init($0, $1) },
                in: (-.infinity)...(30 * Double(count)).rounded())
        }
        return model
    }

    @Test("proves the optimum of a knapsack")
    func optimum() {
        let result = GLPKSolver().solve(
            knapsack([16, 22, 12, 8], [5, 7, 4, 3], limit: 14), options: .init())
        #expect(result.termination == .optimal)
        #expect(result.objective == -42)
        #expect(result.bound == -42)
        #expect(result.values == [0, 1, 1, 1])
    }

    @Test("asks before the tree and between its rounds, and says what relaxations are, the root's first")
    func root() {
        let asked = Mutex<[SolveProgress]>([])
        var options = SolveOptions()
        options.improve = { progress in
            asked.withLock { $0.append(progress) }
            return nil
        }
        let result = GLPKSolver().solve(hard, options: options)
        let told = asked.withLock { $0 }
        #expect(told.count > 1 && told.map { $0.nodes == 0 } == told.indices.map { $0 == 0 })
        #expect(told.allSatisfy { $0.bound ?? 0 <= result.objective ?? 0 })
        var relaxed = hard
        relaxed.relax()
        let values = told.map { $0.relaxed ?? [] }
        #expect(values.allSatisfy { $0.count == hard.columns.count && relaxed.violation(of: $0) < 1e-6 })
        #expect(Set(values).count > 1)
    }

    @Test("A later try has the time that is left, and a moment at least")
    func timeLeft() {
        let options = SolveOptions(timeLimit: 60)
        #expect(options.after(45).timeLimit == 15 && options.after(70).timeLimit == 0.01)
        #expect(SolveOptions().after(45).timeLimit == nil)
    }

    @Test("asks between rounds for what was found elsewhere, and wants only what is better than that")
    func elsewhere() throws {
        let best = try #require(GLPKSolver().solve(hard, options: .init()).objective)
        let asked = Mutex<[Int]>([])
        let late = Mutex(0)
        var options = SolveOptions()
        options.improve = { progress in
            asked.withLock { $0.append(progress.iterations) }
            return SolutionVerdict(cutoff: best)
        }
        options.judge = { _, objective in
            if !asked.withLock(\.isEmpty) { late.withLock { $0 += 1 } }
            return SolutionVerdict(isIncumbent: true, cutoff: objective)
        }
        let result = GLPKSolver().solve(hard, options: options)
        #expect([.optimal, .infeasible].contains(result.termination))
        #expect(late.withLock { $0 } == 0)
        let iterations = asked.withLock { $0 }
        #expect(!iterations.isEmpty && iterations[0] > 0 && iterations == iterations.sorted())
        #expect(try #require(iterations.last) <= result.iterations)
        options.improve = { _ in SolutionVerdict(stops: true) }
        #expect(GLPKSolver().solve(hard, options: options).termination == .cancelled)
    }

    @Test(
        "visits the same nodes by the same iterations with one, two, three and seven threads, time and again")
    func helpedTrials() {
        let model = market()
        var options = SolveOptions(nodeLimit: 300)
        let alone = GLPKSolver().solve(model, options: options)
        #expect(alone.nodes > 100)
        for threads in [2, 3, 7, 2, 3, 7, 2, 2, 2, 2] {
            options.threads = threads
            let helped = GLPKSolver().solve(model, options: options)
            #expect(helped.nodes == alone.nodes && helped.iterations == alone.iterations)
            #expect(helped.values == alone.values && helped.bound == alone.bound)
        }
    }

    @Test("bounds the optimum wherever its first dive is broken off, and proves it where it is not")
    func firstDive() throws {
        let best = try #require(GLPKSolver().solve(market(), options: .init()).objective)
        for limit in [1, 3, 7, 8, 9, 16, 17, 40, nil] {
            var options = SolveOptions(nodeLimit: limit)
            options.improve = { _ in nil }
            let result = GLPKSolver().solve(market(), options: options)
            #expect(try #require(result.bound) <= best + 1e-9)
            if limit == nil { #expect(result.termination == .optimal && result.objective == best) }
        }
    }

    @Test("fails, and says so, where both simplex methods seem to go round in a circle")
    func circle() {
        var parameters = GLPKParameters()
        parameters.iterationsPerLine = 0
        let result = GLPKSolver(parameters: parameters).solve(hard, options: .init())
        guard case .failed = result.termination else {
            Issue.record("\(result.termination)")
            return
        }
        #expect(result.values == nil && result.bound == nil)
    }

    /// Three knapsacks of ten columns whose figures lie six powers of ten apart.
    private func wide(_ seed: UInt64) -> Model {
        var (model, random) = (Model(), SplitMix64(seed: seed))
        let columns = (0..<10).map {
            model.addColumn("x\($0)", in: 0...1, cost: -exp2(6 * random.unit() - 3), isInteger: true)
        }
        for row in 0..<3 {
            let weights = columns.map { _ in exp2(20 * random.unit()).rounded() }
            let limit = (weights.reduce(0, +) * (0.2 + 0.5 * random.unit())).rounded() + 0.5
            model.addRow(
                "row\(row)", zip(weights, columns).map { .init($0, $1) }, in: (-.infinity)...limit)
        }
        return model
    }

    @Test("finds the best of all selections where figures lie six powers of ten apart")
    func wideFigures() throws {
        for seed in UInt64(1)...200 {
            let model = wide(seed)
            let best = (0..<1024).map { bits in model.columns.indices.map { Double(bits >> $0 & 1) } }
                .filter { model.violation(of: $0) <= 1e-9 }
                .map { zip($0, model.columns).reduce(0) { $0 + $1.0 * $1.1.cost } }.min()
            let found = try #require(GLPKSolver().solve(model, options: .init()).objective)
            #expect(abs(found - (best ?? 0)) <= 1e-9)
        }
    }

    @Test("counts the constant of the objective")
    func constant() {
        var model = knapsack([1], [1], limit: 1)
        model.constant = 10
        #expect(GLPKSolver().solve(model, options: .init()).objective == 9)
    }

    @Test("says that there is no solution, by rows and by bounds")
    func infeasible() {
        var model = knapsack([1, 1], [1, 1], limit: 3)
        model.addRow("more", [.init(1, .init(model, 0)), .init(1, .init(model, 1))], in: 3...(.infinity))
        #expect(GLPKSolver().solve(model, options: .init()).termination == .infeasible)
        var empty = Model()
        empty.addRow("impossible", [], in: 1...2)
        #expect(GLPKSolver().solve(empty, options: .init()).termination == .infeasible)
    }

    @Test("says that a relaxation is unbounded")
    func unbounded() {
        var model = Model()
        _ = model.addColumn("x", in: 0...(.infinity), cost: -1)
        #expect(GLPKSolver().solve(model, options: .init()).termination == .unbounded)
    }

    @Test("solves a model without columns or rows")
    func empty() {
        let result = GLPKSolver().solve(Model(), options: .init())
        #expect(result.termination == .optimal)
        #expect(result.objective == 0)
    }

    @Test("refuses numbers that are not finite, and incumbents that break a row")
    func refusals() {
        var model = knapsack([1], [1], limit: 1)
        model.addRow("nan", [.init(.nan, .init(model, 0))], in: 0...1)
        guard case .failed = GLPKSolver().solve(model, options: .init()).termination else {
            Issue.record("NaN was solved")
            return
        }
        let small = knapsack([1, 1], [1, 1], limit: 1)
        let wrong = GLPKSolver().solve(small, options: SolveOptions(incumbent: [1, 1]))
        guard case .failed = wrong.termination else {
            Issue.record("a wrong incumbent was accepted")
            return
        }
    }

    @Test("starts from an incumbent and keeps it when it is optimal")
    func incumbent() {
        let model = knapsack([16, 22, 12, 8], [5, 7, 4, 3], limit: 14)
        let result = GLPKSolver().solve(model, options: SolveOptions(incumbent: [0, 1, 1, 1]))
        #expect(result.values == [0, 1, 1, 1])
    }

    @Test("finds only what is below a cutoff")
    func cutoff() {
        let model = knapsack([16, 22, 12, 8], [5, 7, 4, 3], limit: 14)
        let none = GLPKSolver().solve(model, options: SolveOptions(cutoff: -42))
        #expect(none.termination == .infeasible)
        #expect(none.values == nil)
        let better = GLPKSolver().solve(model, options: SolveOptions(cutoff: -41))
        #expect(better.objective == -42)
        var zero = model
        zero.constant = 42
        #expect(GLPKSolver().solve(zero, options: SolveOptions(cutoff: 0)).termination == .infeasible)
    }

    @Test("asks the caller about every solution, and goes on beside one that is cut off")
    func judging() {
        let model = knapsack([3, 3, 3, 1], [1, 1, 1, 1], limit: 2)
        let best = Mutex<[[Double]]>([])
        var options = SolveOptions()
        options.judge = { values, objective in
            best.withLock { $0.append(values) }
            let terms = values.indices.map { Model.Term(values[$0] == 1 ? -1 : 1, .init(model, $0)) }
            let cut = SolutionVerdict.Cut(terms: terms, bounds: (1 - values.reduce(0, +))...(.infinity))
            return SolutionVerdict(cutoff: objective + 0.5, cut: cut)
        }
        let result = GLPKSolver().solve(model, options: options)
        #expect(result.termination == .infeasible)
        #expect(Set(best.withLock { $0 }) == [[1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 1, 0]])
    }

    @Test("ends where the caller says so, and keeps only what the caller calls an incumbent")
    func stopping() {
        var options = SolveOptions()
        options.judge = { _, _ in SolutionVerdict(stops: true) }
        let result = GLPKSolver().solve(hard, options: options)
        #expect(result.termination == .cancelled)
        #expect(result.values == nil)
    }

    @Test("solves columns with whole numbers other than 0 and 1")
    func generalIntegers() {
        var model = Model()
        let x = model.addColumn("x", in: -3...7, cost: -5, isInteger: true)
        let y = model.addColumn("y", in: 0...9, cost: -4, isInteger: true)
        model.addRow("one", [.init(6, x), .init(4, y)], in: (-.infinity)...24.5)
        model.addRow("two", [.init(1, x), .init(2, y)], in: (-.infinity)...6)
        let result = GLPKSolver().solve(model, options: .init())
        #expect(result.objective == -20)
        #expect(result.values == [4, 0])
    }

    @Test("stops at a node limit with the same answer every time")
    func nodeLimit() {
        let runs = (0..<2).map { _ in GLPKSolver().solve(hard, options: SolveOptions(nodeLimit: 40)) }
        #expect(runs[0].termination == .nodeLimit)
        #expect(runs[0].values == runs[1].values)
        #expect(runs[0].bound == runs[1].bound)
        #expect(runs[0].nodes == runs[1].nodes)
    }

    @Test(
        "ends and says so wherever memory runs out, with helping threads too", .timeLimit(.minutes(5)),
        arguments: [1, 2, 3])
    func memory(threads: Int) {
        var parameters = GLPKParameters()
        parameters.memoryLimit = 1
        var options = SolveOptions(nodeLimit: 60)
        options.threads = threads
        var failed = 0
        for columns in stride(from: 40, through: 400, by: 6) {
            let result = GLPKSolver(parameters: parameters).solve(market(columns, rows: 40), options: options)
            if case .failed = result.termination { failed += 1 }
        }
        #expect((10..<60).contains(failed))
    }

    @Test("recovers from an error inside GLPK and solves the next model")
    func recovery() {
        var parameters = GLPKParameters()
        parameters.memoryLimit = 1
        var large = Model()
        let columns = (0..<3_000).map { large.addColumn("x\($0)", in: 0...1, cost: -1, isInteger: true) }
        for row in 0..<300 {
            large.addRow("r\(row)", columns.map { .init(1, $0) }, in: (-.infinity)...Double(row + 1))
        }
        guard
            case .failed(let said) = GLPKSolver(parameters: parameters).solve(large, options: .init())
                .termination
        else {
            Issue.record("no failure")
            return
        }
        #expect(said.contains("memory"))
        #expect(GLPKSolver().solve(knapsack([1], [1], limit: 1), options: .init()).objective == -1)
    }

    @Test("reports progress and stops when asked")
    func cancelling() {
        let calls = Mutex(0)
        var options = SolveOptions()
        options.progress = { _ in calls.withLock { $0 += 1 } }
        options.isCancelled = { true }
        #expect(GLPKSolver().solve(hard, options: options).termination == .cancelled)
        #expect(calls.withLock { $0 } > 0)
    }

    @Test("gives the same answer on several threads at once")
    func threads() async {
        let model = hard
        let results = await withTaskGroup(of: [Double]?.self) { group in
            for _ in 0..<4 {
                group.addTask { GLPKSolver().solve(model, options: SolveOptions(nodeLimit: 60)).values }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.allSatisfy { $0 == results[0] })
    }
}

extension Model.Column {
    /// The column at a position of a model made by a test.
    init(_ model: Model, _ index: Int) {
        var copy = Model()
        var column = copy.addColumn("", in: 0...0)
        for _ in 0..<index { column = copy.addColumn("", in: 0...0) }
        self = column
    }
}
