/// A program that moves against the budget: it leaves although no ceiling falls and some rise, or it
/// enters although none rises and some fall.
///
/// This is arithmetic and not an error: another set of programs makes better use of the changed
/// ceilings. It holds without reserve only where both plans are proved optimal.
public struct BudgetFlag: Sendable {
    /// The program's change: added or dropped.
    public let change: ProgramChange
    /// Programs that go the other way at the same time, by id.
    public let inExchange: [ProgramChange]
    /// Whether both plans are proved optimal, so that the gap cannot be the reason.
    public let isProved: Bool

    /// The programs that move against the budget, by id; a planner's own exclusion or obligation is none.
    static func all(
        _ changes: [ProgramChange], trend: BudgetTrend, from base: ComparisonSide, to other: ComparisonSide
    ) -> [BudgetFlag] {
        guard trend == .grows || trend == .shrinks else { return [] }
        let against: ProgramChange.Kind = trend == .grows ? .dropped : .added
        let others = changes.filter { change in
            change.kinds.contains { $0 == (trend == .grows ? .added : .dropped) || $0 == .variant }
        }
        let isProved = base.report.status == .optimal && other.report.status == .optimal
        let (with, without) = trend == .grows ? (base, other) : (other, base)
        return changes.filter { change in
            change.kinds == [against] && change.isCandidateOnBothSides
                && with.report.candidate(change.id)?.must == nil
                && without.report.candidate(change.id)?.mustNot == nil
        }.map { BudgetFlag(change: $0, inExchange: others, isProved: isProved) }
    }
}
