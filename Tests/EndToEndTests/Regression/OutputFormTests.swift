import Foundation
import Reporting
import Testing

struct OutputFormTests {
    private static let schema = Binary.root.appendingPathComponent(".build/peers/junit-10.xsd").path

    private static let hasSchema = Peer.has("lxml") && FileManager.default.fileExists(atPath: schema)

    /// Works with a scenario of each fate: as it was, tied, changed, invalid.
    private static func inEveryFate(_ body: (TestedFolder) throws -> Void) throws {
        try TestedFolder.inNewFolder { (city) throws in
            let selaras = city.selaras
            let twin =
                "extends: city.yaml\nprograms:\n  - {id: twin, name: \"Kembar <&> 100%, `a|b`\", "
                + "owner: kominfo, dimension: living, benefits: {living: 4}, duration: 3, "
                + "costs: [{name: c, kind: capital, amount: 150 juta}]}\n"
                + "groups: [{id: one, kind: at_most, k: 1, of: [call-center, twin]}]\n"
            let rule = { (program: String, limit: String) in
                "rules: [{id: x, measure: count, where: {programs: [\(program)]}, \(limit)}]\n"
            }
            try selaras.write(twin + rule("twin", "max: 0"), to: "tied.yaml")
            try selaras.write("extends: city.yaml\n", to: "changed.yaml")
            try selaras.write("extends: city.yaml\n", to: "invalid.yaml")
            _ = try selaras.run("test", "*.yaml", "--update")
            try selaras.write(twin + rule("twin", "min: 1"), to: "tied.yaml")
            try selaras.write(
                "extends: city.yaml\nfunds: [{id: pad, ceilings: {2023: 0}}]\n"
                    + "expect: [{value: plan.count, is: 3}]\n", to: "changed.yaml")
            try selaras.write("extends: city.yaml\nfunds: [{id: \"p,a:d%\"}]\n", to: "invalid.yaml")
            try body(city)
        }
    }

    @Test(
        "JUnit files are valid by its schema and name every scenario with its fate",
        .enabled(if: hasSchema, "lxml or the JUnit schema is not installed under .build/peers"))
    func junit() throws {
        try Self.inEveryFate { (city) throws in
            #expect(try city.selaras.run("test", "*.yaml", "--junit", "junit.xml").code == 1)
            let path = city.selaras.folder.appendingPathComponent("junit.xml").path
            #expect(
                try Peer.run("validate_junit.py", [Self.schema, path]) == [
                    "changed failure", "city", "invalid error", "tied system-out",
                ])
        }
    }

    @Test(
        "Annotations name file, line and column, escape what GitHub would take for its own, and stand before the last line"
    )
    func annotations() throws {
        try Self.inEveryFate { (city) throws in
            let answer = try city.selaras.run("test", "*.yaml", "--github", "--lang", "en")
            let commands = answer.output.split(separator: "\n").filter { $0.hasPrefix("::") }
            #expect(
                commands.first
                    == "::error file=changed.yaml,line=3,col=10,title=FAIL changed::plan.count = 2, expected 3"
            )
            #expect(commands[1].hasPrefix("::error file=") && commands[1].contains("%0A"))
            let invalid = commands.filter { $0.contains("title=FAIL invalid::") }
            #expect(invalid.allSatisfy { $0.hasPrefix("::error file=invalid.yaml,line=2,col=") })
            #expect(invalid.contains { $0.contains("`p,a:d%25` is not a valid id. [invalid-id]") })
            #expect(
                commands.last?.hasPrefix(
                    "::notice file=city.yaml,line=28,col=5,title=tie tied::same goals, another plan: ")
                    == true)
            #expect(answer.output.hasSuffix("4 scenarios: 1 passed, 1 tied, 2 failed\n"))
        }
    }

    @Test("The comment in Markdown shows what failed in full, and its file is all that is written")
    func markdown() throws {
        try Self.inEveryFate { (city) throws in
            let before = try city.files()
            #expect(try city.selaras.run("test", "*.yaml", "--markdown", "m.md", "--lang", "en").code == 1)
            var after = try city.files()
            let bytes = after.removeValue(forKey: "m.md")
            let text = String(decoding: try #require(bytes), as: UTF8.self)
            #expect(after == before)
            #expect(text.hasPrefix("<!-- selaras test -->\n## Regression test of scenarios\n\n4 scenarios: "))
            #expect(
                text.contains(
                    "\n### FAIL: `changed`\n\n`changed.yaml`\n\n- changed.yaml:3:10: plan.count = 2, expected 3\n"
                ))
            #expect(text.contains("\n### tie: `tied`") && text.hasSuffix("\nPassed: `city`\n"))
        }
    }

    @Test("The results as JSON stand alone on stdout, with every difference in figures")
    func json() throws {
        try Self.inEveryFate { (city) throws in
            let answer = try city.selaras.run("test", "*.yaml", "--json")
            let value = try JSONReader.read(Array(answer.output.utf8))
            #expect(value["passed"] == 1 && value["tied"] == 1 && value["failed"] == 2)
            let scenarios = try #require(value["scenarios"]?.elements)
            #expect(scenarios.map { $0["verdict"]?.text } == ["changed", "same", "invalid", "tie"])
            let money = scenarios[0]["differences"]?.elements?.first { $0["kind"] == "money" }
            #expect(money?["fund"] == "dau" || money?["fund"] == "pad")
            #expect(scenarios[0]["expectations"]?.elements?.first?["at"] == "changed.yaml:3:10")
        }
    }

    @Test("A report folder holds what changed, the accepted and the new outcome of every failed scenario")
    func report() throws {
        try Self.inEveryFate { (city) throws in
            let before = try city.files()
            #expect(try city.selaras.run("test", "*.yaml", "--report", "failed").code == 1)
            let after = try city.files()
            #expect(
                Set(after.keys).subtracting(before.keys) == [
                    "failed/changed/changes.md", "failed/changed/baseline.json",
                    "failed/changed/outcome.json",
                    "failed/invalid/changes.md",
                ])
            #expect(after["failed/changed/baseline.json"] == before["reports/changed/baseline.json"])
            _ = try city.selaras.run("run", "changed.yaml", "--out", "run")
            #expect(
                try city.selaras.read("run/outcome.json") == city.selaras.read("failed/changed/outcome.json"))
        }
    }

    @Test("An output that cannot be written ends with 73 before anything is planned")
    func unwritable() throws {
        try TestedFolder.inNewFolder { (city) throws in
            for option in ["--junit", "--markdown"] {
                let (answer, changed) = try city.test(option, "no/such/file")
                #expect(answer.code == 73 && changed.isEmpty && answer.output.isEmpty)
            }
        }
    }
}
