import Portfolio

/// What one reading collects on its way: findings, canonical values, and the names in use.
final class Reading {
    /// Everything found so far, in no order.
    private(set) var findings: Set<Finding> = []
    /// Canonical JSON of scalars that are not plain text, by the serial of their entry.
    private(set) var canonical: [Int: String] = [:]
    /// The ids that may be referred to.
    var names = Names()
    private var lastSerial = 0
    private var suggestionsLeft = 100

    /// Whether some finding is an error.
    var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// A number that no other entry of this reading has.
    func makeSerial() -> Int {
        lastSerial += 1
        return lastSerial
    }

    /// What a mistyped name most likely meant; after a hundred suggestions nil, to save time.
    func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        return nearestName(to: name, among: candidates)
    }

    /// Records how a scalar is written in canonical JSON.
    func keep(_ json: String, for entry: Entry) { canonical[entry.serial] = json }

    /// Adds an error.
    func error(
        _ rule: RuleID, at location: SourceLocation, _ message: LocalizedText, remedy: LocalizedText
    ) {
        findings.insert(Finding(rule: rule, location: location, message: message, remedy: remedy))
    }

    /// Adds a warning.
    func warning(
        _ rule: RuleID, at location: SourceLocation, _ message: LocalizedText, remedy: LocalizedText
    ) {
        findings.insert(
            Finding(rule: rule, severity: .warning, location: location, message: message, remedy: remedy))
    }

    /// The findings by location, then rule, then message.
    var sortedFindings: [Finding] {
        findings.sorted {
            $0.location != $1.location
                ? $0.location < $1.location
                : ($0.rule, $0.message.indonesian) < ($1.rule, $1.message.indonesian)
        }
    }
}
