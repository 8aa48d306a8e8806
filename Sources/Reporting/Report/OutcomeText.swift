import Portfolio

/// A text that is an outcome and no scenario: JSON with a `schema`, which no scenario has.
public struct OutcomeText: Sendable {
    private let value: JSONValue
    private static let newest: Int64 = 1

    /// Takes a text; nil where it is no outcome of any version.
    public init?(_ bytes: [UInt8]) {
        guard let value = try? JSONReader.read(bytes), value["schema"] != nil else { return nil }
        self.value = value
    }

    /// The report.
    ///
    /// - Throws: ``UnusableOutcome``, also where a newer version of Selaras wrote the outcome.
    public func report() throws(UnusableOutcome) -> Report {
        if let schema = value["schema"]?.whole, schema > Self.newest {
            throw UnusableOutcome(
                path: "schema",
                expected: LocalizedText(
                    "paling tinggi \(Self.newest), bukan \(schema): ditulis oleh Selaras yang lebih baru",
                    english: "at most \(Self.newest), not \(schema): a newer Selaras wrote it"))
        }
        return try Report(outcome: value)
    }
}
