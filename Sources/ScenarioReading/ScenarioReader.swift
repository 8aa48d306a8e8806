import Portfolio

/// What reading a scenario gave.
public struct ReadScenario: Sendable {
    /// The scenario; nil where a finding is an error.
    public var scenario: Scenario?
    /// Everything found, sorted by location, then rule.
    public var findings: [Finding]
    /// Where each value of the resolved scenario was written.
    public var sourceMap: SourceMap
    /// The resolved scenario as canonical JSON; nil where a finding is an error.
    public var resolvedJSON: String?
    /// SHA-256 of `resolvedJSON` in hexadecimal.
    public var digest: String?
}

/// Turns places of the resolved scenario into lines of the files that wrote them.
public struct SourceMap: Sendable {
    /// Location of each value that was written.
    public var locations: [ScenarioPath: SourceLocation] = [:]

    /// The location of a value, or of the nearest value around it that was written.
    public func location(of path: ScenarioPath) -> SourceLocation? {
        var path = path
        while true {
            if let location = locations[path] { return location }
            if path.components.isEmpty { return nil }
            path = path.parent
        }
    }
}

/// A file named on the command line that cannot be read.
public struct UnreadableFile: Error, Sendable {
    /// The file as named.
    public let path: String
    /// Why, in words.
    public let reason: LocalizedText
}

/// Reads scenario files: text → nodes with marks → typed scenario, with all findings at once.
public struct ScenarioReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads a scenario and everything that it extends.
    ///
    /// - Throws: ``UnreadableFile`` where the named file itself cannot be read; everything else is
    ///   a finding.
    public func read(path: String) throws(UnreadableFile) -> ReadScenario {
        let reading = Reading()
        let files = ScenarioFiles(root: path, reading: reading)
        guard let root = try files.tree(root: path) else { return reading.result(scenario: nil, root: nil) }
        return reading.scenario(from: root)
    }

    /// Reads a resolved scenario, which extends nothing, from its text.
    ///
    /// - Parameter name: The name of its file in findings.
    public func read(text: String, named name: String) -> ReadScenario {
        let reading = Reading()
        let entry = YAMLText(file: name, reading: reading).entry(from: Array(text.utf8))
        guard let root = entry.flatMap({ Overlay(reading: reading).merge($0, over: nil) }) else {
            return reading.result(scenario: nil, root: nil)
        }
        return reading.scenario(from: root)
    }
}

extension Reading {
    /// Types and checks a resolved tree.
    func scenario(from root: Entry) -> ReadScenario {
        names = Names(of: root)
        let draft = Draft(Place(entry: root, path: ScenarioPath(), reading: self))
        let sourceMap = SourceMap(of: root)
        Validation(reading: self, sourceMap: sourceMap).check(draft)
        return result(scenario: draft.scenario, root: root, sourceMap: sourceMap)
    }

    /// What was read, without the scenario where a finding is an error.
    fileprivate func result(
        scenario: Scenario?, root: Entry?, sourceMap: SourceMap = SourceMap()
    ) -> ReadScenario {
        let json = hasErrors ? nil : root.map { CanonicalJSON($0, canonical: canonical).text }
        return ReadScenario(
            scenario: hasErrors ? nil : scenario, findings: sortedFindings, sourceMap: sourceMap,
            resolvedJSON: json, digest: json.map { SHA256.hexadecimal(of: $0.utf8) })
    }
}
