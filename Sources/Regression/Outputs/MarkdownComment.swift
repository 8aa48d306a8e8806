import Portfolio

/// The results as Markdown for a comment on a pull or merge request.
public struct MarkdownComment: Sendable {
    private let results: [CaseResult]
    private let words: ResultText
    private static let mostLines = 60

    /// Makes the comment in a language.
    public init(_ results: [CaseResult], in language: Language) {
        self.results = results
        words = ResultText(language)
    }

    /// The comment: what failed and what is tied in full, the rest in one line.
    public var markdown: String {
        let title = words.say("Uji regresi skenario", "Regression test of scenarios")
        let passed = results.filter { $0.verdict == .same }
        var text = "<!-- selaras test -->\n## \(title)\n\n\(words.summary(of: results))"
        text += results.filter { $0.verdict != .same }.map(section).joined()
        guard !passed.isEmpty else { return text }
        let names = passed.map { "`\(code($0.name))`" + remarks(of: $0) }.joined(separator: ", ")
        return text + "\n\(words.say("Lulus", "Passed")): \(names)\n"
    }

    private func section(_ result: CaseResult) -> String {
        let reasons = words.reasons(for: result)
        let shown = reasons.prefix(Self.mostLines)
        var text =
            "\n### \(words.label(of: result)): `\(code(result.name))`\(remarks(of: result))\n\n"
            + "`\(code(result.file))`\n\n" + shown.map { "- \(escaped($0))\n" }.joined()
        let rest = reasons.count - shown.count
        if rest > 0 { text += words.say("- dan \(rest) lagi\n", "- and \(rest) more\n") }
        return text
    }

    private func remarks(of result: CaseResult) -> String {
        let remarks = result.remarks.map { escaped($0.text(in: words.language)) }
        return remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
    }

    /// The text with everything that Markdown, HTML or a mention would take for its own made harmless.
    private func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case "@": escaped += "&#64;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#": escaped += "\\\(scalar)"
            case "\u{0}"..<" ": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    private func code(_ text: String) -> String {
        text.split(whereSeparator: { $0 == "`" || $0.isNewline }).joined(separator: "'")
    }
}
