import Foundation
import Testing

struct BaselineFileTests {
    @Test("A missing baseline fails; an update makes it, small and sorted, and says so")
    func missing() throws {
        try TestedFolder.inNewFolder(accepted: false) { (city) throws in
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty && !city.selaras.exists("reports"))
            #expect(answer.output.hasPrefix("GAGAL  city: belum ada baseline; terima dengan --update\n"))
            let update = try city.test("--update")
            #expect(update.answer.code == 0 && update.changed == [TestedFolder.baseline])
            #expect(update.answer.output.hasPrefix("baru   city\n"))
            let text = try city.selaras.read(TestedFolder.baseline)
            #expect(
                text.contains(
                    #"  {"id": "portal", "quick_win": true, "start": "2023-07", "variant": "default"}"#))
            #expect(text.contains(#""file": "city.yaml""#))
            #expect(text.split(separator: "\n").count < 80)
            let again = try city.test("--update")
            #expect(again.answer.code == 0 && again.changed.isEmpty)
            #expect(again.answer.output.hasPrefix("tetap  city\n"))
        }
    }

    @Test("An update prints everything that changed and rewrites that baseline alone")
    func update() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.selaras.write("extends: city.yaml\n", to: "twin.yaml")
            _ = try city.selaras.run("test", "twin.yaml", "--update")
            try city.edit((of: "weight: 2}", with: "weight: 2.5}"))
            let (answer, changed) = try city.test("--update", "--lang", "en")
            #expect(answer.code == 0 && changed == [TestedFolder.baseline])
            #expect(
                answer.output == """
                    update  city
                              portfolio value 9.55 → 9.32
                              risk.portfolio.value.mean 8.85 → 8.65
                    1 scenarios: 1 passed, 0 tied, 0 failed

                    """)
            #expect(try city.test().answer.code == 0)
        }
    }

    @Test(
        "A corrupt baseline fails with what is wrong, and an update replaces it",
        arguments: [
            ("{\"schema\": 1, \"plan\"", "line 1, column 21"), ("", "line 1"), ("[]", "schema"),
            ("{\"schema\": 1}", "scenario.digest"), ("{\"schema\": \"1\"}", "schema"),
        ])
    func corrupt(_ text: String, _ reason: String) throws {
        try TestedFolder.inNewFolder { (city) throws in
            let good = try city.selaras.read(TestedFolder.baseline)
            try city.selaras.write(text, to: TestedFolder.baseline)
            let (answer, changed) = try city.test("--lang", "en")
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(
                answer.output.hasPrefix("FAIL    city: reports/city/baseline.json cannot be used (\(reason)"))
            #expect(try city.test("--update").answer.output.hasPrefix("ganti  city\n"))
            #expect(try city.selaras.read(TestedFolder.baseline) == good)
        }
    }

    @Test("A baseline whose parts have another form fails with the path of the first")
    func malformed() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.editBaseline((of: #""start": "2023-07""#, with: #""start": 7"#))
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(answer.output.contains("(plan.programs.2.start: a text is expected)"))
        }
    }

    @Test("A baseline of a newer Selaras fails, and only --force overwrites it")
    func newer() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.editBaseline((of: #""schema": 1"#, with: #""schema": 2"#))
            for arguments in [[], ["--update"]] {
                let before = try city.files()
                let answer = try city.selaras.run(["test", "city.yaml", "--lang", "en"] + arguments)
                #expect(answer.code == 1)
                #expect(answer.output.contains("was written by a newer Selaras (schema 2); update Selaras"))
                #expect(try city.files() == before)
            }
            #expect(try city.test("--update", "--force").answer.code == 0)
            #expect(try city.selaras.read(TestedFolder.baseline).contains(#""schema": 1"#))
        }
    }

    @Test("A scenario whose file has vanished fails where its folder is tested, until that is accepted")
    func vanished() throws {
        try TestedFolder.inNewFolder(accepted: false) { (city) throws in
            let selaras = city.selaras
            try FileManager.default.createDirectory(
                at: selaras.folder.appendingPathComponent("plans"), withIntermediateDirectories: true)
            try selaras.write(TestedCity.text, to: "plans/one.yaml")
            try selaras.write(TestedCity.text, to: "plans/two.yaml")
            #expect(try selaras.run("test", "plans", "--update").code == 0)
            try FileManager.default.removeItem(at: selaras.folder.appendingPathComponent("plans/two.yaml"))
            let before = try city.files()
            for place in ["plans", "plans/*.yaml", "."] {
                let answer = try selaras.run("test", place, "--lang", "en", "--only", "two")
                #expect(answer.code == 1, "\(place)")
                #expect(
                    answer.output.contains("FAIL    two: the scenario's file is gone, its baseline is not"))
            }
            #expect(try selaras.run("test", "plans/one.yaml").code == 0)
            #expect(try city.files() == before)
            let update = try selaras.run("test", "plans", "--update")
            #expect(update.code == 0 && update.output.hasPrefix("tetap  one\nhapus  two\n"))
            #expect(!selaras.exists("reports/two") && selaras.exists("reports/one/baseline.json"))
            #expect(try selaras.run("test", "plans").code == 0)
        }
    }

    @Test("In CI an update is refused with 64 unless it is forced")
    func refusedInCI() throws {
        try TestedFolder.inNewFolder { (city) throws in
            var inCI = city
            inCI.selaras.environment["CI"] = "true"
            try inCI.edit((of: "weight: 2}", with: "weight: 2.5}"))
            let (refused, changed) = try inCI.test("--update")
            #expect(refused.code == 64 && changed.isEmpty && refused.output.isEmpty)
            #expect(refused.remarks.contains("--update is refused where CI=true"))
            #expect(try inCI.test().answer.code == 1)
            #expect(try inCI.test("--update", "--force").changed == [TestedFolder.baseline])
        }
    }

    @Test("A baseline folder that cannot be written ends an update with 73")
    func unwritable() throws {
        try TestedFolder.inNewFolder(accepted: false) { (city) throws in
            try city.selaras.write("", to: "reports")
            let (answer, changed) = try city.test("--update")
            #expect(answer.code == 73 && changed.isEmpty)
        }
    }

    @Test("An interrupted update leaves whole baselines: each the new one or the old one")
    func interrupted() throws {
        try TestedFolder.inNewFolder(accepted: false) { (city) throws in
            let selaras = city.selaras
            let slow = Binary.root.appendingPathComponent("scenarios/pangkalpinang/quick-win-1.yaml").path
            try city.selaras.write("extends: city.yaml\n", to: "a-first.yaml")
            try FileManager.default.createDirectory(
                at: selaras.folder.appendingPathComponent("reports/quick-win-1"),
                withIntermediateDirectories: true)
            try selaras.write("old", to: "reports/quick-win-1/baseline.json")
            let process = selaras.process(["test", "a-first.yaml", slow, "--update"])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            while !selaras.exists("reports/a-first/baseline.json"), process.isRunning { usleep(1_000) }
            process.interrupt()
            process.waitUntilExit()
            #expect(process.code == 130)
            #expect(try selaras.read("reports/quick-win-1/baseline.json") == "old")
            #expect(try selaras.names(in: "reports/a-first") == ["baseline.json"])
            #expect(try selaras.names(in: "reports/quick-win-1") == ["baseline.json"])
            #expect(try selaras.run("test", "a-first.yaml").code == 0)
        }
    }
}
