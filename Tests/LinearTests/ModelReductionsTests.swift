import TestSupport
import Testing

@testable import Linear

/// Rows of whole numbers over six binary columns, some of them parallel.
private func makeModel(seed: Int) -> Model {
    var generator = SplitMix64(seed: UInt64(seed))
    var model = Model()
    let columns = (0..<6).map { index in
        model.addColumn(
            "x\(index)", in: 0...1, cost: Double(generator.int(-9...9)), isInteger: true, group: index / 2)
    }
    for row in 0..<3 {
        let terms = columns.map { Model.Term(Double(generator.int(-3...5)), $0) }
        let bound = Double(generator.int(2...8))
        model.addRow("r\(row)", terms, in: (-.infinity)...bound)
        if generator.int(0...1) == 0 {
            let turned = terms.map { Model.Term(-2 * $0.coefficient, $0.column) }
            model.addRow("s\(row)", turned, in: (-2 * bound + Double(generator.int(-2...2)))...(.infinity))
        }
    }
    return model
}

/// Every assignment of 0 and 1 that keeps all rows and bounds.
private func solutions(of model: Model) -> Set<[Double]> {
    let all = (0..<(1 << model.columns.count)).map { bits in
        model.columns.indices.map { Double((bits >> $0) & 1) }
    }
    return Set(all.filter { model.violation(of: $0) <= 1e-9 })
}

@Suite("Rows that are made tighter")
struct TighteningTests {
    @Test("keep the same integer solutions", arguments: 0..<300)
    func sameSolutions(seed: Int) {
        let model = makeModel(seed: seed)
        #expect(solutions(of: model.tighteningCoefficients()) == solutions(of: model))
    }

    @Test("lose no solution where some column is no binary one")
    func otherColumns() {
        var model = Model()
        let x = model.addColumn("x", in: 0...1, isInteger: true)
        let y = model.addColumn("y", in: 0...3, isInteger: true)
        model.addRow("r", [.init(5, x), .init(1, y)], in: (-.infinity)...6)
        let row = model.tighteningCoefficients().rows[0]
        #expect(row.terms.map(\.coefficient) == [2, 1] && row.upper == 3)
    }

    @Test("say of two teams of two and a capacity of three that one works at a time")
    func teams() {
        var model = Model()
        let columns = (0..<2).map { model.addColumn("x\($0)", in: 0...1, isInteger: true) }
        model.addRow("staff", columns.map { .init(2, $0) }, in: (-.infinity)...3)
        let row = model.tighteningCoefficients().rows[0]
        #expect(row.terms.map(\.coefficient) == [1, 1] && row.upper == 1)
    }

    @Test("stay as they are with fractions, continuous columns or two bounds")
    func untouched() {
        var model = Model()
        let x = model.addColumn("x", in: 0...1, isInteger: true)
        let y = model.addColumn("y", in: 0...1)
        model.addRow("fraction", [.init(2.5, x)], in: (-.infinity)...2)
        model.addRow("continuous", [.init(3, x), .init(1, y)], in: (-.infinity)...3)
        model.addRow("two bounds", [.init(3, x)], in: -1...2)
        #expect(model.tighteningCoefficients().rows == model.rows)
    }
}

@Suite("Rows that are merged")
struct MergingTests {
    @Test("keep the same solutions", arguments: 0..<300)
    func sameSolutions(seed: Int) {
        let model = makeModel(seed: seed)
        let merged = model.mergingParallelRows()
        #expect(solutions(of: merged) == solutions(of: model) && merged.rows.count <= model.rows.count)
    }

    @Test("take the tighter bounds, turned where the factor is negative")
    func bounds() {
        var model = Model()
        let columns = (0..<2).map { model.addColumn("x\($0)", in: 0...9) }
        model.addRow("a", [.init(1, columns[0]), .init(3, columns[1])], in: (-.infinity)...7)
        model.addRow("b", [.init(-2, columns[0]), .init(-6, columns[1])], in: (-10)...(-2))
        let rows = model.mergingParallelRows().rows
        #expect(rows.count == 1 && rows[0].lower == 1 && rows[0].upper == 5)
    }

    @Test("stay apart where only rounding makes them parallel, or where their bounds exclude each other")
    func apart() {
        var model = Model()
        let columns = (0..<2).map { model.addColumn("x\($0)", in: 0...9) }
        model.addRow("a", [.init(0.1, columns[0]), .init(0.3, columns[1])], in: 0...1)
        model.addRow("b", [.init(1, columns[0]), .init(3, columns[1])], in: 0...1)
        model.addRow("c", [.init(1, columns[0]), .init(3, columns[1])], in: 2...3)
        #expect(model.mergingParallelRows().rows.count == 3)
    }

    @Test("are named with the row that says the same")
    func named() {
        var model = Model()
        let column = model.addColumn("x", in: 0...9, isInteger: true)
        model.addRow("a", [.init(1, column)], in: 0...4)
        model.addRow("b", [.init(2, column)], in: 2...20)
        var told: [Removal] = []
        _ = model.mergingParallelRows { told.append($0) }
        #expect(told == [Removal(name: "b", reason: .parallel("a"))])
    }
}

@Suite("Probing")
struct ProbingTests {
    @Test("keeps the same solutions, and so do the rows that it finds", arguments: 0..<300)
    func sameSolutions(seed: Int) {
        let model = makeModel(seed: seed)
        let expected = solutions(of: model)
        guard let reduced = ReducedModel(model, by: [.merging, .tightening, .probing]) else {
            #expect(expected.isEmpty)
            return
        }
        #expect(Set(solutions(of: reduced.model).map(reduced.expand)) == expected)
        let points = [0.3, 0.5, 0.7, 0.9].map { value in model.columns.map { _ in value } }
        for cut in points.flatMap(reduced.implications.separate) {
            for values in expected {
                let sum = cut.terms.reduce(0) { $0 + $1.coefficient * values[$1.column.index] }
                #expect(cut.bounds.contains(sum))
            }
        }
    }

    @Test("rules out a value that leaves no solution")
    func fixing() throws {
        var model = Model()
        let columns = (0..<3).map { model.addColumn("x\($0)", in: 0...1, isInteger: true) }
        model.addRow("a", [.init(1, columns[0]), .init(-1, columns[1])], in: (-.infinity)...0)
        model.addRow("b", [.init(1, columns[0]), .init(1, columns[1])], in: (-.infinity)...1)
        let reduced = try #require(ReducedModel(model, by: .probing))
        #expect(reduced.model.columns.map(\.name) == ["x1", "x2"])
        #expect(reduced.removals.isEmpty)
        let explained = try #require(ReducedModel(model, by: .probing, explains: true))
        #expect(explained.removals.first == Removal(name: "x0", reason: .tried(value: 0)))
    }

    @Test("says of every row and column that it leaves out why, and what it says is so", arguments: 0..<200)
    func reasons(seed: Int) {
        let model = makeModel(seed: seed)
        guard let reduced = ReducedModel(model, by: [.merging, .tightening, .probing], explains: true) else {
            return
        }
        let solutions = solutions(of: model)
        var (rows, columns) = (0, 0)
        for removal in reduced.removals {
            switch removal.reason {
            case .implied, .parallel: rows += 1
            case .costly: Issue.record("no cost was compared")
            case .decided(let value), .tried(let value):
                columns += 1
                guard let position = model.columns.firstIndex(where: { $0.name == removal.name }) else {
                    Issue.record("\(removal)")
                    continue
                }
                #expect(solutions.allSatisfy { $0[position] == value }, "seed \(seed): \(removal)")
            }
        }
        #expect(reduced.model.rows.count + rows == model.rows.count)
        #expect(reduced.model.columns.count + columns == model.columns.count)
    }

    @Test("makes one row of three columns that exclude each other two by two")
    func cliques() throws {
        var model = Model()
        let columns = (0..<3).map { model.addColumn("x\($0)", in: 0...1, isInteger: true) }
        model.addRow("r", columns.map { .init(2, $0) }, in: (-.infinity)...3)
        let reduced = try #require(ReducedModel(model, by: .probing))
        let cuts = reduced.implications.separate([0.5, 0.5, 0.5])
        #expect(cuts.map { $0.terms.map(\.coefficient) } == [[1, 1, 1]])
        #expect(cuts.first?.bounds.upperBound == 1)
    }

    @Test("makes rows of implications that a relaxation breaks, the most broken first")
    func implications() throws {
        var model = Model()
        let columns = (0..<3).map { model.addColumn("x\($0)", in: 0...1, isInteger: true) }
        model.addRow(
            "r", [.init(3, columns[0]), .init(-2, columns[1]), .init(-2, columns[2])], in: (-.infinity)...0)
        let reduced = try #require(ReducedModel(model, by: .probing))
        let cuts = reduced.implications.separate([0.9, 0.8, 0.5])
        let names = cuts.map { cut in
            cut.terms.map { "\($0.coefficient) \(reduced.model.columns[$0.column.index].name)" }
        }
        #expect(names == [["-1.0 x0", "1.0 x2"], ["-1.0 x0", "1.0 x1"]])
    }
}
