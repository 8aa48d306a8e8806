import Foundation
import Testing

struct MergeTests {
    /// A folder with the scenario, its plan, and the shards of 900 and 1,100 trials.
    private func withShards(_ body: (Binary) throws -> Void) throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.late, to: "late.yaml")
            #expect(try selaras.run("run", "late.yaml", "--out", "out").code == 0)
            for (from, to, name) in [("0", "900", "a"), ("900", "2000", "b")] {
                let answer = try selaras.run(
                    "simulate", "late.yaml", "--plan", "out/outcome.json", "--trials-from", from,
                    "--trials-to", to, "--shard", "\(name).shard", "--threads", name == "a" ? "1" : "3")
                #expect(answer.code == 0 && answer.output.isEmpty)
            }
            try body(selaras)
        }
    }

    @Test("Shards in any order print what a single run prints, as summary, JSON and CSV")
    func merges() throws {
        try withShards { (selaras) throws in
            let forms: [[String]] = [["--json"], ["--csv"], ["--lang", "en"], []]
            for form in forms {
                let whole = try selaras.run(
                    ["simulate", "late.yaml", "--plan", "out/outcome.json"] + form)
                let merged = try selaras.run(["merge", "b.shard", "a.shard"] + form)
                #expect(merged.code == 0 && merged.output == whole.output && !whole.output.isEmpty)
            }
        }
    }

    @Test("Without --shard it goes to stdout, with the same bytes")
    func standardOutput() throws {
        try withShards { (selaras) throws in
            let answer = try selaras.run(
                "simulate", "late.yaml", "--plan", "out/outcome.json", "--trials-from", "0", "--trials-to",
                "900")
            #expect(try answer.output == selaras.read("a.shard"))
        }
    }

    @Test(
        "A gap, an overlap, another seed, a damaged file and no shard at all end with 65, and say what to do")
    func refused() throws {
        try withShards { (selaras) throws in
            func refusal(_ arguments: String...) throws -> String {
                let answer = try selaras.run(["merge", "--lang", "en"] + arguments)
                #expect(answer.code == 65 && answer.output.isEmpty)
                return answer.remarks
            }
            #expect(
                try refusal("b.shard").contains(
                    "trials 0 to 899 are missing: run selaras simulate --trials-from 0 --trials-to 900"))
            #expect(try refusal("a.shard", "a.shard", "b.shard").contains("both hold the trials 0 to 899"))
            _ = try selaras.run(
                "simulate", "late.yaml", "--plan", "out/outcome.json", "--seed", "8", "--trials-from", "900",
                "--trials-to", "2000", "--shard", "c.shard")
            #expect(
                try refusal("a.shard", "c.shard").contains("not parts of one simulation: their seeds differ"))
            try selaras.write(
                try selaras.read("a.shard").replacing("\npairs", with: "\npears"), to: "d.shard")
            #expect(try refusal("d.shard").contains("d.shard is damaged"))
            #expect(try refusal("late.yaml").contains("late.yaml is no shard"))
            #expect(try selaras.run("merge", "none.shard").code == 66)
            #expect(try selaras.run("merge").code == 64)
        }
    }

    @Test(
        "Shards of no trials, half a border, or with other wishes are wrong usage",
        arguments: [
            ["--trials-from", "5", "--trials-to", "5"], ["--trials-from", "-1", "--trials-to", "5"],
            ["--trials-from", "5"], ["--shard", "x"], ["--trials-from", "0", "--trials-to", "10000001"],
            ["--trials-from", "0", "--trials-to", "9", "--trials", "9"],
            ["--trials-from", "0", "--trials-to", "9", "--json"],
            ["--trials-from", "0", "--trials-to", "9", "--precision", "1%"],
            ["--precision", "0"], ["--precision", "nan"], ["--precision", "100%"], ["--trials", "-3"],
        ])
    func usage(_ arguments: [String]) throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run(["simulate", "city.yaml"] + arguments).code == 64)
        }
    }

    @Test("--precision stops early and says with how many trials; --trials is then the limit")
    func precision() throws {
        try withShards { (selaras) throws in
            func trials(_ most: String) throws -> String {
                try selaras.run(
                    "simulate", "late.yaml", "--plan", "out/outcome.json", "--precision", "2%", "--trials",
                    most, "--lang", "en"
                ).output
            }
            #expect(try trials("200000").contains("A precision of 2.00% was reached with "))
            #expect(try trials("500").contains("A precision of 2.00% was not reached with 500 trials."))
        }
    }

    @Test("The order of programs, lines and funds in the file changes no figure")
    func order() throws {
        try withShards { (selaras) throws in
            let head = SmallCity.text.components(separatedBy: "programs:\n")
            let items = head[1].components(separatedBy: "  - id: ").dropFirst()
            try selaras.write(
                head[0] + "programs:\n" + items.reversed().map { "  - id: " + $0 }.joined(), to: "city.yaml")
            let shuffled = try selaras.run("simulate", "late.yaml", "--csv")
            #expect(shuffled.code == 0)
            #expect(try selaras.read("out/risk.csv") == shuffled.output)
        }
    }
}
