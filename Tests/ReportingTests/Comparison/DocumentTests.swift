import Portfolio
import Reporting
import Testing

struct DocumentTests {
    private func differences() throws -> [OutcomeDifference] {
        let one = MadeOutcome([MadeOutcome.Program("a")], leftOut: ["b"])
        var two = MadeOutcome([MadeOutcome.Program("b")], leftOut: ["a"])
        two.ceilings["pad"] = [350, 300]
        two.name = "<script>alert(1)</script> | [x](y)"
        let base = try one.side("A")
        return [
            try OutcomeDifference(from: base, to: two.side("B")),
            try OutcomeDifference(from: base, to: one.side("C")),
        ]
    }

    @Test("Both languages hold the same rows and the same numbers")
    func languages() throws {
        let documents = try Language.allCases.map { language in
            ComparisonDocument(of: try differences(), in: language).document
        }
        let tables = documents.map { $0.sections.flatMap(\.tables) }
        #expect(tables[0].map(\.id) == tables[1].map(\.id) && !tables[0].isEmpty)
        for (one, two) in zip(tables[0], tables[1]) {
            #expect(one.rows.map(\.id) == two.rows.map(\.id))
            #expect(one.columns.count == two.columns.count)
            for (left, right) in zip(one.rows, two.rows) {
                #expect(left.cells.count == one.columns.count)
                for (cell, other) in zip(left.cells, right.cells) {
                    guard case .text = cell.content else {
                        #expect(cell.content == other.content)
                        continue
                    }
                }
            }
        }
    }

    @Test("A hostile name is no markup, neither in Markdown nor on the page")
    func hostile() throws {
        let document = ComparisonDocument(of: try differences(), in: .english).document
        let markdown = document.markdown(in: .english)
        #expect(markdown.contains("\\<script>alert(1)\\</script> \\| \\[x](y)"))
        let page = document.page(in: .english)
        #expect(!page.contains("<script") && page.contains("&lt;script&gt;"))
        #expect(page.contains("default-src &#39;none&#39;"))
    }

    @Test("Three outcomes share one base, and every section has its rows")
    func three() throws {
        let document = ComparisonDocument(of: try differences(), in: .indonesian).document
        let ids = document.sections.map(\.id)
        #expect(
            ids == [
                "decision", "sides", "figures", "across", "programs-b", "programs-c", "ceilings", "spending",
                "dimensions", "owners", "risk",
            ])
        let figures = try #require(document.sections.first { $0.id == "figures" }?.tables.first)
        #expect(figures.columns.map(\.title) == ["Angka pokok", "A", "B", "Selisih", "C", "Selisih"])
        #expect(document.markdown(in: .indonesian).contains("Selisih TA 2023 (Rp juta)"))
    }
}
