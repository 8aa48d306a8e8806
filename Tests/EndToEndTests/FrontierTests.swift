import Foundation
import Reporting
import Testing

struct FrontierCommandTests {
    @Test("The documents of a frontier are written, the same for any number of threads")
    func documents() throws {
        try Binary.inNewFolder { (selaras) throws in
            for threads in ["1", "3"] {
                let answer = try selaras.run(
                    "frontier", "city.yaml", "--vary", "funds.*=50%..150%", "--points", "5", "--lang", "en",
                    "--out", "out\(threads)", "--threads", threads, "--simulate", "--trials", "200")
                #expect(answer.code == 0, "\(answer.remarks)")
                #expect(answer.output.contains("| 100%"))
                #expect(answer.output.contains("P(all quick wins on time)"))
            }
            for ending in ["html", "md", "json", "csv", "excel.csv", "xlsx"] {
                let name = "frontier.\(ending)"
                #expect(try selaras.bytes("out1/\(name)") == selaras.bytes("out3/\(name)"), "\(name)")
            }
            let written = try FrontierReport(json: Array(selaras.bytes("out1/frontier.json")))
            #expect(try written.json == selaras.read("out1/frontier.json"))
            #expect(
                try written.document(in: .english).page(in: .english) == selaras.read("out1/frontier.html"))
            let page = try selaras.read("out1/frontier.html")
            #expect(page.contains("role=\"img\"") && !page.contains("<script"))
        }
    }

    @Test("The JSON holds every point with its plan, and values that never fall while budgets grow")
    func json() throws {
        try Binary.inNewFolder { (selaras) throws in
            let answer = try selaras.run(
                "frontier", "city.yaml", "--vary", "funds.*=20%..200%", "--points", "4", "--json")
            #expect(answer.code == 0)
            let data = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
            let points = try #require(data?["points"] as? [[String: Any]])
            #expect(points.compactMap { $0["at"] as? Double } == [0.2, 0.8, 1.4, 2])
            let values = points.compactMap { $0["value"] as? Double }
            #expect(!values.isEmpty && values == values.sorted())
        }
    }

    @Test("The report of the folder shows the frontier that lies there, and the one that is named")
    func report() throws {
        try Binary.inNewFolder { (selaras) throws in
            let vary = ["--vary", "funds.pad=50%..150%", "--points", "3", "--simulate", "--trials", "200"]
            #expect(try selaras.run(["frontier", "city.yaml", "--out", "out"] + vary).code == 0)
            let own = try selaras.read("out/frontier.html")
            let run = try selaras.run("run", "city.yaml", "--out", "out")
            #expect(run.code == 0, "\(run.remarks)")
            let page = try selaras.read("out/report.html")
            #expect(page.contains("Kurva pertukaran: pagu PAD"))
            for table in own.matches(of: /<table.*?<\/table>/) { #expect(page.contains(table.output)) }
            #expect(try selaras.read("out/summary.md").contains("## Kurva pertukaran: pagu PAD"))
            let later = try selaras.run(
                "report", "out/outcome.json", "--out", "en", "--lang", "en", "--frontier", "out/frontier.json"
            )
            #expect(later.code == 0, "\(later.remarks)")
            #expect(try selaras.read("en/report.html").contains("Frontier: ceilings of PAD"))
        }
    }

    @Test(
        "A frontier of another scenario is refused where it is named, and left out where it only lies there")
    func otherScenario() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.late, to: "late.yaml")
            let vary = ["--vary", "funds.*=50%..150%", "--points", "2", "--out", "out"]
            #expect(try selaras.run(["frontier", "late.yaml"] + vary).code == 0)
            let named = try selaras.run(
                "run", "city.yaml", "--out", "new", "--frontier", "out/frontier.json", "--lang", "en")
            #expect(named.code == 65)
            #expect(named.remarks.contains("error: out/frontier.json: a frontier of another scenario"))
            #expect(!selaras.exists("new"))
            let lying = try selaras.run("run", "city.yaml", "--out", "out")
            #expect(lying.code == 0)
            #expect(lying.remarks.contains("remark: out/frontier.json: frontier dari skenario lain"))
            #expect(try !selaras.read("out/report.html").contains("Kurva pertukaran"))
            let report = try selaras.run("report", "out/outcome.json", "--frontier", "out/frontier.json")
            #expect(report.code == 65)
            #expect(try selaras.run("report", "out/outcome.json", "--frontier", "none.json").code == 66)
            let none = try selaras.run("report", "out/outcome.json", "--frontier", "out/outcome.json")
            #expect(none.code == 65)
            #expect(none.remarks.contains("`selaras frontier`"))
        }
    }

    @Test("What cannot be varied ends with 64 and says what can, in both languages")
    func mistakes() throws {
        try Binary.inNewFolder { (selaras) throws in
            let english = try selaras.run(
                "frontier", "city.yaml", "--vary", "funds.nobody=50%..150%", "--lang", "en")
            #expect(english.code == 64)
            #expect(english.remarks.contains("there is no fund nobody; there are: dau, pad"))
            let indonesian = try selaras.run("frontier", "city.yaml", "--vary", "funds.*=50..150")
            #expect(indonesian.code == 64)
            #expect(indonesian.remarks.contains("pagu divariasikan dalam persen"))
        }
    }
}
