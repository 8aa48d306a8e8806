import Portfolio

/// What a regression run says about a scenario, in words.
public struct ResultText: Sendable {
    let language: Language
    private static let mostDifferences = 3

    /// Makes the words of a language.
    public init(_ language: Language) { self.language = language }

    /// One line: verdict, name, and the first differences; where a baseline was written, all of them below it.
    public func line(of result: CaseResult) -> String {
        let all = reasons(for: result)
        let remarks = result.remarks.map { $0.text(in: language) }
        let label = label(of: result)
        let head = label + String(repeating: " ", count: max(0, width - label.count)) + "  \(result.name)"
        let aside = remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
        if result.acceptance != nil {
            let indent = String(repeating: " ", count: width + 4)
            return head + aside + "\n" + all.map { indent + $0 + "\n" }.joined()
        }
        let shown = all.prefix(max(result.broken.count, Self.mostDifferences))
        var text = shown.joined(separator: "; ")
        let rest = all.count - shown.count
        if rest > 0 { text += say("; dan \(rest) lagi", "; and \(rest) more") }
        return head + (text.isEmpty ? "" : ": \(text)") + aside + "\n"
    }

    /// Everything that is to say about a verdict: broken expectations with their places, findings, differences.
    public func reasons(for result: CaseResult) -> [String] {
        let expectations = ExpectationText(language)
        let differences = DifferenceText(language)
        var list = result.reason.map { [$0.text(in: language)] } ?? []
        list += result.broken.map { broken in
            (broken.location.map { "\($0): " } ?? "") + expectations.words(broken)
        }
        list += result.findings.filter { $0.severity == .error }.map {
            "\($0.location): \($0.message.text(in: language)) [\($0.rule)]"
        }
        list += result.differences.map(differences.words)
        if result.verdict == .tie, !list.isEmpty {
            list[0] = say("tujuan sama, rencana lain: ", "same goals, another plan: ") + list[0]
        }
        return list
    }

    /// The last line: how many there were of each verdict.
    public func summary(of results: [CaseResult]) -> String {
        let passed = results.count { $0.verdict == .same }
        let ties = results.count { $0.verdict == .tie }
        let failed = results.count - passed - ties
        return say(
            "\(results.count) skenario: \(passed) lulus, \(ties) seri, \(failed) gagal",
            "\(results.count) scenarios: \(passed) passed, \(ties) tied, \(failed) failed") + "\n"
    }

    /// The verdict, or what became of the baseline, in a word.
    func label(of result: CaseResult) -> String {
        switch (result.verdict, result.acceptance) {
        case (.same, .unchanged): say("tetap", "keep")
        case (.same, .created): say("baru", "new")
        case (.same, .rewritten): say("ganti", "update")
        case (.same, .removed): say("hapus", "remove")
        case (.same, nil): say("lulus", "pass")
        case (.tie, _): say("seri", "tie")
        default: say("GAGAL", "FAIL")
        }
    }

    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    private var width: Int { language == .indonesian ? 5 : 6 }
}
