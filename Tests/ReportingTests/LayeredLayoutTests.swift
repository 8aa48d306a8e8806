import Testing

@testable import Reporting

struct LayeredLayoutTests {
    private func arrows(_ pairs: [(Int, Int)]) -> [LayeredLayout.Arrow] {
        pairs.map { LayeredLayout.Arrow(from: $0.0, to: $0.1) }
    }

    @Test("Every arrow runs from a layer to a later one")
    func layers() {
        let arrows = arrows([(0, 1), (1, 2), (0, 2), (3, 2)])
        let layout = LayeredLayout(nodes: 4, arrows: arrows)
        for arrow in arrows { #expect(layout.layer[arrow.from] < layout.layer[arrow.to]) }
        #expect(layout.layer[3] == 1, "a beginning stands next to what needs it")
    }

    @Test("Crossings that can be avoided are avoided")
    func crossings() {
        #expect(LayeredLayout(nodes: 6, arrows: arrows([(0, 5), (1, 4), (2, 3)])).crossings == 0)
        #expect(
            LayeredLayout(nodes: 7, arrows: arrows([(0, 3), (0, 4), (1, 5), (2, 6), (1, 6)])).crossings == 0)
        let complete = [(0, 2), (0, 3), (1, 2), (1, 3)]
        #expect(LayeredLayout(nodes: 4, arrows: arrows(complete)).crossings == 1)
    }

    @Test("Nodes of a layer never overlap")
    func heights() {
        let layout = LayeredLayout(
            nodes: 9, arrows: arrows([(0, 3), (0, 4), (0, 5), (1, 4), (2, 5), (3, 6), (5, 7), (0, 8)]))
        for (one, layer) in layout.layer.enumerated() {
            for (other, second) in layout.layer.enumerated() where one < other && layer == second {
                #expect(abs(layout.height[one] - layout.height[other]) >= 1 - 1e-9)
            }
        }
    }

    @Test("A circle of arrows, or an arrow to itself, is drawn and does no harm")
    func circles() {
        let layout = LayeredLayout(nodes: 3, arrows: arrows([(0, 1), (1, 2), (2, 0), (1, 1)]))
        #expect(layout.routes.count == 4)
        #expect(layout.routes.allSatisfy { $0.count >= 2 })
    }
}
