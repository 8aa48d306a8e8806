import Foundation
import Testing

struct ExitCodeTests {
    @Test("A valid scenario is checked with exit 0, and findings alone go to stdout")
    func valid() throws {
        try Binary.inNewFolder { (selaras) throws in
            let answer = try selaras.run("check", "city.yaml")
            #expect(answer.code == 0)
            #expect(answer.remarks.contains("city.yaml: valid, 3 programs, 8 periods"))
        }
    }

    @Test("An invalid scenario ends with 65; check says why on stdout, plan on stderr")
    func invalid() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.invalid, to: "bad.yaml")
            let check = try selaras.run("check", "bad.yaml", "--lang", "en")
            #expect(check.code == 65)
            #expect(check.output.contains("bad.yaml:3:"))
            #expect(check.output.contains("error: "))
            let plan = try selaras.run("plan", "bad.yaml", "--lang", "en")
            #expect(plan.code == 65)
            #expect(plan.output.isEmpty)
            #expect(plan.remarks.contains("bad.yaml:3:"))
        }
    }

    @Test("Files that cannot be read end with 66", arguments: ["nowhere.yaml", "."])
    func unreadable(_ name: String) throws {
        try Binary.inNewFolder { (selaras) throws in
            for command in ["check", "plan", "run", "resolve"] {
                let answer = try selaras.run(command, name)
                #expect(answer.code == 66)
                #expect(answer.output.isEmpty)
                #expect(!answer.remarks.isEmpty)
            }
            #expect(try selaras.run("verify", "city.yaml", "--plan", name).code == 66)
        }
    }

    @Test(
        "Wrong usage ends with 64",
        arguments: [
            ["plan"], ["plan", "city.yaml", "--time-limit", "0"],
            ["plan", "city.yaml", "--time-limit", "nan"],
            ["plan", "city.yaml", "--node-limit", "0"], ["plan", "city.yaml", "--threads", "0"],
            ["plan", "city.yaml", "--lang", "fr"], ["nothing"], ["verify", "city.yaml"],
            ["export", "city.yaml", "--format", "xls"], ["check", "city.yaml", "--colour"],
        ])
    func usage(_ arguments: [String]) throws {
        try Binary.inNewFolder { (selaras) throws in
            let process = selaras.process(arguments)
            process.standardError = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.code == 64)
        }
    }

    @Test("A scenario without a plan ends with 1 and still writes its outcome")
    func infeasible() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.infeasible, to: "dear.yaml")
            #expect(try selaras.run("check", "dear.yaml").code == 0)
            let plan = try selaras.run("plan", "dear.yaml", "--json")
            #expect(plan.code == 1)
            #expect(plan.output.contains("\"status\": \"infeasible\""))
            #expect(try selaras.run("run", "dear.yaml", "--out", "out").code == 1)
            #expect(
                try selaras.names(in: "out") == [
                    "outcome.json", "plan.csv", "plan.excel.csv", "report.html", "report.xlsx", "summary.md",
                ])
            #expect(try selaras.read("out/outcome.json") == plan.output)
        }
    }

    @Test("The schema is JSON on stdout")
    func schema() throws {
        try Binary.inNewFolder { (selaras) throws in
            let answer = try selaras.run("schema")
            #expect(answer.code == 0)
            #expect(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) is [String: Any])
        }
    }
}
