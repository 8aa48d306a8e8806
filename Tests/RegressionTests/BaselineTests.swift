import Reporting
import Testing

@testable import Regression

struct BaselineTests {
    @Test("A baseline that is written and read is the same, byte for byte")
    func roundTrip() throws {
        let baseline = try Baseline(outcome: SampleFigures.outcome(), file: "scenarios/a.yaml")
        let read = try Baseline(Array(baseline.text.utf8))
        #expect(read == baseline && read.text == baseline.text)
        #expect(read.file == "scenarios/a.yaml" && read.digest == "d" && read.versions.solver == "GLPK 5.0")
    }

    @Test("It holds what is judged and nothing else, one thing per line")
    func text() throws {
        let text = try Baseline(outcome: SampleFigures.outcome(), file: nil).text
        #expect(!text.contains("finish") && !text.contains("ceiling") && !text.contains("gap"))
        #expect(
            text.contains(
                "\n   {\"id\": \"b.c\", \"quick_win\": false, \"start\": \"2023-04\", \"variant\": \"default\"}\n"
            ))
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 131 })
    }

    @Test("A newer form is told from a damaged one")
    func newer() throws {
        #expect(throws: Unusable(reason: "schema 2", isNewer: true)) {
            try Baseline(Array("{\"schema\": 2}".utf8))
        }
        #expect(throws: Unusable(reason: "schema: a whole number from 1 is expected")) {
            try Baseline(Array("{\"schema\": 0}".utf8))
        }
    }
}
