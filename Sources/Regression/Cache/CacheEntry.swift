import Portfolio
import Reporting

/// An outcome kept under what it follows from; it is believed only where its own digest and its key are right.
public struct CacheEntry: Sendable {
    /// What an outcome follows from: the same key, the same outcome.
    public struct Key: Hashable, Sendable {
        /// Everything that decides, in a fixed order.
        public let parts: [String]

        /// Makes a key.
        ///
        /// - Parameters:
        ///   - scenario: digest of the resolved scenario.
        ///   - engine: what identifies the program and its solver.
        ///   - options: limits and settings of the run.
        public init(scenario: String, engine: String, options: [String]) {
            parts = [scenario, engine] + options
        }

        /// The key as one text.
        public var text: String { parts.map(\.quotedForJSON).joined(separator: "\n") }
    }

    /// Why an entry is not believed.
    public struct Untrusted: Error, Hashable, Sendable {
        /// What is wrong.
        public let reason: LocalizedText
    }

    /// The entry's text.
    ///
    /// - Parameter digest: SHA-256 of a text.
    public static func text(outcome: JSONValue, key: Key, digest: (String) -> String) -> String {
        let value: JSONValue = [
            "schema": 1, "key": .array(key.parts.map(JSONValue.string)),
            "digest": .string(digest(outcome.formatted)), "outcome": outcome,
        ]
        return value.formatted
    }

    /// The outcome of an entry.
    ///
    /// - Throws: ``Untrusted`` where it is damaged, changed, or belongs to another key.
    public static func outcome(
        _ bytes: [UInt8], key: Key, digest: (String) -> String
    ) throws(Untrusted) -> JSONValue {
        guard let value = try? JSONReader.read(bytes), value["schema"] == 1, let outcome = value["outcome"]
        else { throw Untrusted(reason: LocalizedText("rusak", english: "damaged")) }
        guard value["key"]?.elements?.map(\.text) == key.parts.map(Optional.some) else {
            throw Untrusted(reason: LocalizedText("milik masukan lain", english: "of another input"))
        }
        guard value["digest"]?.text == digest(outcome.formatted) else {
            throw Untrusted(
                reason: LocalizedText(
                    "isinya tidak cocok dengan sidiknya", english: "not what its digest says"))
        }
        return outcome
    }
}
