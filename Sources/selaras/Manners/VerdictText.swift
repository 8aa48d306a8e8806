import Portfolio
import Reporting
import Verification

/// A verdict in words: accepted with its goals, or every broken law with its line.
struct VerdictText {
    let loaded: LoadedScenario
    let language: Language

    /// The lines to print.
    func lines(of verdict: Verdict) -> String {
        verdict.isAccepted ? accepted(verdict.appraisal) : verdict.violations.map(line).joined()
    }

    private func accepted(_ appraisal: Appraisal?) -> String {
        let forms = NumberForms(language)
        let goals = loaded.scenario.objective.map { goal in
            "  \(goal): \(appraisal.map { forms.plain($0.value(of: goal)) } ?? "–")\n"
        }
        return (language == .indonesian ? "diterima\n" : "accepted\n") + goals.joined()
    }

    private func line(_ violation: Violation) -> String {
        let place = loaded.sourceMap.location(of: violation.place)?.description ?? loaded.path
        return
            "\(place): \(violation.message.text(in: language)) (\(amount(violation.excess))) [\(violation.rule)]\n"
    }

    private func amount(_ excess: Violation.Excess) -> String {
        let forms = NumberForms(language)
        return switch excess {
        case .rupiah(let amount): forms.rupiah(amount)
        case .count(let count): forms.whole(Int64(count))
        case .points(let points): forms.plain(points)
        }
    }
}
