import Portfolio
import Testing

@testable import Verification

@Suite struct OneStartTests {
    @Test("A program that the scenario does not have is named, and nothing is appraised")
    func unknownProgram() throws {
        let verdict = try TinyCity().verdict(["a": 0, "z": 0])
        #expect(verdict.violations.map(\.rule) == [.oneStart])
        #expect(verdict.violations.map(\.place.description) == ["programs[\"z\"]"])
        #expect(verdict.violations.map(\.excess) == [.count(1)])
        #expect(verdict.appraisal == nil)
    }

    @Test("A variant that the program does not have is named, and the program counts as chosen")
    func unknownVariant() throws {
        var city = TinyCity()
        city["a"].must = Reason(text: "amanat RPJMD", place: ScenarioPath())
        city["b"].requires = [
            Requirement(program: "a", timing: .afterFinish(lag: 0), place: ScenarioPath())
        ]
        let plan = Plan(
            programs: [
                PlannedProgram(program: "a", variant: "pilot", start: 0),
                PlannedProgram(program: "b", variant: "default", start: 0),
            ])
        let verdict = Verifier(scenario: try city.scenario()).verify(plan)
        #expect(verdict.violations.map(\.rule) == [.oneStart])
        #expect(verdict.appraisal == nil)
    }

    @Test("A program listed three times is listed twice too often")
    func doubled() throws {
        let entry = PlannedProgram(program: "a", variant: "default", start: 0)
        let plan = Plan(programs: [entry, entry, entry])
        let verdict = Verifier(scenario: try TinyCity().scenario()).verify(plan)
        #expect(verdict.violations.map(\.rule) == [.oneStart])
        #expect(verdict.violations.map(\.excess) == [.count(2)])
        #expect(verdict.appraisal == nil)
    }

    @Test("Two variants of a program together break the law")
    func twoVariants() throws {
        var city = TinyCity()
        city["a"].variants.append(
            Variant(id: "pilot", duration: Duration(planned: 3), place: TinyCity.place("programs", "a")))
        let plan = Plan(
            programs: [
                PlannedProgram(program: "a", variant: "default", start: 0),
                PlannedProgram(program: "a", variant: "pilot", start: 2),
            ])
        let verdict = Verifier(scenario: try city.scenario()).verify(plan)
        #expect(verdict.violations.map(\.rule) == [.oneStart])
    }

    @Test("The empty plan keeps all laws of a city without statements")
    func empty() throws {
        let verdict = try TinyCity().verdict([:])
        #expect(verdict.isAccepted)
        #expect(verdict.appraisal?.cost == 0)
    }
}
