import Portfolio
import Reporting
import Testing

struct SAWRankingTests {
    @Test("The score is the weighted sum of points over the greatest of all candidates")
    func score() throws {
        let rows = try #require(Sample.outcome()).saw
        #expect(rows.map(\.id) == ["intranet", "hall"])
        #expect(rows.map(\.score) == [1, 0.2])
        #expect(rows.map(\.rank) == [1, 2])
        #expect(rows[0].pointsPerBillion == 12.5)
        #expect(rows[1].pointsPerBillion == nil, "it costs nothing")
    }

    @Test("Where ranking and plan decide alike no reason is given")
    func agreement() throws {
        let rows = try #require(Sample.outcome()).saw
        #expect(rows.map(\.agrees) == [true, true])
        #expect(rows.allSatisfy { $0.why == nil })
    }
}
