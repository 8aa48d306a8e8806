import Portfolio

/// What became of one program from one plan to the other.
public struct ProgramChange: Sendable {
    /// In which way it changed.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Chosen on the second side alone.
        case added
        /// Chosen on the first side alone.
        case dropped
        /// Starts or finishes at another time.
        case moved
        /// Carried out as another variant.
        case variant
        /// Counts as a quick win on one side alone.
        case quickWin = "quick_win"
        /// Same time and variant, but other spending.
        case cost
        /// Same time, variant and spending, but other funds pay.
        case payers
        /// Same in all that, but worth more or less.
        case value
    }

    /// The program.
    public let id: String
    /// Its name.
    public let name: LocalizedText
    /// How it changed; never empty.
    public let kinds: [Kind]
    /// In the first plan.
    public let before: Report.Program?
    /// In the second plan.
    public let after: Report.Program?
    /// Whether both scenarios know it as a candidate.
    public let isCandidateOnBothSides: Bool

    /// Months by which its start moved; nil where one side has none.
    public var monthsMoved: Int? {
        guard let before, let after else { return nil }
        return after.start.ordinal - before.start.ordinal
    }

    /// Spending, rupiah; 0 where it is not chosen.
    public var cost: Change<Rupiah> { Change(before?.cost.value ?? 0, after?.cost.value ?? 0) }

    /// Value; 0 where it is not chosen.
    public var value: Change<Double> { Change(before?.value.value ?? 0, after?.value.value ?? 0) }

    /// The programs that are not the same in both plans, by kind, then id.
    static func all(from base: ComparisonSide, to other: ComparisonSide) -> [ProgramChange] {
        let chosen = Set((base.plan.programs + other.plan.programs).map(\.candidate.id))
        let changes = chosen.sorted().compactMap { Self(id: $0, from: base, to: other) }
        return Kind.allCases.flatMap { kind in changes.filter { $0.kinds.first == kind } }
    }

    private init?(id: String, from base: ComparisonSide, to other: ComparisonSide) {
        self.id = id
        before = base.program(id)
        after = other.program(id)
        kinds = Self.kinds(before, after)
        guard !kinds.isEmpty else { return nil }
        name = after == nil ? base.report.name(of: id) : other.report.name(of: id)
        isCandidateOnBothSides =
            base.report.candidate(id) != nil && other.report.candidate(id) != nil
    }

    private static func kinds(_ before: Report.Program?, _ after: Report.Program?) -> [Kind] {
        guard let before else { return [.added] }
        guard let after else { return [.dropped] }
        var kinds: [Kind] = []
        if before.start != after.start || before.finish != after.finish { kinds.append(.moved) }
        if before.candidate.variant != after.candidate.variant { kinds.append(.variant) }
        if before.isQuickWin != after.isQuickWin { kinds.append(.quickWin) }
        if kinds.allSatisfy({ $0 == .quickWin }) { kinds += quietKind(before, after).map { [$0] } ?? [] }
        return kinds
    }

    /// What changed where neither time nor variant did.
    private static func quietKind(_ before: Report.Program, _ after: Report.Program) -> Kind? {
        if before.amounts != after.amounts { return .cost }
        if before.payers != after.payers { return .payers }
        return before.value.value != after.value.value ? .value : nil
    }
}

extension Report.Program {
    fileprivate var amounts: [FiscalYear: Rupiah] { spend.mapValues(\.value) }
    fileprivate var payers: [String: [FiscalYear: Rupiah]] { paidBy.mapValues { $0.mapValues(\.value) } }
}
