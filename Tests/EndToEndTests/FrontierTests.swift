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
