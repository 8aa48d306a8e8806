import Portfolio

/// Takes starts away that no plan can use, before columns are made for them.
///
/// A reduction never takes away a start that some plan keeping all laws uses, so the optimum stays.
struct StartReduction {
    let scenario: Scenario

    /// Candidates of all programs with only the starts that may be used.
    func reduced(_ candidates: [Candidate]) -> [Candidate] {
        var left = candidates.map { candidate in
            candidate.keeping { isStaffed(candidate) && isPayable(candidate, start: $0) }
        }
        while let tighter = withoutEarlyStarts(left) { left = tighter }
        return left
    }

    /// A need above an owner's whole staff can never be met.
    private func isStaffed(_ candidate: Candidate) -> Bool {
        scenario.owners.allSatisfy { owner in
            owner.staff.map { (candidate.variant.staff[owner.id] ?? 0) <= $0 } ?? true
        }
    }

    /// A line that spends more in a year than its funds hold, with all they could carry in, can
    /// never be paid.
    private func isPayable(_ candidate: Candidate, start: Int) -> Bool {
        let spending = SpendTable(calendar: scenario.calendar)
        return candidate.variant.costs.allSatisfy { line in
            let spend = spending.yearlySpend(of: line, start: start, duration: candidate.duration)
            return zip(spend, scenario.calendar.years).allSatisfy { amount, year in
                amount <= line.eligibleFunds.reduce(0) { $0 + available($1, in: year) }
            }
        }
    }

    private func available(_ fund: Fund.ID, in year: FiscalYear) -> Rupiah {
        guard let fund = scenario.fund(fund) else { return 0 }
        let ceiling = fund.ceilings[year] ?? 0
        guard case .carry(let share) = fund.unspent, year > scenario.calendar.start.fiscalYear else {
            return ceiling
        }
        return ceiling + share.floorOfProduct(with: fund.ceilings[FiscalYear(year.year - 1)] ?? 0)
    }

    /// Removes starts before a requirement can be satisfied; nil where there are none.
    private func withoutEarlyStarts(_ candidates: [Candidate]) -> [Candidate]? {
        let ofProgram = Dictionary(grouping: candidates) { scenario.programs[$0.program].id }
        var changed = false
        let tighter = candidates.map { candidate in
            let earliest = scenario.programs[candidate.program].requires.reduce(0) {
                max($0, earliestStart(given: $1, ofProgram))
            }
            let kept = candidate.keeping { $0 >= earliest }
            changed = changed || kept.starts.count < candidate.starts.count
            return kept
        }
        return changed ? tighter : nil
    }

    private func earliestStart(given requirement: Requirement, _ ofProgram: [Program.ID: [Candidate]]) -> Int
    {
        let timing = TimingOffset(timing: requirement.timing, calendar: scenario.calendar)
        let required = (ofProgram[requirement.program] ?? []).compactMap { candidate in
            candidate.starts.first.map {
                (timing.periods(after: candidate, of: scenario.programs[candidate.program]) ?? -$0) + $0
            }
        }
        return required.min() ?? Int.max
    }
}

extension Candidate {
    /// The same candidate with only the starts that satisfy a condition.
    func keeping(_ condition: (Int) -> Bool) -> Candidate {
        Candidate(program: program, variant: variant, duration: duration, starts: starts.filter(condition))
    }
}
