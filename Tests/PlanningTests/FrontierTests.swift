import GLPK
import Portfolio
import TestSupport
import Testing

@testable import Planning

@Suite("The frontier")
struct FrontierTests {
    private func axis(_ text: String, points: Int = 5, in scenario: Scenario) throws -> FrontierAxis {
        try FrontierAxis(text, points: points, in: scenario)
    }

    private func points(_ scenario: Scenario, _ axis: FrontierAxis, threads: Int = 2) throws -> [Frontier
        .Point]
    {
        var options = PlanningOptions()
        options.threads = threads
        return try Frontier(scenario: scenario, axis: axis, solver: GLPKSolver(), options: options).points()
    }

    @Test("Each point is the optimum of its own scenario, by trying every plan", arguments: randomSeeds(24))
    func optimum(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        let axis = try axis("funds.*=40%..160%", in: scenario)
        for point in try points(scenario, axis) {
            let varied = try #require(axis.scenario(scenario, at: point.index))
            let force = BruteForce(varied)
            guard let best = force.optimum(of: force.answers) else {
                #expect(point.result.status == .infeasible)
                continue
            }
            #expect(point.result.status == .optimal)
            #expect(best.plans.contains { $0 == point.result.plan }, "seed \(seed), point \(point.index)")
        }
    }

    @Test("One, two and seven threads give the same points", arguments: randomSeeds(6))
    func threads(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        let axis = try axis("funds.*=60%..140%", points: 7, in: scenario)
        let all = try [1, 2, 7].map { try points(scenario, axis, threads: $0).map(\.result.plan) }
        #expect(all[0] == all[1] && all[1] == all[2])
    }

    @Test("Both ends come first, then the middle of every gap, each point once")
    func waves() {
        #expect(Frontier.waves(2) == [[0, 1]])
        #expect(Frontier.waves(5) == [[0, 4], [2], [1, 3]])
        for count in 2...40 { #expect(Frontier.waves(count).joined().sorted() == Array(0..<count)) }
    }

    @Test("Money is varied by ceilings and by limits in rupiah, not by counts or shares")
    func money() throws {
        var scenario = Tiny.scenario(
            Tiny.calendar("2023-12", periods: 2), programs: [Tiny.program("a")], funds: [Tiny.fund([10, 7])])
        scenario.rules = [
            Rule(
                id: "spent", measure: .spend, max: Tiny.exact("40"), maxShare: Tiny.exact("0.5"),
                place: ScenarioPath()),
            Rule(id: "counted", measure: .count, max: Tiny.exact("1"), place: ScenarioPath()),
        ]
        func money(_ text: String) throws -> [Double?] {
            let axis = try axis(text, points: 3, in: scenario)
            return try (0..<3).map { axis.money(in: try #require(axis.scenario(scenario, at: $0))) }
        }
        #expect(try money("funds.*=0%..200%") == [0, 17, 34])
        #expect(try money("rules.spent.max=50%..150%") == [20, 40, 60])
        #expect(try money("rules.spent.max_share=10%..50%") == [nil, nil, nil])
        #expect(try money("rules.counted.max=0..2") == [nil, nil, nil])
    }

    @Test("Ceilings are whole rupiah, rounded down, and values lie exactly between the ends")
    func scaling() throws {
        let scenario = Tiny.scenario(
            Tiny.calendar("2023-12", periods: 2), programs: [Tiny.program("a")], funds: [Tiny.fund([10, 7])])
        let axis = try axis("funds.*=50%..100%", points: 4, in: scenario)
        #expect((0..<4).map { axis.value(at: $0)?.description } == ["0.5", "2/3", "5/6", "1"])
        let ceilings = try (0..<4).map { try #require(axis.scenario(scenario, at: $0)).funds[0].ceilings }
        #expect(ceilings.map { $0.values.sorted() } == [[3, 5], [4, 6], [5, 8], [7, 10]])
    }

    @Test(
        "What is no axis is refused",
        arguments: [
            "", "funds", "funds.*", "funds.*=", "funds.*=50%", "funds.*=50%..", "funds.*=50..150",
            "funds.*=50%..50%", "funds.*=50%..150", "funds.nobody=50%..150%", "rules.nothing.max=1..2",
            "rules.max=1..2", "programs.a=1..2", "funds.*=-10%..50%", "funds.*=a%..b%",
            "funds.*=1%..99999999999999999999%", "funds.*=0.5%..150%..200%",
        ])
    func refused(text: String) {
        let scenario = RandomScenario.make(seed: 1)
        #expect(throws: FrontierAxis.Mistake.self) { try axis(text, in: scenario) }
    }
}
