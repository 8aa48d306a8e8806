import Portfolio

extension RuleID {
    /// A minimum that no plan can reach.
    static let minimumOutOfReach = RuleID("minimum-out-of-reach")
}

extension Validation {
    /// Warns of minima above the maximum, or above what all matching programs together can give.
    func warnOfUnreachableMinima(_ scenario: Scenario) {
        for instance in scenario.ruleInstances {
            let rule = instance.rule
            if let low = rule.minShare, let high = rule.maxShare, low > high {
                warn(of: instance, "min_share", "max_share")
            }
            guard let least = rule.min else { continue }
            if let most = rule.max, least > most { warn(of: instance, "min", "max") }
            let reach = scenario.programs.filter(instance.matches).reduce(0.0) {
                $0 + mostPossible(of: rule.measure, by: $1, scenario)
            }
            let tolerance = 1e-9 * max(1, abs(reach))
            if least.doubleValue > reach + tolerance { warn(of: instance, reach) }
        }
    }

    /// An upper bound of what one program can add to a measure.
    private func mostPossible(of measure: Rule.Measure, by program: Program, _ scenario: Scenario) -> Double {
        let variants = program.variants.filter { canStart($0, of: program, scenario.calendar) }
        guard program.mustNot == nil, !variants.isEmpty else { return 0 }
        let years = Double(scenario.calendar.years.count)
        switch measure {
        case .count, .starts: return 1
        case .quickWins: return scenario.quickWin == nil ? 0 : 1
        case .spend:
            return variants.map { amount(of: $0, .capital) + years * amount(of: $0, .operating) }.max() ?? 0
        case .capital: return variants.map { amount(of: $0, .capital) }.max() ?? 0
        case .operating: return variants.map { amount(of: $0, .operating) }.max() ?? 0
        case .benefit(let dimension): return max(0, variants.map { $0.benefits[dimension] ?? 0 }.max() ?? 0)
        }
    }

    private func amount(of variant: Variant, _ kind: CostLine.Kind) -> Double {
        variant.costs.filter { $0.kind == kind }.reduce(0) { $0 + Double($1.amount) }
    }

    private func warn(of instance: RuleInstance, _ low: String, _ high: String) {
        reading.warning(
            .minimumOutOfReach, at: location(instance.rule.place.key(low)),
            LocalizedText("`\(low)` melebihi `\(high)`.", english: "`\(low)` is above `\(high)`."),
            remedy: LocalizedText("Perbaiki salah satunya.", english: "Correct one of them."))
    }

    private func warn(of instance: RuleInstance, _ reach: Double) {
        let most = Int64(exactly: reach).map { "\($0)" } ?? "\(reach)"
        reading.warning(
            .minimumOutOfReach, at: location(instance.rule.place.key("min")),
            LocalizedText(
                "`\(instance.name)` tidak dapat dicapai: semua program yang cocok bersama-sama hanya memberi \(most).",
                english:
                    "`\(instance.name)` cannot be reached: all matching programs together give only \(most)."),
            remedy: LocalizedText(
                "Turunkan `min`, atau perluas `where`.", english: "Lower `min`, or widen `where`."))
    }
}
