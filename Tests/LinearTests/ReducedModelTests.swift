import Linear
import TestSupport
import Testing

@Suite("A reduced model")
struct ReducedModelTests {
    /// Six binary columns and a few random rows, some columns fixed.
    private func model(seed: Int) -> Model {
        var generator = SplitMix64(seed: UInt64(seed))
        var model = Model()
        model.constant = Double(generator.int(-3...3))
        let columns = (0..<6).map { index in
            let fixed = generator.int(0...5) == 0 ? Double(generator.int(0...1)) : nil
            return model.addColumn(
                "x\(index)", in: (fixed ?? 0)...(fixed ?? 1), cost: Double(generator.int(-9...9)),
                isInteger: true)
        }
        for row in 0..<4 {
            let terms = columns.map { Model.Term(Double(generator.int(-4...4)), $0) }
            let least = generator.int(0...2) == 0 ? Double(generator.int(-6...1)) : -.infinity
            model.addRow("r\(row)", terms, in: least...Double(generator.int(2...6)))
        }
        return model
    }

    /// Every assignment of 0 and 1 that keeps all rows and bounds, with its objective.
    private func solutions(of model: Model) -> [[Double]: Double] {
        var found: [[Double]: Double] = [:]
        for bits in 0..<(1 << model.columns.count) {
            let values = model.columns.indices.map { Double((bits >> $0) & 1) }
            guard model.violation(of: values) <= 1e-9 else { continue }
            let sum = zip(model.columns, values).reduce(model.constant) { $0 + $1.0.cost * $1.1 }
            found[values] = sum
        }
        return found
    }

    @Test("has the same solutions with the same objectives", arguments: 0..<200)
    func sameSolutions(seed: Int) {
        let original = model(seed: seed)
        let expected = solutions(of: original)
        guard let reduced = ReducedModel(original) else {
            #expect(expected.isEmpty)
            return
        }
        var expanded: [[Double]: Double] = [:]
        for (values, objective) in solutions(of: reduced.model) {
            expanded[reduced.expand(values)] = objective
        }
        #expect(expanded == expected)
    }

    @Test("is empty where fixed columns decide all others")
    func chain() throws {
        var model = Model()
        let columns = (0..<5).map { model.addColumn("z\($0)", in: 0...1, cost: 1, isInteger: true) }
        for (early, late) in zip(columns, columns.dropFirst()) {
            model.addRow("stays", [.init(1, early), .init(-1, late)], in: (-.infinity)...0)
        }
        model.setBounds(1...1, of: columns[0])
        let reduced = try #require(ReducedModel(model))
        #expect(reduced.model.columns.isEmpty && reduced.model.rows.isEmpty)
        #expect(reduced.model.constant == 5)
        #expect(reduced.expand([]) == [1, 1, 1, 1, 1])
    }

    @Test("states a row of the whole model in the columns that are left", arguments: 0..<100)
    func rows(seed: Int) throws {
        let model = model(seed: seed)
        guard let reduced = ReducedModel(model) else { return }
        let cut = SolutionVerdict.Cut(
            terms: model.columns.indices.map { Model.Term(Double(1 + ($0 * 7 + seed) % 5), .init(at: $0)) },
            bounds: (-.infinity)...7)
        let own = reduced.reduced(cut)
        for values in solutions(of: reduced.model).keys {
            let all = reduced.expand(values)
            let whole = cut.terms.reduce(0) { $0 + $1.coefficient * all[$1.column.index] }
            let part = own.terms.reduce(0) { $0 + $1.coefficient * values[$1.column.index] }
            #expect(whole - cut.bounds.upperBound == part - own.bounds.upperBound)
        }
    }
}

extension Model.Column {
    /// The column at a position.
    fileprivate init(at index: Int) {
        var model = Model()
        self = (0...index).map { _ in model.addColumn("", in: 0...0) }[index]
    }
}
