import Foundation
import Reporting
import Testing

struct CompareTests {
    /// The small city with more money in its first fund.
    private static let richer = """
        extends: city.yaml
        funds:
          - {id: dau, ceilings: {2023: 200 juta, 2024: 150 juta}}

        """

    @Test("Two scenarios are planned, simulated and compared; four files say the same")
    func scenarios() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(Self.richer, to: "rich.yaml")
            let answer = try selaras.run("compare", "city.yaml", "rich.yaml", "--out", "cmp", "--lang", "en")
            #expect(answer.code == 0, "\(answer.remarks)")
            #expect(answer.output.contains("# Comparison of outcomes A (city.yaml), B (rich.yaml)"))
            #expect(answer.output.contains("none falls"))
            #expect(answer.output.contains("trials under the same luck"))
            #expect(
                try selaras.names(in: "cmp") == [
                    "comparison.html", "comparison.json", "comparison.md", "comparison.xlsx",
                ])
            #expect(try selaras.read("cmp/comparison.md") == answer.output)
            let json = try selaras.run("compare", "city.yaml", "rich.yaml", "--json")
            #expect(json.output == (try selaras.read("cmp/comparison.json")))
            let value = try JSONReader.read(Array(json.output.utf8))
            let difference = try #require(value["differences"]?.elements?.first)
            #expect(difference["budget"] == "grows")
            #expect(difference["figures"]?["ceilings"]?["change"] == 50_000_000)
        }
    }

    @Test("A copy of an outcome is no change; the same file twice is a mistake")
    func same() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("run", "city.yaml", "--out", "a").code == 0)
            try selaras.write(try selaras.read("a/outcome.json"), to: "b.json")
            let copy = try selaras.run("compare", "a/outcome.json", "b.json", "--json")
            #expect(copy.code == 0)
            try selaras.write(try selaras.read("a/trials.csv"), to: "trials.csv")
            let pairs = try selaras.run("compare", "a/outcome.json", "b.json")
            #expect(pairs.output.contains("berpasangan") && !pairs.output.contains("tidak berpasangan"))
            let value = try JSONReader.read(Array(copy.output.utf8))
            #expect(value["differences"]?.elements?.first?["same"] == true)
            #expect(try selaras.run("compare", "a/outcome.json", "./a/outcome.json").code == 64)
            #expect(try selaras.run("compare", "a/outcome.json").code == 64)
        }
    }

    @Test("Three outcomes stand side by side, the first as base")
    func three() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(Self.richer, to: "rich.yaml")
            try selaras.write(Self.richer.replacing("200 juta", with: "100 juta"), to: "poor.yaml")
            let answer = try selaras.run("compare", "city.yaml", "rich.yaml", "poor.yaml", "--out", "cmp")
            #expect(answer.code == 0, "\(answer.remarks)")
            #expect(answer.output.contains("A → B") && answer.output.contains("A → C"))
            #expect(!answer.output.contains("B → C"))
        }
    }

    @Test("What cannot be compared ends with its code and a sentence, and writes nothing")
    func refused() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("run", "city.yaml", "--out", "a").code == 0)
            let outcome = try selaras.read("a/outcome.json")
            try selaras.write(outcome.replacing("\"schema\": 1", with: "\"schema\": 2"), to: "newer.json")
            try selaras.write("{\"schema\": 1}", to: "none.json")
            try selaras.write("{\"programs\": []}", to: "plan.json")
            try selaras.write(SmallCity.infeasible, to: "infeasible.yaml")
            try selaras.write(
                SmallCity.text.replacing("dau", with: "kas").replacing("pad", with: "csr"), to: "other.yaml")
            let expected: [(String, Int32, String)] = [
                ("newer.json", 65, "a newer Selaras wrote it"), ("none.json", 65, "scenario"),
                ("plan.json", 65, "selaras"), ("missing.json", 66, "missing.json"),
                ("infeasible.yaml", 1, "there is no plan"), ("other.yaml", 65, "no funds in common"),
            ]
            for (file, code, words) in expected {
                let answer = try selaras.run(
                    "compare", "a/outcome.json", file, "--out", "cmp", "--lang", "en")
                #expect(answer.code == code, "\(file)")
                #expect(answer.remarks.contains(words), "\(file): \(answer.remarks)")
                #expect(try answer.output.isEmpty && selaras.names(in: "cmp").isEmpty, "\(file)")
            }
            #expect(
                try selaras.run("compare", "city.yaml", "a/outcome.json", "--out", "city.yaml/x").code == 73)
        }
    }
}
