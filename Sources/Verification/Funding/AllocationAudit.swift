import Portfolio

/// Holds an allocation against every sentence of model.md §5.
struct AllocationAudit {
    /// The scenario.
    let scenario: Scenario
    /// The plan's recomputed spending.
    let appraisal: Appraisal
    /// Who pays what.
    let allocation: Allocation

    /// What identifies a line of the plan.
    private struct LineKey: Hashable {
        let program: Program.ID
        let line: String
    }

    /// Every broken sentence: payments first, then accounts.
    func violations() -> [Violation] {
        payments() + lines() + AccountAudit(scenario: scenario, allocation: allocation).violations()
    }

    /// Every payment is > 0, for a line of the plan that spends then, by a fund that may pay it.
    private func payments() -> [Violation] {
        let lines = linesByKey()
        return allocation.payments.compactMap { payment in
            guard payment.amount > 0 else { return empty(payment) }
            let line = lines[LineKey(program: payment.program, line: payment.line)]
            guard let line, line.years[payment.year] != nil else { return baseless(payment) }
            return line.eligibleFunds.contains(payment.fund) ? nil : ineligible(payment)
        }
    }

    /// Σ of the payments for a line in a year = its spend.
    private func lines() -> [Violation] {
        var paid: [LineKey: [FiscalYear: Int128]] = [:]
        for payment in allocation.payments {
            let key = LineKey(program: payment.program, line: payment.line)
            paid[key, default: [:]][payment.year, default: 0] += Int128(payment.amount)
        }
        return appraisal.programs.flatMap { program in
            program.lines.flatMap { line in
                let sums = paid[LineKey(program: program.planned.program, line: line.name)] ?? [:]
                return line.years.keys.sorted().compactMap { year in
                    unequal(program.planned.program, line, year, paid: sums[year] ?? 0)
                }
            }
        }
    }

    private func linesByKey() -> [LineKey: Appraisal.LineSpend] {
        var lines: [LineKey: Appraisal.LineSpend] = [:]
        for program in appraisal.programs {
            for line in program.lines {
                lines[LineKey(program: program.planned.program, line: line.name)] = line
            }
        }
        return lines
    }

    private func unequal(
        _ program: Program.ID, _ line: Appraisal.LineSpend, _ year: FiscalYear, paid: Int128
    ) -> Violation? {
        let spend = line.years[year] ?? 0
        guard paid != Int128(spend) else { return nil }
        let sum = Int64(clamping: paid)
        return violation(
            place(of: program, line: line.name), magnitude(paid - Int128(spend)),
            .saying {
                "\(program), \(line.name), \($0.year(year)): dibayar \($0.money(sum)), belanjanya \($0.money(spend))."
            } english: {
                "\(program), \(line.name), \($0.year(year)): \($0.money(sum)) are paid, \($0.money(spend)) are spent."
            })
    }

    private func empty(_ payment: Payment) -> Violation {
        violation(
            place(of: payment.program, line: payment.line), magnitude(Int128(payment.amount)),
            .saying {
                "Pembayaran \($0.money(payment.amount)) untuk \(payment.program), \(payment.line), \($0.year(payment.year)) tidak lebih besar dari nol."
            } english: {
                "The payment of \($0.money(payment.amount)) for \(payment.program), \(payment.line), \($0.year(payment.year)) is not above zero."
            })
    }

    private func baseless(_ payment: Payment) -> Violation {
        violation(
            place(of: payment.program, line: payment.line), payment.amount,
            .saying {
                "\(payment.fund) membayar \($0.money(payment.amount)) untuk \(payment.program), \(payment.line), \($0.year(payment.year)), padahal rencana tidak membelanjakannya."
            } english: {
                "\(payment.fund) pays \($0.money(payment.amount)) for \(payment.program), \(payment.line), \($0.year(payment.year)), which the plan does not spend."
            })
    }

    private func ineligible(_ payment: Payment) -> Violation {
        violation(
            place(of: payment.program, line: payment.line), payment.amount,
            .saying {
                "\(payment.fund) membayar \($0.money(payment.amount)) untuk \(payment.program), \(payment.line), \($0.year(payment.year)), padahal tidak boleh membiayainya."
            } english: {
                "\(payment.fund) pays \($0.money(payment.amount)) for \(payment.program), \(payment.line), \($0.year(payment.year)), which it may not pay for."
            })
    }

    private func violation(
        _ place: ScenarioPath, _ amount: Rupiah, _ message: LocalizedText
    ) -> Violation {
        Violation(rule: .fundCeilings, place: place, excess: .rupiah(amount), message: message)
    }

    private func magnitude(_ amount: Int128) -> Rupiah {
        max(1, Int64(clamping: amount.magnitude))
    }

    /// The line as the scenario states it, else the program.
    private func place(of program: Program.ID, line: String) -> ScenarioPath {
        let chosen = appraisal.programs.first { $0.planned.program == program }?.planned
        let variant = chosen.flatMap { scenario.program(program)?.variant($0.variant) }
        return variant?.costs.first { $0.name == line }?.place
            ?? ScenarioPath().key("programs").id(program.rawValue)
    }
}
