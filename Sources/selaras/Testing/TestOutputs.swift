import ArgumentParser
import Portfolio
import Regression
import Reporting

/// Where the results go besides the terminal.
struct TestOutputs: ParsableArguments {
    @Option(help: ArgumentHelp("Write JUnit XML.", valueName: "file"))
    var junit: String?

    @Option(help: ArgumentHelp("Write Markdown for a comment on a pull or merge request.", valueName: "file"))
    var markdown: String?

    @Option(
        help: ArgumentHelp(
            "Write of each failed scenario what changed, baseline and outcome into <dir>/<scenario>; the comparison too where the accepted outcome is in the cache or beside the baseline.",
            valueName: "dir"))
    var report: String?

    @Flag(help: "Print annotations for GitHub Actions.")
    var github = false

    /// Makes sure that the files can be written, before anything is computed.
    ///
    /// - Throws: exit 73.
    func probe() throws {
        for file in [junit, markdown].compactMap(\.self) { try OutputFile.probe(file) }
        if let report { try OutputFile.createFolder(report) }
    }

    /// Writes the files.
    ///
    /// - Throws: exit 73.
    func write(_ answers: [CaseRun.Answer], in language: Language) throws {
        let results = answers.map(\.result)
        if let junit { try OutputFile.write(JUnitReport(results, in: language).xml, to: junit) }
        if let markdown {
            try OutputFile.write(MarkdownComment(results, in: language).markdown, to: markdown)
        }
        guard let report else { return }
        for answer in answers where !answer.result.verdict.isPassed {
            try write(answer, into: "\(report)/\(answer.result.name)", in: language)
        }
    }

    private func write(_ answer: CaseRun.Answer, into folder: String, in language: Language) throws {
        try OutputFile.createFolder(folder)
        let changes = MarkdownComment([answer.result], in: language).markdown
        try OutputFile.write(changes, to: "\(folder)/changes.md")
        if case .baseline(_, let text) = answer.accepted {
            try OutputFile.write(String(decoding: text, as: UTF8.self), to: "\(folder)/baseline.json")
        }
        guard let outcome = answer.outcome else { return }
        try OutputFile.write(outcome.formatted, to: "\(folder)/outcome.json")
        guard let accepted = answer.acceptedOutcome else { return }
        try OutputFile.write(accepted.formatted, to: "\(folder)/accepted.json")
        if let difference = Self.difference(of: answer.result.name, from: accepted, to: outcome) {
            _ = try ComparisonFiles([difference], in: language).write(to: folder)
        }
    }

    /// What `selaras compare` says; nil where one of them has no plan.
    private static func difference(
        of name: String, from accepted: JSONValue, to outcome: JSONValue
    ) -> OutcomeDifference? {
        let sides = [("A", "accepted.json", accepted), ("B", name, outcome)].map {
            letter, label, outcome in
            (try? Report(outcome: outcome)).flatMap {
                ComparisonSide(letter: letter, label: label, report: $0, trials: nil)
            }
        }
        guard let base = sides[0], let other = sides[1] else { return nil }
        return try? OutcomeDifference(from: base, to: other)
    }
}
