import Linear
import Testing

@Suite("A linear model")
struct ModelTests {
    private func small() -> (model: Model, x: Model.Column, y: Model.Column) {
        var model = Model()
        let x = model.addColumn("x", in: 0...1, cost: -3, isInteger: true)
        let y = model.addColumn("y", in: 0...(.infinity), cost: 2)
        model.addRow("cap", [.init(2, x), .init(1, y)], in: 1...4)
        return (model, x, y)
    }

    @Test("adds up the terms of one column and drops zeros")
    func merging() {
        let (_, x, y) = small()
        let terms: [Model.Term] = [.init(1, y), .init(2, x), .init(-1, y), .init(1, x)]
        #expect(terms.merged == [.init(3, x)])
    }

    @Test("measures the largest violation of bounds, rows and integrality")
    func violation() {
        let (model, _, _) = small()
        #expect(model.violation(of: [1, 2]) == 0)
        #expect(model.violation(of: [1, 3]) == 1)
        #expect(model.violation(of: [0, 0]) == 1)
        #expect(model.violation(of: [0.5, 1]) == 0.5)
        #expect(model.violation(of: [1]) == .infinity)
        #expect(model.violation(of: [.nan, 1]) == .infinity)
    }

    @Test("is not finite with NaN anywhere, or an infinite cost or coefficient")
    func finiteness() {
        var (model, x, _) = small()
        #expect(model.isFinite)
        model.setCost(.nan, of: x)
        #expect(!model.isFinite)
        model.setCost(.infinity, of: x)
        #expect(!model.isFinite)
        model.setCost(0, of: x)
        model.addRow("bad", [.init(.infinity, x)], in: 0...1)
        #expect(!model.isFinite)
    }

    @Test("is written as MPS with its constant as a fixed column")
    func mps() {
        var (model, _, _) = small()
        model.constant = 7
        #expect(
            model.mpsText(name: "small") == """
                * minimisation
                NAME small
                ROWS
                 N objective
                 L cap
                COLUMNS
                 MARKER 'MARKER' 'INTORG'
                 x objective -3.0
                 x cap 2.0
                 MARKER 'MARKER' 'INTEND'
                 y objective 2.0
                 y cap 1.0
                 constant objective 7.0
                RHS
                 RHS cap 4.0
                RANGES
                 RANGE cap 3.0
                BOUNDS
                 UP BOUND x 1.0
                 PL BOUND y
                 FX BOUND constant 1
                ENDATA

                """)
    }

    @Test("is written as LP with ranges as two rows")
    func lp() {
        let (model, _, _) = small()
        #expect(
            model.lpText(name: "small") == """
                \\ small
                Minimize
                 objective: - 3.0 x + 2.0 y
                Subject To
                 cap: + 2.0 x + 1.0 y <= 4.0
                 cap_low: + 2.0 x + 1.0 y >= 1.0
                Bounds
                 0.0 <= x <= 1.0
                 y >= 0.0
                Generals
                 x
                End

                """)
    }
}

@Suite("A maximum flow")
struct MaximumFlowTests {
    @Test("sends what the narrowest cut lets through, rerouting where needed")
    func rerouting() {
        var flow = MaximumFlow(nodes: 4)
        let top = flow.addArc(from: 0, to: 2, capacity: 1)
        flow.addArc(from: 0, to: 3, capacity: 1)
        let across = flow.addArc(from: 2, to: 3, capacity: 1)
        flow.addArc(from: 2, to: 1, capacity: 1)
        flow.addArc(from: 3, to: 1, capacity: 1)
        #expect(flow.maximise(from: 0, to: 1) == 2)
        #expect(flow.flow(on: top) == 1)
        #expect(flow.flow(on: across) == 0)
        #expect(flow.maximise(from: 0, to: 1) == 0)
    }
}
