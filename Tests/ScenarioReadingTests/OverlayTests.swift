import Foundation
import Portfolio
import Testing

@testable import ScenarioReading

@Suite struct OverlayTests {
    private func read(_ overlay: String, also files: [String: String] = [:]) throws -> ReadScenario {
        let workspace = try Workspace()
        _ = try workspace.write(fullScenario.utf8, to: "base/city.yaml")
        for (name, text) in files { _ = try workspace.write(text.utf8, to: name) }
        return try withExtendedLifetime(workspace) {
            try ScenarioReader().read(path: try workspace.write(overlay.utf8, to: "overlay.yaml"))
        }
    }

    @Test("Maps merge by key and the rest of the base stays")
    func mapsMerge() throws {
        let read = try read(
            "extends: base/city.yaml\ncalendar: {end: 2026-12}\ndiscount_rate: 0\nfunds: [{id: dau, ceilings: {2026: 0}}, {id: dak-fisik, ceilings: {2026: 0}}]\n"
        )
        let scenario = try #require(read.scenario)
        #expect(scenario.calendar.start.year == 2023)
        #expect(scenario.calendar.periodCount == 48)
        #expect(scenario.discountRate == 0)
        #expect(scenario.programs.count == 5)
    }

    @Test("Lists of things with ids merge by id, and `remove` takes one away")
    func listsMerge() throws {
        let overlay = """
            extends: base/city.yaml
            groups: [{id: exact, remove: true}, {id: one-room, k: 2}]
            owners: [{id: baru, name: Dinas Baru}]
            """
        let scenario = try #require(try read(overlay).scenario)
        #expect(scenario.groups.map(\.id) == ["one-room", "some", "together"])
        #expect(scenario.groups.first?.kind == .atMost(2))
        #expect(scenario.owners.map(\.id) == ["baru", "diskominfo", "dpmptsp"])
    }

    @Test("Lists without ids replace")
    func listsReplace() throws {
        let overlay = """
            extends: base/city.yaml
            programs:
              - {id: call-center, requires: [intranet-b], costs: [{name: baru, kind: capital, amount: 1 juta}]}
            """
        let program = try #require(try read(overlay).scenario?.program("call-center"))
        #expect(program.requires.map(\.program) == ["intranet-b"])
        #expect(program.variants.first?.costs.map(\.name) == ["baru"])
    }

    @Test("A finding names the file that said it")
    func findingsNameFiles() throws {
        let middle = "extends: city.yaml\ndiscount_rate: banyak\n"
        let read = try read(
            "extends: base/middle.yaml\nquick_win: {max_duration: lama}\n", also: ["base/middle.yaml": middle]
        )
        #expect(read.findings.map(\.location.line) == [2, 2])
        #expect(Set(read.findings.map(\.location.file)).contains("base/middle.yaml"))
        #expect(read.findings.contains { $0.location.file.hasSuffix("overlay.yaml") })
    }

    @Test("An overlay without changes has the digest of its base")
    func sameDigest() throws {
        #expect(
            try read("extends: base/city.yaml\n").digest
                == (try ScenarioReadingTests.read(fullScenario).digest))
    }

    @Test("A link that leads out of the folder is refused")
    func linkOutside() throws {
        let workspace = try Workspace()
        let outside = try Workspace()
        _ = try outside.write(fullScenario.utf8, to: "city.yaml")
        try FileManager.default.createSymbolicLink(
            at: workspace.folder.appending(path: "city.yaml"),
            withDestinationURL: outside.folder.appending(path: "city.yaml"))
        let path = try workspace.write("extends: city.yaml\n".utf8)
        #expect(try ScenarioReader().read(path: path).findings.map(\.rule) == [.extendsOutside])
    }
}
