import Portfolio

/// Checks what only the whole scenario shows: first what makes it invalid, then, where nothing
/// does, what is probably not as meant.
struct Validation {
    let reading: Reading
    let sourceMap: SourceMap

    /// Runs every rule.
    func check(_ draft: Draft) {
        checkEligibleFunds(draft)
        checkStaffOwners(draft)
        checkCorrelations(draft)
        checkSums(draft)
        if let calendar = draft.calendar {
            checkProfiles(draft, calendar)
            checkRequirementCycles(draft, calendar)
            checkRuleYears(draft, calendar)
        }
        guard !reading.hasErrors, let scenario = draft.scenario else { return }
        warnOfImpossibleStarts(scenario)
        warnOfContradictions(scenario)
        warnOfUnreachableCounts(scenario)
        warnOfUnreachableMinima(scenario)
        warnOfEmptyMatches(scenario)
        warnOfMissingWeights(scenario)
    }

    /// Where a value of the scenario, or the nearest one around it, was written.
    func location(_ path: ScenarioPath) -> SourceLocation {
        sourceMap.location(of: path) ?? SourceLocation(file: "", line: 1, column: 1)
    }

    /// The place of a variant's own entry, or of the program's where it has none.
    func location(of key: String, in variant: Variant, of program: Program) -> SourceLocation {
        let own = variant.place.key(key)
        return location(sourceMap.locations[own] == nil ? program.place.key(key) : own)
    }
}
