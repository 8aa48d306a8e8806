import Foundation
import Portfolio
import Reporting
import Testing

struct PlanCSVTests {
    @Test("A row for each chosen program, a column for each fund and year, a row of totals")
    func table() throws {
        let rows = try Sample.report().planCSV(.plain, in: .indonesian).split(separator: "\r\n")
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

    @Test("Excel with Indonesian settings gets a mark, semicolons, decimal commas and heads in words")
    func excel() throws {
        let text = try Sample.report().planCSV(.indonesianExcel, in: .indonesian)
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        let rows = text.split(separator: "\r\n")
        #expect(rows[0].hasSuffix("Quick win;Nilai;DAU 2023;PAD 2023;Jumlah 2023;Jumlah"))
        #expect(rows[1].contains(";2023-01;2023-06;1;2,5;150000000;"))
        #expect(rows[2].hasPrefix("Jumlah;;;;;;;1;2,5;"))
        let english = try Sample.report().planCSV(.indonesianExcel, in: .english)
        #expect(english.contains("Agency;Dimension") && english.contains(";2,5;"))
    }

    @Test("Cells with separators, quotes or line breaks are quoted, others are left alone")
    func quoting() throws {
        let report = try Sample.report(named: "Balai, \"kota\";\nbaru", owner: "Dinas;")
        #expect(report.planCSV(.plain, in: .english).contains("\"Balai, \"\"kota\"\";\nbaru\",Dinas;,"))
        let excel = report.planCSV(.indonesianExcel, in: .english)
        #expect(excel.contains("\"Balai, \"\"kota\"\";\nbaru\";\"Dinas;\";"))
    }

    @Test(
        "A text that a spreadsheet would take for a formula gets an apostrophe, in both forms",
        arguments: ["=cmd|'/c calc'!A0", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
    func formulas(_ name: String) throws {
        let report = try Sample.report(named: name)
        for form in [CSVForm.plain, .indonesianExcel] {
            #expect(report.planCSV(form, in: .indonesian).contains("'" + name))
        }
    }

    @Test("Without a plan there is only the header")
    func empty() throws {
        let report = try Report(outcome: try #require(Sample.outcome(status: .infeasible)).jsonValue)
        let text = report.planCSV(.plain, in: .english)
        #expect(text == "id,name,owner,dimension,variant,start,finish,quick_win,value\r\n")
    }
}
