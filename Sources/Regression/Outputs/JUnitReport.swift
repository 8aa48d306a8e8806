import Portfolio

/// The results as JUnit XML (the form that Jenkins, GitLab and others read).
///
/// It holds no times, so that the same results give the same bytes.
public struct JUnitReport: Sendable {
    private let results: [CaseResult]
    private let words: ResultText

    /// Makes the report in a language.
    public init(_ results: [CaseResult], in language: Language) {
        self.results = results
        words = ResultText(language)
    }

    /// The document.
    public var xml: String {
        let errors = results.count { $0.verdict.isError }
        let failures = results.count { !$0.verdict.isPassed } - errors
        let counts = "tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="selaras" \(counts)>
              <testsuite name="selaras" \(counts) skipped="0">
            \(results.map(testcase).joined())  </testsuite>
            </testsuites>

            """
    }

    private func testcase(_ result: CaseResult) -> String {
        let head = "    <testcase classname=\(quoted(result.file)) name=\(quoted(result.name))"
        let reasons = words.reasons(for: result)
        let remarks = result.remarks.map { $0.text(in: words.language) }
        let lines = (result.verdict.isPassed ? reasons : []) + remarks
        var parts = ""
        if !result.verdict.isPassed {
            let element = result.verdict.isError ? "error" : "failure"
            let message = quoted(reasons.first ?? "")
            let text = escaped(reasons.joined(separator: "\n"))
            parts +=
                "      <\(element) type=\"\(result.verdict.rawValue)\" message=\(message)>\(text)</\(element)>\n"
        }
        if !lines.isEmpty {
            parts += "      <system-out>\(escaped(lines.joined(separator: "\n")))</system-out>\n"
        }
        return parts.isEmpty ? head + "/>\n" : head + ">\n" + parts + "    </testcase>\n"
    }

    private func quoted(_ text: String) -> String {
        "\"" + escaped(text.split(whereSeparator: \.isNewline).joined(separator: " ")) + "\""
    }

    /// The text with markup escaped, and what XML 1.0 cannot hold replaced.
    private func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
