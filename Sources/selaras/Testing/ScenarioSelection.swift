import ArgumentParser
import Foundation
import Regression

/// One scenario of a regression run.
struct TestCase: Hashable, Sendable {
    /// Its name.
    let name: String
    /// Its file, as named or found.
    let file: String
    /// Whether only its baseline is left.
    var hasVanished = false
}

/// The scenarios that files, folders and patterns on the command line name.
///
/// A folder means every `.yaml` and `.yml` file below it, without hidden folders and those named `rejected`.
struct ScenarioSelection {
    let paths: [String]
    let baselines: BaselineFolder

    /// The cases, sorted by name.
    ///
    /// - Throws: exit 66 where a folder cannot be read or nothing is there, 65 where two scenarios have one name.
    func cases() throws -> [TestCase] {
        var files: [String: String] = [:]
        for path in paths {
            for file in try self.files(of: path) {
                let real = RealPath.of(file) ?? file
                files[real] = min(files[real] ?? file, file)
            }
        }
        let found = files.values.map { TestCase(name: LoadedScenario.baseName(of: $0), file: $0) }
        try refuseRepetition(among: found)
        let names = Set(found.map(\.name))
        let vanished = baselines.orphans().filter { !names.contains($0.name) }.compactMap { orphan in
            shownPath(of: orphan.file).map { TestCase(name: orphan.name, file: $0, hasVanished: true) }
        }
        guard !(found + vanished).isEmpty else { throw nothing(in: paths.joined(separator: ", ")) }
        return (found + vanished).sorted { $0.name < $1.name }
    }

    private func files(of path: String) throws -> [String] {
        if RealPath.of(path) == nil, Glob.isPattern(path) {
            let glob = Glob(path)
            let fixed = path.split(separator: "/", omittingEmptySubsequences: false)
                .prefix { !Glob.isPattern(String($0)) }.joined(separator: "/")
            return try search(path.hasPrefix("/") && fixed.isEmpty ? "/" : fixed).filter(glob.matches)
        }
        guard isFolder(path) else { return [path] }
        return try search(path)
    }

    /// Every scenario file below a folder; an empty name is the current folder.
    private func search(_ folder: String) throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
        } catch {
            Console.remark("error: the folder \(folder.isEmpty ? "." : folder) cannot be read")
            throw ExitStatus.unreadable
        }
        let prefix = Self.prefix(of: folder)
        return try names.sorted().filter(Self.isSearched).flatMap { name in
            if isFolder(prefix + name) { return isLink(prefix + name) ? [] : try search(prefix + name) }
            return Self.isScenario(name) ? [prefix + name] : []
        }
    }

    /// How the file of a vanished scenario would have been shown; nil where it was not asked for.
    private func shownPath(of file: String) -> String? {
        for path in paths {
            if isFolder(path), let real = RealPath.of(path), file.hasPrefix(real + "/") {
                let rest = file.dropFirst(real.count + 1)
                if rest.split(separator: "/").allSatisfy({ Self.isSearched(String($0)) }) {
                    return Self.prefix(of: path) + rest
                }
            }
            if Glob.isPattern(path), let here = RealPath.of(".") {
                let shown = file.hasPrefix(here + "/") ? String(file.dropFirst(here.count + 1)) : file
                if Glob(path).matches(shown) { return shown }
            }
        }
        return nil
    }

    private func refuseRepetition(among cases: [TestCase]) throws {
        let shared = Dictionary(grouping: cases, by: \.name).filter { $0.value.count > 1 }
        guard !shared.isEmpty else { return }
        for (name, cases) in shared.sorted(by: { $0.key < $1.key }) {
            let files = cases.map(\.file).sorted().joined(separator: " and ")
            Console.remark(
                "error: \(files) would share \(baselines.file(of: name)); rename one of them")
        }
        throw ExitStatus.invalidData
    }

    /// What stands before the names in a folder.
    private static func prefix(of folder: String) -> String {
        if [".", "./", ""].contains(folder) { return "" }
        return folder.hasSuffix("/") ? folder : folder + "/"
    }

    private func nothing(in place: String) -> ExitCode {
        Console.remark("error: there is no scenario in \(place)")
        return ExitStatus.unreadable
    }

    private static func isSearched(_ name: String) -> Bool { !name.hasPrefix(".") && name != "rejected" }

    private static func isScenario(_ name: String) -> Bool {
        name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }
}
