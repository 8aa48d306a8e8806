import Portfolio

/// The difference of two outcomes, computed once; renderers only lay it out.
///
/// Every figure is on the second side less the first.
public struct OutcomeDifference: Sendable {
    /// First side.
    public let base: ComparisonSide
    /// Second side.
    public let other: ComparisonSide
    /// Fiscal years of either calendar, in order.
    public let years: [FiscalYear]
    /// Portfolio value; nil where the values are not on one scale.
    public let value: Change<Double>?
    /// Total spending, rupiah.
    public let cost: Change<Rupiah>
    /// Sum of all ceilings, rupiah.
    public let ceilings: Change<Rupiah>
    /// Sum of what lapses, rupiah.
    public let lapsed: Change<Rupiah>
    /// Yearly operating costs that go on after the calendar, rupiah.
    public let operatingAfter: Change<Rupiah>
    /// Number of programs, and of quick wins.
    public let count, quickWins: Change<Int64>
    /// Programs that are not the same in both plans, by kind, then id.
    public let programs: [ProgramChange]
    /// Every fund-year of either side, by fund, then year.
    public let fundYears: [FundYearChange]
    /// How the ceilings relate.
    public let trend: BudgetTrend
    /// Programs that move against the budget.
    public let flags: [BudgetFlag]
    /// Dimensions and agencies with a program in either plan, by id.
    public let dimensions, owners: [PartChange]
    /// What changed in the rollout; nil where one side was not simulated.
    public let risk: RiskChange?
    /// What the scenarios state differently, as far as the outcomes tell.
    public let premises: [Premise]

    /// Sets two outcomes side by side.
    ///
    /// - Throws: ``Incomparable`` where they have no dimension or no fund in common.
    public init(from base: ComparisonSide, to other: ComparisonSide) throws(Incomparable) {
        try Self.checkCommonGround(base, other)
        self.base = base
        self.other = other
        let years = Set(base.report.scenario.years).union(other.report.scenario.years).sorted()
        self.years = years
        premises = Premise.all(from: base, to: other)
        let isOnOneScale = !premises.contains { $0.movesValues }
        value = isOnOneScale ? Change(base.plan.value.value, other.plan.value.value) : nil
        cost = Change(base.plan.cost.value, other.plan.cost.value)
        operatingAfter = Change(base.plan.operatingAfter.value, other.plan.operatingAfter.value)
        count = Change(base.plan.count.value, other.plan.count.value)
        quickWins = Change(base.plan.quickWins.value, other.plan.quickWins.value)
        fundYears = FundYearChange.all(from: base, to: other)
        ceilings = fundYears.sum(\.ceiling)
        lapsed = fundYears.sum(\.lapsed)
        trend = BudgetTrend(fundYears)
        programs = ProgramChange.all(from: base, to: other)
        flags = BudgetFlag.all(programs, trend: trend, from: base, to: other)
        dimensions = PartChange.all(from: base, to: other, in: years) { ($0.dimension, $0.dimensionName) }
        owners = PartChange.all(from: base, to: other, in: years) { ($0.owner, $0.ownerName) }
        risk = RiskChange(from: base, to: other, valuesAreComparable: isOnOneScale)
    }

    /// Whether both plans are the same, program by program and rupiah by rupiah.
    public var isEmpty: Bool {
        programs.isEmpty && premises.allSatisfy { $0.subject == .status } && cost.isNone
            && value?.isNone != false
            && fundYears.allSatisfy(\.isNone)
    }

    /// Spending of all funds in a fiscal year, rupiah.
    public func spent(in year: FiscalYear) -> Change<Rupiah> {
        fundYears.filter { $0.year == year }.sum(\.spent)
    }

    /// Spending of the fund-years whose spending and lapse are the same on both sides, rupiah.
    public var unchangedSpent: Change<Rupiah> { unchanged.sum(\.spent) }

    /// Lapse of the same fund-years, rupiah.
    public var unchangedLapsed: Change<Rupiah> { unchanged.sum(\.lapsed) }

    private var unchanged: [FundYearChange] { fundYears.filter { $0.spent.isNone && $0.lapsed.isNone } }

    /// Whether the second side is worth less although no ceiling fell and some rose: then something
    /// else than the ceilings must differ.
    public var losesOnMoreMoney: Bool {
        trend == .grows && (value.map { $0.difference < -1e-6 * max(1, abs($0.before)) } ?? false)
    }

    private static func checkCommonGround(
        _ base: ComparisonSide, _ other: ComparisonSide
    ) throws(Incomparable) {
        func dimensions(_ side: ComparisonSide) -> [String] { side.report.scenario.dimensions.map(\.id) }
        func funds(_ side: ComparisonSide) -> [String] { side.plan.funds.map(\.id) }
        try check("dimensi", "dimensions", dimensions(base), dimensions(other), base, other)
        try check("sumber dana", "funds", funds(base), funds(other), base, other)
    }

    private static func check(
        _ indonesian: String, _ english: String, _ one: [String], _ two: [String],
        _ base: ComparisonSide, _ other: ComparisonSide
    ) throws(Incomparable) {
        guard Set(one).isDisjoint(with: two) else { return }
        let lists = [one, two].map { $0.sorted().joined(separator: ", ") }
        throw Incomparable(
            reason: LocalizedText(
                "\(base.letter) dan \(other.letter) tidak dapat dibandingkan: tidak ada \(indonesian) yang sama (\(lists[0]); \(lists[1]))",
                english:
                    "\(base.letter) and \(other.letter) cannot be compared: they have no \(english) in common (\(lists[0]); \(lists[1]))"
            ))
    }
}

extension [FundYearChange] {
    fileprivate func sum(_ amount: (FundYearChange) -> Change<Rupiah>) -> Change<Rupiah> {
        Change(
            reduce(0) { $0 + amount($1).before }, reduce(0) { $0 + amount($1).after })
    }
}
