import Foundation
import Testing

struct SchemaTests {
    private static let isInstalled = Peer.has("jsonschema, yaml")

    /// Rules that say more than the form of one file: a schema cannot state them.
    private static let beyondSchema: Set<String> = [
        "alias", "calendar-length", "calendar-order", "calendar-step", "cannot-start", "correlation-overlap",
        "count-exceeds-list", "distribution-parameters", "duplicate-id", "duplicate-key", "duplicate-line",
        "extends-cycle", "extends-outside", "extends-unreadable", "fractional-rupiah", "help-sum",
        "matches-nothing", "minimum-out-of-reach", "missing-ceiling", "money-too-large",
        "must-and-must-not", "no-eligible-fund", "no-weight", "not-yet-supported", "owner-without-staff",
        "profile-length", "profile-zero", "remove-unknown", "requirement-cycle", "sum-overflow",
        "too-many-decimals", "unknown-id", "year-outside-calendar",
    ]

    /// Files whose mistake only shows in the resolved scenario, or is lost on a reader that types
    /// scalars the way YAML 1.1 does.
    private static let exceptions: Set<String> = [
        "empty-list-overlay", "missing-key-overlay", "invalid-choice-flag", "invalid-money-underscore",
        "invalid-number-infinity", "invalid-number-nan",
    ]

    @Test(
        "The printed schema accepts every worked scenario and refuses every rejected one whose mistake is one of form",
        .enabled(if: isInstalled, "jsonschema is not installed under .build/peers"))
    func agreesWithReader() throws {
        try Binary.inNewFolder { (selaras) throws in
            let schema = try selaras.run("schema")
            #expect(schema.code == 0)
            try selaras.write(schema.output, to: "schema.json")
            let path = selaras.folder.appendingPathComponent("schema.json").path
            let worked =
                try Self.files(in: "pangkalpinang") + Self.files(in: "examples")
                + Self.files(in: "rejected/base")
            #expect(worked.count >= 7)
            #expect(try Peer.run("validate.py", [path] + worked).isEmpty)
            let rejected = try Self.files(in: "rejected")
            let refused = Set(try Peer.run("validate.py", [path] + rejected))
            for file in rejected where try Self.isOfForm(file) {
                #expect(refused.contains(file), "the schema accepts \(file)")
            }
            #expect(refused.count >= 70)
        }
    }

    /// Whether a rejected file breaks a rule that a schema can state.
    private static func isOfForm(_ path: String) throws -> Bool {
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        guard !exceptions.contains(name) else { return false }
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        let rules = text.split(separator: "\n").filter { $0.hasPrefix("# expect: ") }.compactMap {
            $0.split(separator: " ").dropFirst(3).first.map(String.init)
        }
        return !rules.allSatisfy(beyondSchema.contains)
    }

    private static func files(in folder: String) throws -> [String] {
        let url = Binary.root.appendingPathComponent("scenarios/\(folder)")
        return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }.map(\.path).sorted()
    }
}
