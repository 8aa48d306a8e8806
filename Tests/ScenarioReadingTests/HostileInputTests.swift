import Foundation
import Portfolio
import TestSupport
import Testing

@testable import ScenarioReading

@Suite struct HostileInputTests {
    @Test("An empty file is a finding")
    func empty() throws { #expect(briefly(try read("").findings) == ["1 empty-file"]) }

    @Test("A file of white space is a finding")
    func whiteSpace() throws { #expect(briefly(try read("\n  \n").findings) == ["1 empty-file"]) }

    @Test("A megabyte of garbage is a finding")
    func garbage() throws {
        var generator = SplitMix64(seed: 7)
        let bytes = (0..<1_000_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        #expect(briefly(try read(bytes: bytes).findings) == ["1 not-utf8"])
        let printable = bytes.map { 32 + $0 % 95 }
        #expect(try read(bytes: printable).findings.count >= 1)
        let letters = bytes.prefix(100_000).map { 97 + $0 % 26 }
        #expect(try briefly(read(bytes: letters).findings) == ["1 wrong-type"])
    }

    @Test(
        "Nesting a hundred thousand levels deep is a finding",
        arguments: ["[", "{", "- ", "? ", "{a: ", "[a, "])
    func deepNesting(opening: String) throws {
        let read = try read(String(repeating: opening, count: 100_000))
        #expect(read.findings.map(\.rule) == [.yamlSyntax])
    }

    @Test("Nesting as deep as the parser allows is read without a crash")
    func nestingAtTheLimit() throws {
        let text = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        #expect(try read(text).findings.map(\.rule) == [.wrongType])
    }

    @Test(
        "Alias bombs are refused before they grow",
        arguments: ["- *a%", "- {? *a% : 1}", "- [*a%, *a%, *a%]", "- {*a% : *a%}"])
    func aliasBomb(pattern: String) throws {
        var lines = ["- &a0 [x, x, x]"]
        for level in 1...40 {
            let entry = pattern.replacing("%", with: "\(level - 1)").dropFirst(2)
            lines.append("- &a\(level) \(entry.hasPrefix("*") ? "[\(entry), \(entry)]" : String(entry))")
        }
        let read = try read(lines.joined(separator: "\n"))
        #expect(read.findings.map(\.rule) == [.alias])
    }

    @Test("An ampersand and an asterisk in text are no aliases")
    func signsInText() throws {
        let text = fullScenario.replacing(
            "notes: catatan", with: "notes: penelitian & pengembangan * tahap 1 *penting*")
        #expect(try read(text).scenario != nil)
    }

    @Test("A byte order mark and Windows line ends change nothing")
    func byteOrderMark() throws {
        let windows = fullScenario.replacing("\n", with: "\r\n")
        let read = try read(bytes: [0xEF, 0xBB, 0xBF] + Array(windows.utf8))
        #expect(read.scenario == (try ScenarioReadingTests.read(fullScenario).scenario))
    }

    @Test("UTF-16 is a finding")
    func utf16() throws {
        let units = [0xFFFE] + Array(fullScenario.utf16)
        let bytes = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try read(bytes: bytes).findings.map(\.rule) == [.notUTF8])
    }

    @Test("A null character is a finding")
    func nullCharacter() throws {
        #expect(briefly(try read("selaras: 1\nname: a\u{0}b\n").findings) == ["2 yaml-syntax"])
    }

    @Test("A file above 16 MB is a finding")
    func tooLarge() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: FileBytes.limit + 1)
        #expect(try read(bytes: bytes).findings.map(\.rule) == [.fileTooLarge])
    }

    @Test("More than a million values are a finding")
    func tooManyValues() throws {
        let text = "[" + String(repeating: "a,", count: 1_000_001) + "]"
        #expect(try read(text).findings.map(\.rule) == [.tooManyValues])
    }

    @Test("A missing file, a directory and an unreadable file cannot be read")
    func unreadable() throws {
        let workspace = try Workspace()
        #expect(throws: UnreadableFile.self) {
            try ScenarioReader().read(path: workspace.folder.path + "/none.yaml")
        }
        #expect(throws: UnreadableFile.self) { try ScenarioReader().read(path: workspace.folder.path) }
        let file = try workspace.write("selaras: 1".utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
        guard !FileManager.default.isReadableFile(atPath: file) else { return }
        #expect(throws: UnreadableFile.self) { try ScenarioReader().read(path: file) }
    }
}
