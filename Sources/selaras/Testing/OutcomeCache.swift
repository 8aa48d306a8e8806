import Portfolio
import Regression
import Reporting
import ScenarioReading

/// Outcomes kept in a folder under the digest of everything they follow from.
///
/// It may be deleted at any time; an entry that is not what its digest says is not used.
struct OutcomeCache: Sendable {
    private let folder: String
    private let engine: String

    /// Opens a folder; nil with a remark where it cannot be used.
    init?(_ folder: String, solver: String) {
        guard (try? OutputFile.createFolder(folder)) != nil else { return nil }
        guard let program = try? InputFile.bytes("/proc/self/exe") else {
            Console.remark("remark: no cache is used: the program cannot read itself")
            return nil
        }
        self.folder = folder
        engine = "selaras \(ProductVersion.current) \(SHA256.hexadecimal(of: program)) \(solver)"
    }

    /// What an outcome follows from.
    func key(scenario digest: String, options: [String]) -> CacheEntry.Key {
        CacheEntry.Key(scenario: digest, engine: engine, options: options)
    }

    /// The outcome of a key; nil where there is none, with a remark where there is one that cannot be trusted.
    func outcome(of key: CacheEntry.Key, in language: Language) -> (JSONValue?, remark: String?) {
        let path = file(of: key)
        let reason: String
        do {
            let bytes = try InputFile.bytes(path)
            return (try CacheEntry.outcome(bytes, key: key, digest: Self.digest), nil)
        } catch let refusal as InputFile.Refusal {
            if refusal.isAbsent { return (nil, nil) }
            reason = Console.reason(refusal.code)
        } catch let untrusted as CacheEntry.Untrusted {
            reason = untrusted.reason.text(in: language)
        } catch { reason = "\(error)" }
        return (nil, "remark: the cache entry \(path) is not used: \(reason)")
    }

    /// Keeps an outcome; where that fails, the next run computes it again.
    func keep(_ outcome: JSONValue, under key: CacheEntry.Key) {
        let text = CacheEntry.text(outcome: outcome, key: key, digest: Self.digest)
        try? OutputFile.write(text, to: file(of: key))
    }

    private func file(of key: CacheEntry.Key) -> String { "\(folder)/\(Self.digest(key.text)).json" }

    private static func digest(_ text: String) -> String { SHA256.hexadecimal(of: text.utf8) }
}
