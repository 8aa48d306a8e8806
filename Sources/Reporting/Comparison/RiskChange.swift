import Portfolio
import Probability

/// What changed in the simulated rollout, second less first, every difference with its 95 % interval.
public struct RiskChange: Sendable {
    /// How the intervals were made.
    public enum Pairing: Sendable, Hashable {
        /// Trial by trial under the same luck (common random numbers), over so many trials.
        case paired(trials: Int)
        /// Of two simulations as if they knew nothing of each other, which makes them wider than need
        /// be where the luck was the same; and why.
        case unpaired(why: LocalizedText)
    }

    /// How the intervals of the means were made.
    public let pairing: Pairing
    /// The figures, in a fixed order.
    public let figures: [RiskFigureChange]
    /// Quick wins of either plan with their probabilities to be on time, by id.
    public let quickWins: [QuickWinChange]
    /// Shares of the paired trials in which the second, and the first, is worth more.
    public let secondIsBetter, firstIsBetter: Estimate?

    init?(from base: ComparisonSide, to other: ComparisonSide, valuesAreComparable: Bool) {
        guard let before = base.report.risk, let after = other.report.risk else { return nil }
        let pairs = PairedTrials.match(base, other)
        let isSameCount = before.trials.value == after.trials.value
        switch pairs {
        case .success(let pairs): pairing = .paired(trials: pairs.count)
        case .failure(let reason): pairing = .unpaired(why: reason.reason)
        }
        figures = RiskFigureChange.Figure.allCases.compactMap { figure in
            guard valuesAreComparable || figure != .value else { return nil }
            return RiskFigureChange(figure, before.portfolio, after.portfolio) { one, two in
                (try? pairs.get())?.difference(
                    of: figure, from: one, to: two, trials: isSameCount ? Int(before.trials.value) : nil)
            }
        }
        quickWins = QuickWinChange.all(from: base, to: other, before, after)
        let shares = valuesAreComparable ? (try? pairs.get())?.betterShares : nil
        (secondIsBetter, firstIsBetter) = (shares?.second, shares?.first)
    }
}

/// The change of one simulated figure.
public struct RiskFigureChange: Sendable {
    /// Which figure.
    public enum Figure: String, Sendable, Hashable, CaseIterable {
        /// Mean value, points.
        case value
        /// Mean cost, rupiah.
        case cost
        /// Cost that is not exceeded with 80 % confidence, rupiah.
        case costP80 = "cost_p80"
        /// Mean last finish, months.
        case finish
        /// Last finish that is not exceeded with 80 % confidence, months.
        case finishP80 = "finish_p80"
        /// Mean number of quick wins on time.
        case quickWins = "quick_wins"
        /// Probability that all quick wins are on time.
        case allQuickWins = "p_all_quick_wins"
        /// Mean of what lapses, rupiah.
        case lapsed

        /// Whether it counts rupiah.
        public var isMoney: Bool { [.cost, .costP80, .lapsed].contains(self) }
    }

    /// Which figure.
    public let figure: Figure
    /// On either side.
    public let before, after: Estimate
    /// Second less first.
    public let difference: Estimate
    /// Whether the interval of the difference is that of pairs.
    public let isPaired: Bool

    /// Whether the interval leaves open which side has more.
    public var isOpen: Bool { difference.low <= 0 && difference.high >= 0 }

    init?(
        _ figure: Figure, _ before: Report.PortfolioRisk, _ after: Report.PortfolioRisk,
        pairing: (Estimate, Estimate) -> Estimate?
    ) {
        guard let one = figure.estimate(in: before), let two = figure.estimate(in: after) else { return nil }
        self.figure = figure
        (self.before, self.after) = (one, two)
        let paired = pairing(one, two)
        difference = paired ?? two.less(one)
        isPaired = paired != nil
    }
}

/// The change of one quick win's probability to be on time; nil where it is none on that side.
public struct QuickWinChange: Sendable {
    /// The program.
    public let id: String
    /// Its name.
    public let name: LocalizedText
    /// On either side.
    public let before, after: Estimate?
    /// Second less first, of two independent simulations; nil where one side has none.
    public let difference: Estimate?

    static func all(
        from base: ComparisonSide, to other: ComparisonSide, _ before: Report.Risk, _ after: Report.Risk
    ) -> [QuickWinChange] {
        let (one, two) = (before.quickWinChances, after.quickWinChances)
        return Set(one.keys).union(two.keys).sorted().map { id in
            QuickWinChange(
                id: id, name: (two[id] == nil ? base : other).report.name(of: id), before: one[id],
                after: two[id], difference: one[id].flatMap { before in two[id].map { $0.less(before) } })
        }
    }
}

extension RiskFigureChange.Figure {
    fileprivate func estimate(in risk: Report.PortfolioRisk) -> Estimate? {
        let figure =
            switch self {
            case .value: risk.value?.mean
            case .cost: risk.cost?.mean
            case .costP80: risk.cost?.p80
            case .finish: risk.finish?.mean
            case .finishP80: risk.finish?.p80
            case .quickWins: risk.quickWins
            case .allQuickWins: risk.allQuickWins
            case .lapsed: risk.lapsed?.mean
            }
        return figure.map(Estimate.init)
    }
}

extension Report.Risk {
    fileprivate var quickWinChances: [String: Estimate] {
        let chances = programs.compactMap { program in
            program.quickWin.map { (program.id, Estimate($0)) }
        }
        return Dictionary(chances) { first, _ in first }
    }
}

extension Estimate {
    fileprivate init(_ estimate: Report.Estimate) {
        self.init(
            estimate: estimate.estimate.value, low: estimate.low.value, high: estimate.high.value)
    }

    /// The difference of two independent estimates: the square-and-add limits of Zou and Donner
    /// (Statistics in Medicine 27, 2008), which for shares are Newcombe's.
    func less(_ other: Estimate) -> Estimate {
        let difference = estimate - other.estimate
        let down = hypotenuse(estimate - low, other.high - other.estimate)
        let up = hypotenuse(high - estimate, other.estimate - other.low)
        return Estimate(estimate: difference, low: difference - down, high: difference + up)
    }

    private func hypotenuse(_ one: Double, _ two: Double) -> Double {
        (one * one + two * two).squareRoot()
    }
}
