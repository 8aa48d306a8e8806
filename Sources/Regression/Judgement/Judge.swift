import Planning
import Portfolio
import Reporting

/// Holds an outcome to the baseline and the expectations of its scenario.
public struct Judge: Sendable {
    private let name: String
    private let file: String
    private let scenario: Scenario
    private let at: @Sendable (ScenarioPath) -> SourceLocation?

    /// Makes the judge of a scenario.
    ///
    /// - Parameter at: turns a place of the scenario into file, line and column.
    public init(
        name: String, file: String, scenario: Scenario,
        at: @escaping @Sendable (ScenarioPath) -> SourceLocation?
    ) {
        self.name = name
        self.file = file
        self.scenario = scenario
        self.at = at
    }

    /// Judges an outcome.
    ///
    /// - Parameters:
    ///   - outcome: the value of `outcome.json`.
    ///   - now: its judged parts.
    ///   - accepted: the baseline; nil where there is none.
    public func judge(_ outcome: JSONValue, _ now: Baseline, against accepted: Baseline?) -> CaseResult {
        var result = CaseResult(name: name, file: file, verdict: .missing)
        result.isProved = [.optimal, .infeasible].contains(now.figures.status)
        result.broken = BrokenExpectation.all(of: scenario.expectations, in: outcome, at: at)
        if let accepted {
            compare(now, with: accepted, into: &result)
        } else {
            result.reason = LocalizedText(
                "belum ada baseline; terima dengan --update", english: "no baseline yet; accept with --update"
            )
        }
        result.remarks =
            Remarks(accepted: accepted, now: now, hasDifferences: !result.differences.isEmpty).all
        if now.figures.status == .unknown {
            result.verdict = .unanswered
            result.reason = LocalizedText(
                "batas tercapai sebelum ada jawaban", english: "a limit came before any answer")
        }
        result.location = result.differences.lazy.compactMap(\.place).compactMap(at).first
        return result
    }

    private func compare(_ now: Baseline, with accepted: Baseline, into result: inout CaseResult) {
        let comparison = Comparison(
            before: accepted.figures, now: now.figures,
            hasSameGenerator: accepted.versions.generator == now.versions.generator)
        result.differences = comparison.differences
        if comparison.isTie, scenario.ties == .report {
            result.verdict = .tie
        } else {
            result.verdict = result.differences.isEmpty ? .same : .changed
        }
        if result.verdict.isPassed, !result.broken.isEmpty { result.verdict = .unexpected }
    }
}

extension Difference {
    /// What the scenario says about it.
    fileprivate var place: ScenarioPath? {
        switch self {
        case .leaves(let program), .enters(let program, _), .variant(let program, _, _),
            .start(let program, _, _), .quickWin(let program, _):
            ScenarioPath().key("programs").id(program)
        case .money(let fund, _, _, _): ScenarioPath().key("funds").id(fund)
        case .goals: ScenarioPath().key("objective")
        case .policy: ScenarioPath().key("simulation")
        case .status, .goal, .bound, .value, .cost, .risk: nil
        }
    }
}
