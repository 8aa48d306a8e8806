import Foundation
import Portfolio
import ScenarioReading
import Testing

private let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "scenarios/rejected")

private let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

@Suite struct RejectedScenariosTests {
    @Test("The folder of rejected scenarios is complete")
    func folderIsComplete() { #expect(names.count >= 80) }

    @Test("A rejected scenario gives exactly the findings that its first lines expect", arguments: names)
    func givesExpectedFindings(name: String) throws {
        let path = folder.appending(path: name).path
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        let expected = text.split(separator: "\n").prefix { $0.hasPrefix("# expect: ") }
            .map { String($0.dropFirst("# expect: ".count)) }
        let read = try ScenarioReader().read(path: path)
        #expect(briefly(read.findings).sorted() == expected.sorted(), "\(name)")
        #expect((read.scenario == nil) == read.findings.contains { $0.severity == .error })
    }

    @Test("The file's name begins with the rule that it breaks", arguments: names)
    func nameTellsTheRule(name: String) throws {
        let read = try ScenarioReader().read(path: folder.appending(path: name).path)
        #expect(read.findings.contains { name.hasPrefix($0.rule.rawValue) })
    }

    @Test("Every finding says what is wrong and what to do in both languages", arguments: names)
    func speaksBothLanguages(name: String) throws {
        for finding in try ScenarioReader().read(path: folder.appending(path: name).path).findings {
            #expect(!finding.message.indonesian.isEmpty && finding.message.english?.isEmpty == false)
            #expect(!finding.remedy.indonesian.isEmpty && finding.remedy.english?.isEmpty == false)
        }
    }
}
