import Foundation
import Reporting
import ScenarioReading
import Testing

struct CacheTests {
    /// The one entry of the cache.
    private static func entry(_ city: TestedFolder) throws -> String {
        "kept/" + (try #require(try city.selaras.names(in: "kept").first))
    }

    @Test(
        "An unchanged scenario is taken from the cache, a changed one is not, and both give the same answer")
    func hit() throws {
        try TestedFolder.inNewFolder { (city) throws in
            let plain = try city.test().answer
            let (first, changed) = try city.test("--cache", "kept")
            let entry = try Self.entry(city)
            #expect(first.output == plain.output && changed == [entry])
            let (second, nothing) = try city.test("--cache", "kept")
            #expect(second.output == plain.output && second.remarks.isEmpty && nothing.isEmpty)
            try city.edit((of: "weight: 2}", with: "weight: 2.5}"))
            #expect(try city.test("--cache", "kept").answer.code == 1)
            #expect(try city.selaras.names(in: "kept").count == 2)
            _ = try city.test("--cache", "kept", "--trials", "100")
            #expect(try city.selaras.names(in: "kept").count == 3)
        }
    }

    /// The text of an entry whose outcome says that it is not repeatable, with its own digest or a right one.
    private static func forged(_ text: String, withItsDigest: Bool) throws -> String {
        let entry = try JSONReader.read(Array(text.utf8))
        let (yes, no) = (#""repeatable": true"#, #""repeatable": false"#)
        #expect(text.contains(yes))
        let forged = text.replacing(yes, with: no)
        guard withItsDigest else { return forged }
        let outcome = try #require(entry["outcome"]).formatted.replacing(yes, with: no)
        return forged.replacing(
            try #require(entry["digest"]?.text), with: SHA256.hexadecimal(of: outcome.utf8))
    }

    @Test("An entry is believed for its digest alone: with a right one it is used, with a wrong one never")
    func digest() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "plan.count, at_least: 1", with: "search.repeatable, is: true"))
            _ = try city.test("--cache", "kept", "--update")
            let file = try Self.entry(city)
            let good = try city.selaras.read(file)
            try city.selaras.write(try Self.forged(good, withItsDigest: false), to: file)
            let (answer, changed) = try city.test("--cache", "kept", "--lang", "en")
            #expect(answer.code == 0 && changed == [file] && answer.output.hasPrefix("pass    city\n"))
            #expect(
                answer.remarks == "remark: the cache entry \(file) is not used: not what its digest says\n")
            #expect(try city.selaras.read(file) == good)
            try city.selaras.write(try Self.forged(good, withItsDigest: true), to: file)
            let used = try city.test("--cache", "kept")
            #expect(used.answer.code == 1 && used.changed.isEmpty)
            #expect(used.answer.output.contains("search.repeatable = false, seharusnya true"))
        }
    }

    @Test("The report of a failure compares with the whole accepted outcome where the cache still has it")
    func accepted() throws {
        try TestedFolder.inNewFolder { (city) throws in
            _ = try city.test("--cache", "kept")
            _ = try city.selaras.run("run", "city.yaml", "--out", "run")
            try city.edit((of: "weight: 2}", with: "weight: 2.5}"))
            #expect(try city.test("--cache", "kept", "--report", "failed").answer.code == 1)
            #expect(
                try city.selaras.read("failed/city/accepted.json") == city.selaras.read("run/outcome.json"))
            let compared = try city.selaras.run(
                "compare", "failed/city/accepted.json", "failed/city/outcome.json", "--out", "compared")
            #expect(compared.code == 0)
            let names = try city.selaras.names(in: "failed/city")
            #expect(names.filter { $0.hasPrefix("comparison.") }.count == 4)
            #expect(
                try city.selaras.read("failed/city/comparison.json")
                    == city.selaras.read("compared/comparison.json"))
        }
    }

    @Test("An entry under the name of another input is not used")
    func otherInput() throws {
        try TestedFolder.inNewFolder { (city) throws in
            _ = try city.test("--cache", "kept")
            let file = try Self.entry(city)
            let text = try city.selaras.read(file)
            try city.edit((of: "weight: 2}", with: "weight: 2.5}"))
            _ = try city.test("--cache", "kept")
            let other = try #require(
                try city.selaras.names(in: "kept").map { "kept/\($0)" }.first { $0 != file })
            try city.selaras.write(text, to: other)
            let (answer, changed) = try city.test("--cache", "kept")
            #expect(answer.code == 1 && changed == [other])
            #expect(answer.remarks == "remark: the cache entry \(other) is not used: milik masukan lain\n")
        }
    }

    @Test(
        "A damaged entry is not used, with a remark, and is made anew",
        arguments: ["", "{", "{\"schema\": 2}", "not json"])
    func damaged(_ text: String) throws {
        try TestedFolder.inNewFolder { (city) throws in
            _ = try city.test("--cache", "kept")
            let file = try Self.entry(city)
            let good = try city.selaras.read(file)
            try city.selaras.write(text, to: file)
            let (answer, changed) = try city.test("--cache", "kept")
            #expect(answer.code == 0 && changed == [file])
            #expect(answer.remarks == "remark: the cache entry \(file) is not used: rusak\n")
            #expect(try city.selaras.read(file) == good)
        }
    }

    @Test("A cache that cannot be read or written is no failure")
    func unreadable() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.selaras.write("", to: "kept")
            let (answer, changed) = try city.test("--cache", "kept")
            #expect(answer.code == 0 && changed.isEmpty && answer.output.hasPrefix("lulus  city\n"))
            #expect(!answer.remarks.isEmpty)
            _ = try city.test("--cache", "other")
            let name = try #require(try city.selaras.names(in: "other").first)
            let file = city.selaras.folder.appendingPathComponent("other/\(name)")
            try FileManager.default.removeItem(at: file)
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
            let folder = try city.test("--cache", "other").answer
            #expect(folder.code == 0 && folder.remarks.contains("other/\(name) is not used"))
        }
    }
}
