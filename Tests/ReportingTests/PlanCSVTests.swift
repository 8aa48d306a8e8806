import Portfolio
import Reporting
import Testing

struct PlanCSVTests {
    @Test("A row for each chosen program, a column for each fund and year, a row of totals")
    func table() throws {
        let rows = try #require(Sample.outcome()).planCSV(in: .indonesian).split(separator: "\r\n")
        #expect(
            rows[0]
                == "id,name,owner,dimension,variant,start,finish,quick_win,value,dau 2023,pad 2023,total 2023,total"
        )
        #expect(
            rows[1].hasPrefix(
                "intranet,Intranet | jaringan,Dinas Kominfo,Smart Governance,default,2023-01,2023-06,1,2.5,"))
        #expect(rows[1].hasSuffix(",150000000,250000000,400000000,400000000"))
        #expect(rows[2] == "total,,,,,,,1,2.5,150000000,250000000,400000000,400000000")
        #expect(rows.count == 3)
    }

    @Test("Cells with commas, quotes or line breaks are quoted, others are left alone")
    func quoting() throws {
        var outcome = try #require(Sample.outcome())
        outcome.plan?.programs[0].name = LocalizedText("Balai, \"kota\"\nbaru")
        outcome.plan?.programs[0].owner = LocalizedText("=SUM(A1)")
        let text = outcome.planCSV(in: .indonesian)
        #expect(text.contains("intranet,\"Balai, \"\"kota\"\"\nbaru\",=SUM(A1),"))
    }

    @Test("Without a plan there is only the header")
    func empty() throws {
        let text = try #require(Sample.outcome(status: .infeasible)).planCSV(in: .english)
        #expect(text == "id,name,owner,dimension,variant,start,finish,quick_win,value\r\n")
    }
}
