#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The published problems: a folder with `logos/`, `orlib/`, `mmkp/` and `nrp/`.
///
/// It lies beside the package, in `../shared/evidence/optimum`, or where the environment variable
/// SELARAS_EVIDENCE says. Most of its files have no licence and are therefore no part of the package.
enum Evidence {
    /// The folder, whether it exists or not.
    static let folder: String =
        ProcessInfo.processInfo.environment["SELARAS_EVIDENCE"] ?? besideThePackage

    /// Whether the problems of a family are there.
    static func has(_ family: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/\(family)")
    }

    /// Why the tests of a family are skipped.
    static func absence(of family: String) -> String {
        "no \(family) in \(folder); SELARAS_EVIDENCE names another folder"
    }

    /// The text of a file of the folder.
    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    }

    private static var besideThePackage: String {
        let steps = #filePath.split(separator: "/").dropLast(5)
        return "/" + steps.joined(separator: "/") + "/shared/evidence/optimum"
    }
}

/// A published file that does not read as its format says.
struct UnreadableProblem: Error, CustomStringConvertible {
    let description: String
}
