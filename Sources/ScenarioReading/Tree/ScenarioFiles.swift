import Portfolio

extension RuleID {
    /// A file larger than 16 MB.
    static let fileTooLarge = RuleID("file-too-large")
    /// A file named in the scenario that cannot be read.
    static let extendsUnreadable = RuleID("extends-unreadable")
    /// A file named in the scenario that lies outside its folder.
    static let extendsOutside = RuleID("extends-outside")
    /// Files that extend each other in a circle.
    static let extendsCycle = RuleID("extends-cycle")
}

/// Reads the named scenario and everything that it extends into one tree.
struct ScenarioFiles {
    let reading: Reading
    private let folder: String

    /// Prepares for a scenario named on the command line.
    init(root: String, reading: Reading) {
        self.reading = reading
        folder = physicalPath(ScenarioFiles.folder(of: root)) ?? ScenarioFiles.folder(of: root)
    }

    /// The resolved tree; nil with findings where some file could not be read.
    func tree(root: String) throws(UnreadableFile) -> Entry? {
        do {
            return tree(of: try FileBytes.read(root), named: root, at: root, chain: [])
        } catch .tooLarge {
            reportTooLarge(SourceLocation(file: root, line: 1, column: 1))
            return nil
        } catch {
            throw UnreadableFile(path: root, reason: error.reason)
        }
    }

    private func tree(of bytes: [UInt8], named name: String, at path: String, chain: [String]) -> Entry? {
        guard let entry = YAMLText(file: name, reading: reading).entry(from: bytes) else { return nil }
        let here = physicalPath(path) ?? path
        guard let extends = entry["extends"] else { return Overlay(reading: reading).merge(entry, over: nil) }
        let place = Place(entry: extends, path: ScenarioPath().key("extends"), reading: reading)
        guard let written = place.text(),
            let base = base(written, from: here, said: extends.location, chain: chain + [here])
        else { return nil }
        return Overlay(reading: reading).merge(entry.without("extends"), over: base)
    }

    private func base(_ written: String, from path: String, said: SourceLocation, chain: [String]) -> Entry? {
        let target = written.hasPrefix("/") ? written : ScenarioFiles.folder(of: path) + "/" + written
        guard isInside(ScenarioFiles.withoutDots(target)) else {
            reportOutside(written, said)
            return nil
        }
        guard let physical = physicalPath(target) else {
            report(.extendsUnreadable, written, FileFailure.missing.reason, said)
            return nil
        }
        guard isInside(physical) else {
            reportOutside(written, said)
            return nil
        }
        guard !chain.contains(physical) else {
            reportCycle(written, said)
            return nil
        }
        do {
            let name = String(physical.dropFirst(folder.count).drop { $0 == "/" })
            return tree(of: try FileBytes.read(physical), named: name, at: physical, chain: chain)
        } catch {
            report(.extendsUnreadable, written, error.reason, said)
            return nil
        }
    }

    private func isInside(_ path: String) -> Bool { path.hasPrefix(folder == "/" ? "/" : folder + "/") }

    /// An absolute path without `.` and `..`, symbolic links left as they are.
    private static func withoutDots(_ path: String) -> String {
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == ".." { steps = steps.dropLast() } else { steps.append(step) }
        }
        return "/" + steps.joined(separator: "/")
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension ScenarioFiles {
    private func reportTooLarge(_ location: SourceLocation) {
        reading.error(
            .fileTooLarge, at: location,
            LocalizedText("Berkas ini lebih besar dari 16 MB.", english: "This file is larger than 16 MB."),
            remedy: LocalizedText("Kurangi isinya.", english: "Make it smaller."))
    }

    private func report(_ rule: RuleID, _ written: String, _ reason: LocalizedText, _ said: SourceLocation) {
        reading.error(
            rule, at: said,
            LocalizedText(
                "`\(written)` tidak dapat dibaca: \(reason.indonesian).",
                english: "`\(written)` cannot be read: \(reason.text(in: .english))."),
            remedy: LocalizedText(
                "Periksa nama berkasnya; nama dihitung dari folder berkas ini.",
                english: "Check the file's name; it is relative to the folder of this file."))
    }

    private func reportOutside(_ written: String, _ said: SourceLocation) {
        reading.error(
            .extendsOutside, at: said,
            LocalizedText(
                "`\(written)` berada di luar folder skenario.",
                english: "`\(written)` lies outside the scenario's folder."),
            remedy: LocalizedText(
                "Pindahkan berkas itu ke folder skenario atau subfoldernya.",
                english: "Move that file into the scenario's folder or one of its subfolders."))
    }

    private func reportCycle(_ written: String, _ said: SourceLocation) {
        reading.error(
            .extendsCycle, at: said,
            LocalizedText(
                "`extends: \(written)` kembali ke berkas yang sudah dilalui.",
                english: "`extends: \(written)` leads back to a file that is already being read."),
            remedy: LocalizedText(
                "Putuskan lingkarannya: salah satu berkas harus berdiri sendiri.",
                english: "Break the circle: one of the files must stand alone."))
    }
}

extension Entry {
    /// The map without a key.
    fileprivate func without(_ key: String) -> Entry {
        Entry(content: .map((members ?? []).filter { $0.key != key }), location: location, serial: serial)
    }
}
