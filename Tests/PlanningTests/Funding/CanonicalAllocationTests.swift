import Planning
import Portfolio
import TestSupport
import Testing
import Verification

@Suite struct CanonicalAllocationTests {
    private typealias Line = FundingExample.Line

    /// The payments as `year program fund amount`, after the verifier has accepted them.
    private func payments(_ example: FundingExample) throws -> [String]? {
        let scenario = try example.scenario()
        let verifier = Verifier(scenario: scenario)
        let verdict = verifier.verify(example.plan)
        let appraisal = try #require(verdict.appraisal)
        let allocation = CanonicalAllocation(scenario: scenario).allocate(appraisal)
        #expect((allocation != nil) == verdict.isAccepted)
        guard let allocation else { return nil }
        let audit = verifier.verify(example.plan, allocation: allocation)
        #expect(audit.violations.map(\.message.indonesian) == [])
        return allocation.payments.map { "\($0.year) \($0.program) \($0.fund) \($0.amount)" }.sorted()
    }

    @Test("The fund that fewer eligible sets may use pays first, though its id comes last")
    func scarceUseFirst() throws {
        let example = FundingExample(
            funds: [FundingExample.fund("a", [10, 0]), FundingExample.fund("z", [10, 0])],
            lines: [
                Line(amounts: [6, 0], funds: ["a", "z"]), Line(amounts: [5, 0], funds: ["a"]),
            ])
        #expect(try payments(example) == ["2023 p0 z 6", "2023 p1 a 5"])
    }

    @Test("A line leaves to later lines what only that fund can pay")
    func leavesTheRest() throws {
        let example = FundingExample(
            funds: [FundingExample.fund("a", [10, 0]), FundingExample.fund("b", [10, 0])],
            lines: [
                Line(amounts: [9, 0], funds: ["a", "b"]), Line(amounts: [4, 0], funds: ["a", "c"]),
                Line(amounts: [3, 0], funds: ["b", "c"]),
            ])
        #expect(
            try payments(example) == ["2023 p0 a 6", "2023 p0 b 3", "2023 p1 a 4", "2023 p2 b 3"])
    }

    @Test("Money that lapses pays before money that can be carried")
    func lapseFirst() throws {
        let example = FundingExample(
            funds: [FundingExample.fund("a", [10, 0], carry: 1), FundingExample.fund("z", [10, 0])],
            lines: [Line(amounts: [6, 8], funds: ["a", "z"])])
        #expect(try payments(example) == ["2023 p0 z 6", "2024 p0 a 8"])
    }

    @Test("A year leaves to the next what it needs carried in")
    func leavesCarry() throws {
        let half = try #require(Exact(1, over: 2))
        let example = FundingExample(
            funds: [
                FundingExample.fund("a", [10, 1], carry: half), FundingExample.fund("b", [10, 0], carry: 0),
            ],
            lines: [
                Line(amounts: [9, 5], funds: ["a", "b"]),
                Line(amounts: [1, 0], funds: ["b"]),
            ])
        // 5 in 2024 need 4 carried by a: at most 6 of a may be spent in 2023
        #expect(
            try payments(example) == ["2023 p0 a 6", "2023 p0 b 3", "2023 p1 b 1", "2024 p0 a 5"])
    }

    @Test("The accounts carry all that may be carried and let the rest lapse")
    func accounts() throws {
        let half = try #require(Exact(1, over: 2))
        let example = FundingExample(
            funds: [FundingExample.fund("a", [11, 4], carry: half)],
            lines: [Line(amounts: [3, 2], funds: ["a"])])
        let scenario = try example.scenario()
        let appraisal = try #require(Verifier(scenario: scenario).verify(example.plan).appraisal)
        let allocation = try #require(CanonicalAllocation(scenario: scenario).allocate(appraisal))
        #expect(
            allocation.fundYears == [
                FundYear(
                    fund: "a", year: FiscalYear(2023), ceiling: 11, carriedIn: 0, spent: 3,
                    carriedOut: 5, lapsed: 3),
                FundYear(
                    fund: "a", year: FiscalYear(2024), ceiling: 4, carriedIn: 5, spent: 2,
                    carriedOut: 0, lapsed: 7),
            ])
    }

    @Test("What cannot be funded has no allocation")
    func notFundable() throws {
        let example = FundingExample(
            funds: [FundingExample.fund("a", [10, 10])], lines: [Line(amounts: [11, 0], funds: ["a"])])
        #expect(try payments(example) == nil)
    }

    @Test("On tiny examples it is what trying all payments finds", arguments: randomSeeds(150))
    func enumeration(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let ids: [Fund.ID] = ["a", "b", "c"]
        let shares: [Exact?] = [nil, nil, 1, Exact(1, over: 2), Exact(1, over: 3)]
        let funds = ids.map { id in
            FundingExample.fund(
                id.rawValue, [.random(in: 0...6, using: &random), .random(in: 0...6, using: &random)],
                carry: shares[Int.random(in: 0..<shares.count, using: &random)])
        }
        let lines = (0..<3).map { _ in
            let eligible = ids.filter { _ in Bool.random(using: &random) }
            return Line(
                amounts: [.random(in: 0...5, using: &random), .random(in: 0...5, using: &random)],
                funds: eligible.isEmpty ? [ids[0]] : eligible)
        }
        let example = FundingExample(funds: funds, lines: lines)
        var enumeration = EnumeratedAllocation(example)
        let expected = enumeration.find()
        #expect(try payments(example) == expected)
    }

    @Test("A large portfolio is allotted to the last rupiah")
    func large() throws {
        var random = SplitMix64(seed: 7)
        let ids = (0..<6).map { Fund.ID("f\($0)") }
        let lines = (0..<500).map { _ in
            Line(
                amounts: [
                    .random(in: 0...900_000, using: &random), .random(in: 0...900_000, using: &random),
                ],
                funds: ids.filter { _ in Int.random(in: 0..<3, using: &random) > 0 } + ["g"])
        }
        let half = Exact(1, over: 2)
        let funds =
            ids.map { FundingExample.fund($0.rawValue, [40_000_000, 40_000_000], carry: half) }
            + [FundingExample.fund("g", [40_000_000, 40_000_000])]
        #expect(try payments(FundingExample(funds: funds, lines: lines)) != nil)
    }
}
