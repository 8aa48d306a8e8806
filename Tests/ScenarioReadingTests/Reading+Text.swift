import Foundation
import Portfolio
import Testing

@testable import ScenarioReading

/// A folder of its own for one test; removed with the value.
final class Workspace {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "reading-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file and tells its path.
    func write(_ bytes: some Collection<UInt8>, to name: String = "scenario.yaml") throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }
}

/// Reads a scenario from text.
func read(_ text: String) throws -> ReadScenario { try read(bytes: text.utf8) }

/// Reads a scenario from bytes.
func read(bytes: some Collection<UInt8>) throws -> ReadScenario {
    let workspace = try Workspace()
    return try withExtendedLifetime(workspace) {
        try ScenarioReader().read(path: try workspace.write(bytes))
    }
}

/// The findings as `line rule`, without the file's name.
func briefly(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.location.line) \($0.rule)\($0.severity == .warning ? " warning" : "")" }
}
