import Portfolio

/// Checks what only the whole scenario shows: first what makes it invalid, then, where nothing
/// does, what is probably not as meant.
struct Validation {
    let reading: Reading
    let sourceMap: SourceMap

    /// Runs every rule.
    func check(_ draft: Draft) {
    }

    /// Where a value of the scenario was written.
    func location(_ path: ScenarioPath) -> SourceLocation {
        sourceMap.location(of: path) ?? SourceLocation(file: "", line: 1, column: 1)
    }
}
