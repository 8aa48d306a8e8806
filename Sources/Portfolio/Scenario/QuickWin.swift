/// What makes a chosen program a quick win (model.md §9).
public struct QuickWin: Hashable, Sendable {
    /// Label for the reports.
    public var label: LocalizedText
    /// It finishes by this month, in periods.
    public var finishBy: Month
    /// Its planning duration in months is at most this, before rounding to periods.
    public var maxDuration: Exact

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        label: LocalizedText,
        finishBy: Month,
        maxDuration: Exact
    ) {
        self.label = label
        self.finishBy = finishBy
        self.maxDuration = maxDuration
    }
}
