import Foundation
import Reporting
import TestSupport
import Testing

struct ReportTests {
    private static let hasBrowser =
        Peer.has("playwright, axe_playwright_python")
        && FileManager.default.fileExists(atPath: "/usr/bin/chromium")
    private static let sample = Binary.root.appendingPathComponent("reports/quick-win-1-quarterly")

    @Test("A report made later from outcome.json alone is the one that run wrote")
    func fromOutcome() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("run", "city.yaml", "--out", "first").code == 0)
            let answer = try selaras.run("report", "first/outcome.json", "--out", "second")
            #expect(answer.code == 0)
            let documents = ["summary.md", "report.html", "plan.csv", "plan.excel.csv", "report.xlsx"]
            #expect(answer.output == documents.map { "second/\($0)\n" }.joined())
            for name in documents {
                #expect(try selaras.bytes("second/\(name)") == selaras.bytes("first/\(name)"))
            }
            #expect(try selaras.run("report", "first/outcome.json", "--lang", "en").code == 0)
            #expect(try selaras.read("first/report.html").contains("<html lang=\"en\">"))
        }
    }

    @Test("What is no outcome ends with 65 and the place of the mistake, what is not there with 66")
    func unusable() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write("{\"schema\": 1}", to: "poor.json")
            let poor = try selaras.run("report", "poor.json", "--lang", "en", "--out", "nowhere")
            #expect(poor.code == 65)
            #expect(poor.remarks.contains("poor.json: scenario: a value is expected"))
            #expect(!selaras.exists("nowhere"))
            #expect(try selaras.run("report", "city.yaml").code == 65)
            #expect(try selaras.run("report", "none.json").code == 66)
        }
    }

    @Test("An infeasible scenario has a report too")
    func infeasible() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.infeasible, to: "impossible.yaml")
            #expect(try selaras.run("run", "impossible.yaml", "--out", "no").code == 1)
            #expect(try selaras.read("no/report.html").contains("Kendala yang bertentangan"))
        }
    }

    @Test("The committed sample is what its outcome makes, in both languages, below 300 KB")
    func sample() throws {
        let report = try Report(
            json: Array(try Data(contentsOf: Self.sample.appendingPathComponent("outcome.json"))))
        let pages = try ["report.html", "report.en.html"].map { name in
            String(decoding: try Data(contentsOf: Self.sample.appendingPathComponent(name)), as: UTF8.self)
        }
        #expect(HTMLReport(of: report, in: .indonesian).text == pages[0])
        #expect(HTMLReport(of: report, in: .english).text == pages[1])
        #expect(PageFigure.all(in: pages[0]) == PageFigure.all(in: pages[1]))
        for page in pages { #expect(page.utf8.count < 300_000) }
    }

    @Test(
        "In a browser no page asks for anything, scrolls sideways, fails axe-core or has poor contrast",
        .enabled(
            if: hasBrowser,
            "playwright and axe-playwright-python are not installed under .build/peers, or no /usr/bin/chromium"
        ))
    func browser() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.hostile, to: "hostile.yaml")
            let run = try selaras.run("run", "hostile.yaml", "--out", "hostile")
            #expect(run.code == 0, "\(run.remarks)")
            let frontier = try selaras.run(
                "frontier", "hostile.yaml", "--vary", "funds.*=50%..150%", "--points", "9", "--simulate",
                "--trials", "200", "--out", "hostile")
            #expect(frontier.code == 0, "\(frontier.remarks)")
            #expect(try selaras.run("report", "hostile/outcome.json").code == 0)
            let pages = [
                Self.sample.appendingPathComponent("report.html").path,
                Self.sample.appendingPathComponent("report.en.html").path,
                selaras.folder.appendingPathComponent("hostile/report.html").path,
                selaras.folder.appendingPathComponent("hostile/frontier.html").path,
            ]
            #expect(try Peer.run("browse.py", pages) == [])
        }
    }
}
