import Linear
import Testing

@Suite("Fixing by reduced costs")
struct ReducedCostsTests {
    private var model: Model {
        var model = Model()
        for index in 0..<3 { _ = model.addColumn("x\(index)", in: 0...1, isInteger: true) }
        _ = model.addColumn("y", in: 0...1)
        return model
    }

    private func bounds(_ costs: [Double], cutoff: Double) -> [[Double]] {
        let root = SolveResult.Root(bound: 10, reducedCosts: costs)
        return model.fixed(by: root, below: cutoff).columns.map { [$0.lower, $0.upper] }
    }

    @Test("fixes integer columns whose other value costs more than what is left up to the cutoff")
    func fixing() {
        #expect(bounds([3, -3, 1, 3], cutoff: 12) == [[0, 0], [1, 1], [0, 1], [0, 1]])
    }

    @Test("leaves columns whose other value costs just what is left")
    func border() {
        #expect(bounds([2, -2, 0, 0], cutoff: 12) == [[0, 1], [0, 1], [0, 1], [0, 1]])
    }
}
