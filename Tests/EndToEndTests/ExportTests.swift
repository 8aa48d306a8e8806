import Foundation
import Reporting
import Testing

/// HiGHS as a second opinion on exported models.
private enum HiGHS {
    static let isInstalled = Peer.has("highspy")

    static func optimum(of model: URL) throws -> Double? {
        Double(try Peer.run("solve_export.py", [model.path]).last ?? "")
    }
}

struct ExportTests {
    static let scenarios = [
        "examples/intranet-first", "examples/two-funds", "examples/carry-over", "examples/variants",
        "examples/lexicographic-goals", "pangkalpinang/quick-win-1", "pangkalpinang/quick-win-1-quarterly",
    ]

    @Test(
        "Another solver reaches the same optimum from the exported model",
        .enabled(if: HiGHS.isInstalled, "HiGHS is not installed under .build/peers"),
        arguments: scenarios)
    func sameOptimum(_ scenario: String) throws {
        try Binary.inNewFolder { (selaras) throws in
            let path = Binary.root.appendingPathComponent("scenarios/\(scenario).yaml").path
            let plan = try selaras.run("plan", path, "--json")
            let outcome = try JSONReader.read(Array(plan.output.utf8))
            let goal = try #require(outcome["objective"]?.elements?.first)
            let value = try #require(goal["value"]?.double)
            let sign: Double = goal["goal"]?.text?.hasPrefix("maximise") == true ? -1 : 1
            for format in ["mps", "lp"] {
                let export = try selaras.run("export", path, "--format", format, "--out", "model.\(format)")
                #expect(export.code == 0)
                let model = selaras.folder.appendingPathComponent("model.\(format)")
                let optimum = try #require(try HiGHS.optimum(of: model))
                #expect(abs(optimum - sign * value) <= 1e-6 * max(1, abs(value)))
            }
        }
    }
}

extension JSONValue {
    fileprivate var double: Double? {
        switch self {
        case .integer(let whole): Double(whole)
        case .number(let value): value
        default: nil
        }
    }
}
