import Testing

@testable import Reporting

struct FrontierChartTests {
    private func texts(
        _ points: [(x: Double, y: Double, label: String)], marked: (x: Double, label: String)? = nil,
        unitX: Double = 1, blanks: [ClosedRange<Double>] = []
    ) -> [String] {
        let chart = FrontierChart(
            title: "t", summary: "s",
            points: points.map { .init(x: $0.x, y: $0.y, isProved: true, label: $0.label) },
            blanks: (blanks, "none"),
            isJoined: true, marked: marked, formX: { NumberForms(.english).decimal($0 * unitX, places: $1) },
            unitX: unitX,
            formY: { NumberForms(.english).decimal($0, places: $1) })
        return chart.drawing.source.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) }
    }

    @Test("Neighbouring ticks are told apart, however close they are")
    func ticks() {
        for (low, high) in [(41.2, 41.9), (0, 1000), (0.001, 0.0015), (1e9, 2e9)] {
            let labels = texts([(low, low, ""), (high, high, "")])
            #expect(labels.count >= 6 && Set(labels).count >= labels.count / 2, "\(labels)")
            #expect(zip(labels, labels.dropFirst()).allSatisfy { $0 != $1 }, "\(labels)")
        }
        #expect(texts([(0.95, 0, ""), (1.05, 1, "")], unitX: 100).contains("105"))
    }

    @Test("Labels that would cover a point or a label are left out")
    func labels() {
        let points = (0..<21).map {
            (x: 0.5 + 0.0001 * Double($0), y: Double($0 % 3), label: "L\($0) of twenty")
        }
        let shown = texts(points).filter { $0.hasPrefix("L") }
        #expect(!shown.isEmpty && shown.count < 21)
        #expect(
            texts([(0, 0, "L0"), (1, 1, "L1"), (0.5, 0.2, "L2")]).filter { $0.hasPrefix("L") }.count == 3)
    }

    @Test("Where there is no plan the axis goes on, and the drawing says so once for each span")
    func blank() {
        let shown = texts([(1, 0, ""), (1.5, 1, "")], blanks: [0...0.5, 2...2])
        #expect(shown.count { $0 == "none" } == 2)
        #expect(shown.contains("0.0") && shown.contains("2.0"))
    }

    @Test("The scenario's own place is marked where there are points on both sides")
    func mark() {
        #expect(texts([(0.5, 0, ""), (1.5, 1, "")], marked: (1, "here")).contains("here"))
        #expect(!texts([(1, 0, ""), (1.5, 1, "")], marked: (1, "here")).contains("here"))
    }
}
