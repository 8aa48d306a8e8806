import Foundation
import Reporting
import Testing

struct OutputTests {
    @Test("Planning twice writes the same bytes, and --json prints them and nothing else")
    func repeatable() throws {
        try Binary.inNewFolder { (selaras) throws in
            let first = try selaras.run("run", "city.yaml", "--out", "first")
            #expect(first.code == 0)
            #expect(first.remarks.isEmpty)
            #expect(first.output.contains("first/summary.md"))
            let second = try selaras.run("run", "city.yaml", "--out", "second", "--json", "--threads", "2")
            for name in [
                "outcome.json", "plan.csv", "plan.excel.csv", "report.html", "risk.csv", "summary.md",
                "trials.csv",
            ] {
                #expect(try selaras.read("first/\(name)") == selaras.read("second/\(name)"))
            }
            #expect(try selaras.read("first/outcome.json") == second.output)
            let plan = try selaras.run("plan", "city.yaml", "--json")
            #expect(try selaras.run("plan", "city.yaml", "--json").output == plan.output)
            #expect(!plan.output.contains("\"risk\"") && plan.output.contains("\"status\": \"optimal\""))
        }
    }

    @Test("The best plan is found: the intranet first, then the portal, every rupiah paid")
    func bestPlan() throws {
        try Binary.inNewFolder { (selaras) throws in
            let answer = try selaras.run("plan", "city.yaml", "--json")
            let outcome = try JSONReader.read(Array(answer.output.utf8))
            #expect(outcome["status"] == "optimal")
            let programs = try #require(outcome["plan"]?["programs"]?.elements)
            #expect(programs.map { $0["id"] } == ["intranet", "portal"])
            #expect(outcome["plan"]?["cost"] == 600_000_000)
            for program in programs {
                let paid = program["paid_by"]?.members?.values.flatMap {
                    $0.members?.values.map(\.whole) ?? []
                }
                let spent = program["spend"]?.members?.values.map(\.whole)
                #expect(paid?.compactMap(\.self).reduce(0, +) == spent?.compactMap(\.self).reduce(0, +))
            }
        }
    }

    @Test("What the search leaves out is told on stderr where that is asked for, with the reason")
    func reductions() throws {
        try Binary.inNewFolder { (selaras) throws in
            let plain = try selaras.run("plan", "city.yaml", "--lang", "en")
            let told = try selaras.run("plan", "city.yaml", "--lang", "en", "--reductions")
            #expect(plain.remarks.isEmpty && told.output == plain.output)
            let hall = told.remarks.split(separator: "\n").filter { $0.hasPrefix("hall/default ") }
            let reason = "its costs in 2023–2024 exceed all that dau, pad can pay [fund-ceilings]"
            #expect(hall.contains { $0.hasSuffix(reason) })
            #expect(
                told.remarks.contains("row stays.")
                    && told.remarks.contains(": the bounds of its columns keep it"))
        }
    }

    @Test("Reports go to reports/<scenario>/ unless told otherwise")
    func defaultFolder() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("run", "city.yaml").code == 0)
            #expect(
                try selaras.names(in: "reports/city") == [
                    "outcome.json", "plan.csv", "plan.excel.csv", "report.html", "report.xlsx", "risk.csv",
                    "summary.md", "trials.csv",
                ])
        }
    }

    @Test("The summary speaks the language that is asked for")
    func languages() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("plan", "city.yaml").output.contains("## Keputusan"))
            #expect(try selaras.run("plan", "city.yaml", "--lang", "en").output.contains("## The decision"))
        }
    }

    @Test("An output folder that cannot be made ends with 73, before any search")
    func unwritable() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write("", to: "file")
            for folder in ["file", "file/below", "/dev/null/x", "/proc/nowhere"] {
                let answer = try selaras.run("run", "city.yaml", "--out", folder)
                #expect(answer.code == 73)
                #expect(answer.output.isEmpty)
            }
            #expect(
                try selaras.run("export", "city.yaml", "--format", "lp", "--out", "no/such/model.lp").code
                    == 73)
        }
    }

    @Test("A full disk ends with 73 and a message")
    func fullDisk() throws {
        try Binary.inNewFolder { (selaras) throws in
            let full = try selaras.run("export", "city.yaml", "--format", "mps", "--out", "/dev/full")
            #expect(full.code == 73)
            #expect(full.remarks.contains("/dev/full"))
            let process = selaras.process(["resolve", "city.yaml"])
            process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.code == 73)
        }
    }

    @Test("A reader of stdout that goes away is no failure")
    func closedPipe() throws {
        try Binary.inNewFolder { (selaras) throws in
            let process = selaras.process(["schema"])
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = FileHandle.nullDevice
            try pipe.fileHandleForReading.close()
            try process.run()
            process.waitUntilExit()
            #expect(process.code == 0)
        }
    }

    @Test("A finding stays on its line whatever the words hold that it quotes")
    func quotedControls() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write("{\"selaras\": 1, \"a\\nb\\u001b\\u2028\": 2}\n", to: "odd.yaml")
            let lines = try selaras.run("check", "odd.yaml").output.split(separator: "\n")
            #expect(lines.contains { $0.contains("`a\\nb\\u{1B}\\u{2028}`") })
            #expect(lines.count.isMultiple(of: 2))
            for (index, line) in lines.enumerated() {
                #expect(line.hasPrefix(index.isMultiple(of: 2) ? "odd.yaml:1:" : "    "))
            }
        }
    }

    @Test("Resolving what was resolved changes nothing")
    func resolve() throws {
        try Binary.inNewFolder { (selaras) throws in
            let first = try selaras.run("resolve", "city.yaml")
            #expect(first.code == 0)
            try selaras.write(first.output, to: "resolved.json")
            #expect(try selaras.run("resolve", "resolved.json").output == first.output)
        }
    }
}
