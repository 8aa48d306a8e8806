import ArgumentParser
import Portfolio
import ScenarioReading

extension Language: ExpressibleByArgument {}

/// The scenario that a command works on, and the language it answers in.
struct ScenarioArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The scenario file (YAML or JSON).", valueName: "scenario"))
    var path: String

    @Option(name: .customLong("lang"), help: "Language of findings and reports: id (Bahasa Indonesia) or en.")
    var language: Language = .indonesian

    /// Reads the file as it is.
    ///
    /// - Throws: exit 66 where it cannot be read.
    func read() throws -> ReadScenario {
        do { return try ScenarioReader().read(path: path) } catch {
            Console.remark("error: \(error.path) cannot be read: \(error.reason.text(in: language))")
            throw ExitStatus.unreadable
        }
    }

    /// Reads a scenario that must be valid; findings go to stderr.
    ///
    /// - Throws: exit 66 where the file cannot be read, 65 where the scenario is not valid.
    func load() throws -> LoadedScenario {
        let read = try read()
        for finding in read.findings { Console.remark(finding.text(in: language).trimmingNewline) }
        guard let loaded = LoadedScenario(read, path: path) else { throw ExitStatus.invalidData }
        return loaded
    }
}

/// A valid scenario with everything that came with reading it.
struct LoadedScenario: Sendable {
    let scenario: Scenario
    let resolvedJSON: String
    let digest: String
    let sourceMap: SourceMap
    let path: String

    /// What reading gave; nil where the scenario is not valid.
    init?(_ read: ReadScenario, path: String) {
        guard let scenario = read.scenario, let json = read.resolvedJSON, let digest = read.digest else {
            return nil
        }
        self.scenario = scenario
        resolvedJSON = json
        self.digest = digest
        sourceMap = read.sourceMap
        self.path = path
    }

    /// The file's name without folder and ending: the name of its report.
    var baseName: String { Self.baseName(of: path) }

    /// A file's name without folder and ending.
    static func baseName(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? "scenario"
        let stem = file.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(
            separator: ".")
        return stem.allSatisfy { $0 == "." } ? file : stem
    }

    /// `file:line` of a statement, the file relative to the scenario's folder, so that an outcome holds no path.
    func place(of path: ScenarioPath) -> String? {
        sourceMap.location(of: path).map { "\(inFolder($0.file)):\($0.line)" }
    }

    private func inFolder(_ file: String) -> String {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .map { $0 + "/" }.joined()
        if file.hasPrefix(folder), !file.dropFirst(folder.count).hasPrefix("/") {
            return String(file.dropFirst(folder.count))
        }
        return file.split(separator: "/").last.map(String.init) ?? file
    }
}

extension String {
    /// The text without the newline at its end.
    fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
