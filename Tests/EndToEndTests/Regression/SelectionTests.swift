import Foundation
import Testing

struct SelectionTests {
    /// Works in a folder of five scenarios, one of them rejected and one hidden.
    private static func inManyCities(_ body: (TestedFolder) throws -> Void) throws {
        try TestedFolder.inNewFolder(accepted: false) { (city) throws in
            for folder in ["plans", "plans/south", "plans/rejected", "plans/.old"] {
                try FileManager.default.createDirectory(
                    at: city.selaras.folder.appendingPathComponent(folder), withIntermediateDirectories: true)
            }
            for name in ["b", "a", "south/c", "rejected/d", ".old/e"] {
                try city.selaras.write(TestedCity.text, to: "plans/\(name).yaml")
            }
            try city.selaras.write("no scenario", to: "plans/notes.txt")
            try body(city)
        }
    }

    /// The names in the lines of a run.
    private static func names(_ answer: Binary.Answer) -> [String] {
        answer.output.split(separator: "\n").filter { $0.hasPrefix("GAGAL") }.map {
            String($0.dropFirst(7).prefix { $0 != ":" })
        }
    }

    @Test("A folder means its scenarios in order of name, without rejected and hidden ones")
    func folder() throws {
        try Self.inManyCities { (city) throws in
            let selaras = city.selaras
            #expect(Self.names(try selaras.run("test", "plans")) == ["a", "b", "c"])
            #expect(Self.names(try selaras.run("test", "plans/rejected", "plans/a.yaml")) == ["a", "d"])
            #expect(
                Self.names(try selaras.run("test", "plans", "plans/a.yaml", "./plans/../plans/a.yaml")) == [
                    "a", "b", "c",
                ])
        }
    }

    @Test("Patterns, --only and --shard choose; the shards together are everything")
    func choice() throws {
        try Self.inManyCities { (city) throws in
            let selaras = city.selaras
            #expect(Self.names(try selaras.run("test", "plans/*.yaml")) == ["a", "b"])
            #expect(Self.names(try selaras.run("test", "plans/**/?.yaml")) == ["a", "b", "c"])
            #expect(Self.names(try selaras.run("test", "plans", "--only", "c", "--only", "[a]")) == ["c"])
            #expect(Self.names(try selaras.run("test", "plans", "--shard", "1/2")) == ["a", "c"])
            #expect(Self.names(try selaras.run("test", "plans", "--shard", "2/2")) == ["b"])
            let none = try selaras.run("test", "plans", "--shard", "5/5")
            #expect(none.code == 0 && none.output == "0 skenario: 0 lulus, 0 seri, 0 gagal\n")
        }
    }

    @Test("Two scenarios with one name end the run with 65 before anything is done, and both are named")
    func repetition() throws {
        try Self.inManyCities { (city) throws in
            try city.selaras.write(TestedCity.text, to: "plans/south/a.yaml")
            let before = try city.files()
            let answer = try city.selaras.run("test", "plans", "--update", "--only", "b")
            #expect(answer.code == 65 && answer.output.isEmpty)
            #expect(
                answer.remarks
                    == "error: plans/a.yaml and plans/south/a.yaml would share reports/a/baseline.json; rename one of them\n"
            )
            #expect(try city.files() == before)
        }
    }

    @Test("Nothing to test is an error, never a pass")
    func nothing() throws {
        try Self.inManyCities { (city) throws in
            #expect(try city.selaras.run("test", "plans/*.yml").code == 66)
            #expect(try city.selaras.run("test", "plans", "--only", "z").code == 64)
            for arguments in [
                [], ["plans", "--shard", "3/2"], ["plans", "--shard", "0/2"], ["plans", "--jobs", "0"],
                ["plans", "--force"], ["plans", "--json", "--github"], ["plans", "--lang", "fr"],
            ] {
                #expect(try city.selaras.run(["test"] + arguments).code == 64, "\(arguments)")
            }
        }
    }

    @Test("Two jobs give the output, files and exit code of one")
    func jobs() throws {
        try Self.inManyCities { (city) throws in
            #expect(try city.selaras.run("test", "plans", "--update", "--jobs", "2").code == 0)
            try city.selaras.write(
                TestedCity.text.replacing("weight: 2", with: "weight: 2.5"), to: "plans/b.yaml")
            try city.selaras.write("extends: nowhere.yaml\n", to: "plans/south/d.yaml")
            for form in [[], ["--json"], ["--github"]] {
                let runs = try ["1", "2", "3"].map { jobs in
                    try city.selaras.run(
                        [
                            "test", "plans", "--jobs", jobs, "--junit", "\(jobs).xml", "--markdown",
                            "\(jobs).md",
                        ] + form)
                }
                #expect(runs.allSatisfy { $0.output == runs[0].output && $0.code == 1 })
                for kind in ["xml", "md"] {
                    let texts = try ["1", "2", "3"].map { try city.selaras.read("\($0).\(kind)") }
                    #expect(texts.allSatisfy { $0 == texts[0] })
                }
            }
        }
    }

    @Test("Two jobs accept what one accepts")
    func updatingJobs() throws {
        try Self.inManyCities { (city) throws in
            let updates = try ["1", "2"].map { jobs in
                let answer = try city.selaras.run(
                    "test", "plans", "--update", "--jobs", jobs, "--baselines", "accepted")
                let files = try city.files().filter { $0.key.hasPrefix("accepted/") }
                try FileManager.default.removeItem(at: city.selaras.folder.appendingPathComponent("accepted"))
                return (answer.output, files)
            }
            #expect(updates[0] == updates[1] && updates[0].1.count == 3)
        }
    }
}
