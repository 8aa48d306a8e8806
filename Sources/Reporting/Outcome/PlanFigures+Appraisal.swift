import Portfolio
import Verification

extension PlanFigures {
    /// Lays out the verifier's figures and the allocation of the money.
    init(scenario: Scenario, appraisal: Appraisal, allocation: Allocation?) {
        let payments = Dictionary(grouping: allocation?.payments ?? [], by: \.program)
        value = appraisal.value
        cost = appraisal.cost
        quickWins = appraisal.quickWins
        years = scenario.calendar.years
        programs = appraisal.programs.compactMap { figures in
            scenario.program(figures.planned.program).flatMap { program in
                ProgramRow(program, figures, payments: payments[program.id] ?? [], scenario: scenario)
            }
        }
        spend = Dictionary(uniqueKeysWithValues: years.map { ($0, 0) })
        for row in programs { spend.merge(row.spend, uniquingKeysWith: +) }
        synergies = appraisal.synergies
        operatingAfter = appraisal.operatingAfter
        let fundYears = Dictionary(grouping: allocation?.fundYears ?? [], by: \.fund)
        funds = scenario.funds.map { fund in
            FundRow(
                id: fund.id, name: fund.name, years: (fundYears[fund.id] ?? []).sorted { $0.year < $1.year })
        }
        let instances = Dictionary(scenario.ruleInstances.map { ($0.name, $0.rule) }) { first, _ in first }
        rules = appraisal.rules.compactMap { figures in
            instances[figures.name].map { rule in
                RuleRow(
                    name: figures.name, span: figures.span, kind: rule.measure, measure: figures.measure,
                    whole: figures.whole, rule: rule)
            }
        }
        forced = ForcedDecision.all(of: scenario)
        totals = PlanTotals(
            of: programs, funds: funds, points: appraisal.benefits, scenario: scenario)
    }
}

extension ProgramRow {
    fileprivate init?(
        _ program: Program, _ figures: Appraisal.ProgramFigures, payments: [Payment], scenario: Scenario
    ) {
        guard let chosen = program.variant(figures.planned.variant) else { return nil }
        facts = ProgramFacts(program, variant: chosen, scenario: scenario)
        id = program.id
        name = program.name
        owner =
            scenario.owners.first { $0.id == program.owner }?.name ?? LocalizedText(program.owner.rawValue)
        dimension =
            scenario.dimensions.first { $0.id == program.dimension }?.name
            ?? LocalizedText(program.dimension.rawValue)
        variant = figures.planned.variant
        start = scenario.calendar.firstMonth(of: figures.planned.start)
        finish = scenario.calendar.lastMonth(of: figures.finish - 1)
        value = figures.value
        isQuickWin = figures.isQuickWin
        spend = figures.lines.reduce(into: [:]) { $0.merge($1.years, uniquingKeysWith: +) }
        cost = spend.values.reduce(0, +)
        paidBy = payments.paidBy
        lines = figures.lines.map { line in
            Line(name: line.name, paidBy: payments.filter { $0.line == line.name }.paidBy)
        }
    }
}

extension [Payment] {
    /// The payments added up by fund and year.
    fileprivate var paidBy: PaidBy {
        filter { $0.amount > 0 }.reduce(into: [:]) { sums, payment in
            sums[payment.fund, default: [:]][payment.year, default: 0] += payment.amount
        }
    }
}
