import Portfolio

extension Report {
    /// What the simulation says about the plan.
    public struct Risk: Sendable {
        /// Trials done, and those on which the risks' effects rest.
        public let trials, pairedTrials: Figure<Int64>
        /// Seed of all draws, as text: it may not fit a signed number.
        public let seed: String
        /// free or budget.
        public let policy: String
        /// Whether all trials that were asked for were done.
        public let isComplete: Bool
        /// The precision that was asked for, as a share, and whether it was reached; nil where none was.
        public let precision: (asked: Figure<Double>, isReached: Bool)?
        /// Chosen programs, sorted by id.
        public let programs: [ProgramRisk]
        /// The portfolio.
        public let portfolio: PortfolioRisk
        /// Fund by fund and year by year.
        public let years: [FundYearRisk]
        /// Spending over time by quarter; empty where the outcome does not hold it.
        public let quarters: [Quarter]
        /// Effects of the risks, the most harmful to the value first.
        public let effects: [Effect]

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            trials = try part.part("trials").whole()
            pairedTrials = try part.part("paired_trials").whole()
            let seedPart = try part.part("seed")
            if let text = seedPart.value.text {
                seed = text
            } else {
                seed = "\(try seedPart.whole().value)"
            }
            policy = try part.part("policy").text()
            isComplete = try part.part("complete").flag()
            precision = try part["precision"].map { item throws(UnusableOutcome) in
                (try item.part("asked").number(), try item.part("reached").flag())
            }
            programs = try part.list("programs").map(ProgramRisk.init)
            let portfolio = try part.part("portfolio")
            self.portfolio = try PortfolioRisk(portfolio)
            years = try portfolio.list("years").map(FundYearRisk.init)
            quarters = try portfolio.optionalList("quarters").map(Quarter.init)
            effects = try part.list("drivers").map(Effect.init)
        }
    }

    /// A figure with its 95 % interval.
    public struct Estimate: Sendable {
        /// The sample's own figure and the ends of the interval.
        public let estimate, low, high: Figure<Double>

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            estimate = try part.part("estimate").number()
            low = try part.part("low").number()
            high = try part.part("high").number()
        }
    }

    /// The distribution of a figure over the trials.
    public struct Spread: Sendable {
        /// Mean and quantiles.
        public let mean, p10, p50, p80, p90, p95: Estimate

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            mean = try Estimate(part.part("mean"))
            p10 = try Estimate(part.part("p10"))
            p50 = try Estimate(part.part("p50"))
            p80 = try Estimate(part.part("p80"))
            p90 = try Estimate(part.part("p90"))
            p95 = try Estimate(part.part("p95"))
        }
    }

    /// What the trials say about one program.
    public struct ProgramRisk: Sendable {
        /// The program.
        public let id: String
        /// Planned finish, months from the calendar's beginning.
        public let plannedFinish: Figure<Double>
        /// Probabilities; `quickWin` is nil for programs that are no quick wins in the plan.
        public let onTime, quickWin, cancelled, criticality: Estimate?
        /// Finish in months and cost in rupiah.
        public let finish, cost: Spread?
        /// Value lost to luck, points.
        public let benefitLost: Estimate?

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            id = try part.part("id").text()
            plannedFinish = try part.part("planned_finish").number()
            onTime = try part["p_planned"].map(Estimate.init)
            quickWin = try part["p_quick_win"].map(Estimate.init)
            cancelled = try part["p_cancelled"].map(Estimate.init)
            criticality = try part["criticality"].map(Estimate.init)
            finish = try part["finish"].map(Spread.init)
            cost = try part["cost"].map(Spread.init)
            benefitLost = try part["benefit_lost"].map(Estimate.init)
        }
    }

    /// What the trials say about the portfolio.
    public struct PortfolioRisk: Sendable {
        /// Last planned finish in months; value of the plan by periods, and in continuous time without risk.
        public let plannedFinish, plannedValue, certainValue: Figure<Double>
        /// Last finish in months, cost and lapse in rupiah, value in points.
        public let finish, cost, value, lapsed: Spread?
        /// Quick wins of the plan.
        public let plannedQuickWins: Figure<Int64>
        /// Mean of the quick wins on time, and the probability that all are.
        public let quickWins, allQuickWins: Estimate?
        /// Share of the trials by number of quick wins on time.
        public let quickWinShares: [(count: Int, share: Figure<Double>)]
        /// Curves of cost, last finish and value; empty where the outcome does not hold them.
        public let costCurve, finishCurve, valueCurve: [CurvePoint]

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            plannedFinish = try part.part("planned_finish").number()
            plannedValue = try part.part("planned_value").number()
            certainValue = try part.part("certain_value").number()
            finish = try part["finish"].map(Spread.init)
            cost = try part["cost"].map(Spread.init)
            value = try part["value"].map(Spread.init)
            lapsed = try part["lapsed"].map(Spread.init)
            let wins = try part.part("quick_wins")
            plannedQuickWins = try wins.part("planned").whole()
            quickWins = try wins["mean"].map(Estimate.init)
            allQuickWins = try part["p_all_quick_wins"].map(Estimate.init)
            var shares: [(count: Int, share: Figure<Double>)] = []
            for (name, share) in try wins.part("distribution").members() {
                guard let count = Int(name) else { throw share.wrong("sebuah jumlah", "a count") }
                shares.append((count, try share.number()))
            }
            quickWinShares = shares.sorted { $0.count < $1.count }
            let curves = part["curves"]
            costCurve = try curves?.optionalList("cost").map(CurvePoint.init) ?? []
            finishCurve = try curves?.optionalList("finish").map(CurvePoint.init) ?? []
            valueCurve = try curves?.optionalList("value").map(CurvePoint.init) ?? []
        }
    }

    /// A point of a cumulative distribution.
    public struct CurvePoint: Sendable {
        /// Probability, and the value that is not exceeded with it.
        public let probability, at: Figure<Double>

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            probability = try part.part("p").number()
            at = try part.part("at").number()
        }
    }

    /// The effect of one risk on one figure.
    public struct Effect: Sendable {
        /// The risk's id, its kind (driver, event, route, shock), and what is affected.
        public let id, kind, on: String
        /// Mean change of the figure when this risk alone is taken out.
        public let byExclusion: Estimate?
        /// Spearman's correlation of the risk's strength with the figure.
        public let rankCorrelation: Estimate?

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            id = try part.part("id").text()
            kind = try part.part("kind").text()
            on = try part.part("on").text()
            byExclusion = try part["by_exclusion"].map(Estimate.init)
            rankCorrelation = try part["rank_correlation"].map(Estimate.init)
        }
    }
}
