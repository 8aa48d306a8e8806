import Foundation
import Portfolio
import Testing

@testable import ScenarioReading

@Suite struct CanonicalJSONTests {
    private func resolved(_ text: String) throws -> [String: Any] {
        let json = try #require(try read(text).resolvedJSON)
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test("Written values become numbers, and lists keep their order")
    func writtenValues() throws {
        let json = try #require(try read(fullScenario).resolvedJSON)
        let parts = [
            "\"discount_rate\":0.06", "\"2024\":1900000000", "\"carry\":0.2", "\"lag\":0.5",
            "\"in_progress\":0.6",
            "\"max_duration\":12", "\"ramp\":[0.6,1]", "\"requires\":[\"intranet-a\",{", "\"selaras\":1",
            "\"seed\":20220615",
            "\"code\":\"2.16.03.2.02.0014\"", "\"is\":\"optimal\"", "\"cancels\":false",
            "\"start\":\"2023-01\"",
        ]
        for part in parts { #expect(json.contains(part), "\(part)") }
    }

    @Test("The keys are those of the file, sorted, and nothing is filled in")
    func keys() throws {
        let object = try resolved(fullScenario)
        #expect(
            object["calendar"] as? [String: String] == [
                "start": "2023-01", "end": "2025-12", "step": "month", "benefits_until": "2027-12",
            ])
        #expect(object["weighting"] == nil && object["extends"] == nil)
        let json = try #require(try read(fullScenario).resolvedJSON)
        #expect(json.hasPrefix("{\"calendar\":{\"benefits_until\":\"2027-12\",\"end\":"))
    }

    @Test("The resolved scenario is itself a scenario and resolves to itself")
    func idempotent() throws {
        let first = try read(fullScenario)
        let second = try read(try #require(first.resolvedJSON))
        #expect(second.resolvedJSON == first.resolvedJSON)
        #expect(second.digest == first.digest)
        #expect(second.scenario == first.scenario)
    }

    @Test("Text is escaped as JSON needs it")
    func escapes() {
        #expect("a\"b\\c\n\u{1}é".quotedForJSON == "\"a\\\"b\\\\c\\n\\u0001é\"")
    }
}
