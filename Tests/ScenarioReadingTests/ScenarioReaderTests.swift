import Portfolio
import Testing

@testable import ScenarioReading

@Suite struct ScenarioReaderTests {
    @Test("A scenario that uses every key is read without an error")
    func readsEverything() throws {
        let read = try read(fullScenario)
        #expect(read.findings.filter { $0.severity == .error } == [])
        let scenario = try #require(read.scenario)
        #expect(
            scenario.programs.map(\.id) == [
                "call-center", "command-center", "intranet-a", "intranet-b", "open-data",
            ])
    }
}
