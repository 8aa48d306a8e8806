import Portfolio

/// The results as workflow commands of GitHub Actions, which show them beside the lines of the files.
public struct GitHubAnnotations: Sendable {
    private let results: [CaseResult]
    private let words: ResultText

    /// Makes the annotations in a language.
    public init(_ results: [CaseResult], in language: Language) {
        self.results = results
        words = ResultText(language)
    }

    /// One command for every broken expectation and finding, and one for everything else about a scenario.
    public var text: String { results.flatMap(commands).joined() }

    private func commands(_ result: CaseResult) -> [String] {
        let title = "\(words.label(of: result)) \(result.name)"
        let located =
            result.broken.map { ($0.location, ExpectationText(words.language).words($0)) }
            + result.findings.filter { $0.severity == .error }.map {
                ($0.location as SourceLocation?, "\($0.message.text(in: words.language)) [\($0.rule)]")
            }
        var list = located.map { location, text in
            command("error", at: location, of: result, title: title, text)
        }
        var rest = result
        rest.broken = []
        rest.findings = []
        let others = words.reasons(for: rest) + result.remarks.map { $0.text(in: words.language) }
        if !others.isEmpty {
            let level = result.verdict.isPassed || result.verdict == .unexpected ? "notice" : "error"
            list.append(
                command(level, at: result.location, of: result, title: title, others.joined(separator: "\n")))
        }
        return list
    }

    private func command(
        _ level: String, at location: SourceLocation?, of result: CaseResult, title: String, _ text: String
    ) -> String {
        var properties = [
            ("file", location?.file ?? result.file), ("line", "\(location?.line ?? 1)"),
        ]
        if let column = location?.column { properties.append(("col", "\(column)")) }
        properties.append(("title", title))
        let list = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
        return "::\(level) \(list)::\(data(text))\n"
    }

    private func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
