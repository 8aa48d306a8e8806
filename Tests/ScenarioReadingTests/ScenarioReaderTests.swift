import Portfolio
import Testing

@testable import ScenarioReading

@Suite struct ScenarioReaderTests {
    private func scenario() throws -> Scenario { try #require(try read(fullScenario).scenario) }

    @Test("A scenario that uses every key is read without an error")
    func readsEverything() throws {
        #expect(try read(fullScenario).findings.filter { $0.severity == .error } == [])
        #expect(
            try scenario().programs.map(\.id) == [
                "call-center", "command-center", "intranet-a", "intranet-b", "open-data",
            ])
    }

    @Test("Funds have the ceilings of the calendar's years and their rule for what is unspent")
    func funds() throws {
        let pad = try #require(try scenario().fund("pad"))
        #expect(
            pad.ceilings == [
                FiscalYear(2023): 1_500_000_000, FiscalYear(2024): 1_900_000_000,
                FiscalYear(2025): 1_900_000_000,
            ])
        #expect(try scenario().fund("dau")?.unspent == Exact(1, over: 5).map(Fund.Unspent.carry))
        #expect(try scenario().fund("dak-fisik")?.paysFor?.tags == ["health", "spbe"])
    }

    @Test("A program without variants has the one variant default, at the program's place")
    func defaultVariant() throws {
        let program = try #require(try scenario().program("intranet-a"))
        let variant = try #require(program.variants.first)
        #expect(variant.id == "default" && program.variants.count == 1)
        #expect("\(variant.place)" == "programs[\"intranet-a\"]")
        #expect(variant.duration.planned == Exact(11, over: 2))
        #expect(variant.duration.distribution == .triangular(low: 4, likely: 6, high: 9))
        #expect(program.inProgress == Exact(3, over: 5))
        #expect(
            variant.benefitFactor == .discrete([.init(value: 0.65, weight: 30), .init(value: 1, weight: 70)]))
    }

    @Test("A cost line has the funds that it names and that pay for it")
    func eligibleFunds() throws {
        let lines = try #require(try scenario().program("intranet-a")?.variants.first?.costs)
        #expect(lines.map(\.name) == ["langganan", "perangkat"])
        #expect(lines[0].eligibleFunds == ["dau", "pad"])
        #expect(lines[1].eligibleFunds == ["dak-fisik", "dau", "pad"])
        #expect("\(lines[1].place)" == "programs[\"intranet-a\"].costs[0]")
    }

    @Test("A variant replaces whole entries and takes the rest from its program")
    func variants() throws {
        let program = try #require(try scenario().program("command-center"))
        let full = try #require(program.variant("full"))
        #expect(program.variants.map(\.id) == ["full", "pilot"])
        #expect(full.duration.planned == 12 && full.costs.isEmpty && full.staff.isEmpty)
        #expect("\(full.place)" == "programs[\"command-center\"].variants[\"full\"]")
        #expect(program.variant("pilot")?.costs.first?.profile == .weights([1, 2, 0, 0, 3, 4]))
    }

    @Test("Requirements keep their timing and their place in the file")
    func requirements() throws {
        let program = try #require(try scenario().program("command-center"))
        let half = try #require(Exact(1, over: 2))
        let progress = try #require(Exact(4, over: 5))
        #expect(
            program.requires.map(\.timing) == [
                .atProgress(progress, lag: half), .afterFinish(lag: 0), .afterStart(lag: 2),
                .afterFinish(lag: 1),
            ])
        #expect("\(program.requires[1].place)" == "programs[\"command-center\"].requires[0]")
        #expect(program.requiresAny?.of == ["call-center", "open-data"])
        #expect(program.helpedBy.map(\.program) == ["call-center", "intranet-b"])
    }

    @Test("Rules, goals and expectations are read")
    func portfolio() throws {
        let scenario = try scenario()
        #expect(scenario.rules.first { $0.id == "roads-2024" }?.max == 2_000_000_000)
        #expect(scenario.rules.first { $0.id == "points" }?.measure == .benefit("living"))
        #expect(scenario.objective.count == 6)
        #expect(
            scenario.expectations.map(\.condition) == [
                .equals("optimal"), .atLeast(5), .atMost(0.3), .within(1, 2.5),
            ])
    }

    @Test("Risk and simulation are read")
    func risk() throws {
        let scenario = try scenario()
        #expect(scenario.risk.procurement.map(\.id) == ["e-katalog", "tender"])
        #expect(scenario.risk.budgetShocks.first?.cut == .uniform(low: 0.05, high: 0.15))
        #expect(scenario.simulation.seed == 20_220_615)
    }

    @Test("Places lead to lines and columns")
    func places() throws {
        let read = try read(fullScenario)
        let place = ScenarioPath().key("programs").id("command-center").key("requires").index(1)
        #expect(read.sourceMap.location(of: place).map { [$0.line, $0.column] } == [61, 9])
        #expect(read.sourceMap.location(of: place.key("lagg"))?.line == 61)
    }

    @Test("All findings come at once, in the order of the file")
    func allAtOnce() throws {
        let text = fullScenario.replacing("6%\n", with: "enam\n").replacing("staff: 14", with: "staf: 14")
            .replacing("seed: 20220615", with: "seed: acak")
        let findings = try read(text).findings
        #expect(findings.map(\.rule).prefix(2) == [.invalidNumber, .unknownKey])
        #expect(findings.last?.rule == .invalidNumber)
        #expect(findings == findings.sorted { $0.location < $1.location })
        #expect(findings[1].remedy.english == "Did you mean `staff`?")
    }
}
