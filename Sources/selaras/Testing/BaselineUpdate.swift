import ArgumentParser
import Portfolio
import Regression

/// Accepts outcomes as the new baselines, each written whole.
struct BaselineUpdate: Sendable {
    let baselines: BaselineFolder
    /// Whether a baseline of a newer Selaras may be overwritten.
    let isForced: Bool

    /// Writes, keeps or removes the baseline of a case; a scenario without an answer keeps its own.
    ///
    /// - Throws: exit 73 where it cannot be written.
    func accept(_ answer: inout CaseRun.Answer) throws {
        if answer.result.verdict == .vanished {
            baselines.remove(answer.result.name)
            answer.result.verdict = .same
            answer.result.acceptance = .removed
        }
        guard let now = answer.now, answer.result.verdict != .unanswered else { return }
        if case .unusable(_, isNewer: true) = answer.accepted, !isForced { return }
        answer.result.acceptance = try write(now, of: answer)
        answer.result.verdict = answer.result.broken.isEmpty ? .same : .unexpected
        answer.result.reason = nil
        if answer.result.verdict == .unexpected {
            answer.result.remarks.append(
                LocalizedText(
                    "baseline diterima, `expect` belum terpenuhi",
                    english: "the baseline is accepted, `expect` does not hold"))
        }
    }

    private func write(_ now: Baseline, of answer: CaseRun.Answer) throws -> Acceptance {
        if case .baseline(_, let text) = answer.accepted, text == Array(now.text.utf8) { return .unchanged }
        let file = baselines.file(of: answer.result.name)
        try OutputFile.createFolder("\(baselines.path)/\(answer.result.name)")
        try OutputFile.write(now.text, to: file)
        if case .nothing = answer.accepted { return .created }
        return .rewritten
    }
}
