import Foundation
import Glibc
import Portfolio
import Regression

/// The folder of baselines: `<scenario>/baseline.json` each.
struct BaselineFolder: Sendable {
    /// The folder as named.
    let path: String
    /// The folder around it, without links, to which recorded files are relative; nil where there is none.
    private let root: String?

    init(_ path: String) {
        self.path = path
        let around = path.split(separator: "/").dropLast().joined(separator: "/")
        root = RealPath.of(path.hasPrefix("/") ? "/" + around : around.isEmpty ? "." : around)
    }

    /// The file of a scenario's baseline.
    func file(of name: String) -> String { "\(path)/\(name)/baseline.json" }

    /// What is known about a scenario's baseline.
    enum Found: Sendable {
        case nothing
        case baseline(Baseline, text: [UInt8])
        case unusable(LocalizedText, isNewer: Bool)
    }

    /// Reads a scenario's baseline.
    func find(_ name: String) -> Found {
        do {
            let bytes = try InputFile.bytes(file(of: name))
            return .baseline(try Baseline(bytes), text: bytes)
        } catch let refusal as InputFile.Refusal {
            if refusal.isAbsent { return .nothing }
            return unusable(name, Console.reason(refusal.code))
        } catch let unusable as Unusable {
            guard !unusable.isNewer else { return newer(name, unusable.reason) }
            return self.unusable(name, unusable.reason)
        } catch {
            return unusable(name, "\(error)")
        }
    }

    /// A scenario's file as its baseline records it; nil outside the folder that holds the baselines.
    func recorded(_ file: String) -> String? {
        guard let root, let real = RealPath.of(file), real.hasPrefix(root + "/") else { return nil }
        return String(real.dropFirst(root.count + 1))
    }

    /// The names and recorded files, as full paths, of the baselines whose scenario is not there any more.
    func orphans() -> [(name: String, file: String)] {
        guard let root else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().compactMap { name in
            guard case .baseline(let baseline, _) = find(name), let file = baseline.file,
                RealPath.of("\(root)/\(file)") == nil
            else { return nil }
            return (name, "\(root)/\(file)")
        }
    }

    /// Removes a baseline, and its folder where nothing else is in it.
    func remove(_ name: String) {
        unlink(file(of: name))
        rmdir("\(path)/\(name)")
    }

    private func unusable(_ name: String, _ reason: String) -> Found {
        .unusable(
            LocalizedText(
                "\(file(of: name)) tidak dapat dipakai (\(reason)); pulihkan dari git, atau terima hasil ini dengan --update",
                english:
                    "\(file(of: name)) cannot be used (\(reason)); restore it from git, or accept this outcome with --update"
            ), isNewer: false)
    }

    private func newer(_ name: String, _ reason: String) -> Found {
        .unusable(
            LocalizedText(
                "\(file(of: name)) ditulis oleh Selaras yang lebih baru (\(reason)); perbarui Selaras",
                english: "\(file(of: name)) was written by a newer Selaras (\(reason)); update Selaras"),
            isNewer: true)
    }
}

/// Paths without links.
enum RealPath {
    /// The full path of something that is there; nil where nothing is.
    static func of(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
