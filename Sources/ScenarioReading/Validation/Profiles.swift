import Portfolio

extension RuleID {
    /// A list of weights of another length than the working periods.
    static let profileLength = RuleID("profile-length")
    /// A list of weights that are all 0.
    static let profileZero = RuleID("profile-zero")
}

extension Validation {
    /// Model §4: an explicit profile has exactly d weights, not all 0.
    func checkProfiles(_ draft: Draft, _ calendar: PlanningCalendar) {
        for program in draft.programs {
            for variant in program.variants {
                let periods = calendar.periods(covering: variant.duration.planned)
                for line in variant.costs {
                    if case .weights(let weights) = line.profile { check(weights, periods, line, variant) }
                }
            }
        }
    }

    private func check(_ weights: [Int], _ periods: Int, _ line: CostLine, _ variant: Variant) {
        let place = location(line.place.key("profile"))
        if weights.allSatisfy({ $0 == 0 }) {
            reading.error(
                .profileZero, at: place,
                LocalizedText("Semua bobot profil bernilai 0.", english: "All weights of the profile are 0."),
                remedy: LocalizedText(
                    "Beri bobot pada salah satu periode.", english: "Give some period a weight."))
        }
        guard weights.count != periods else { return }
        reading.error(
            .profileLength, at: place,
            LocalizedText(
                "Profil memuat \(weights.count) bobot, tetapi varian `\(variant.id)` bekerja \(periods) periode.",
                english:
                    "The profile has \(weights.count) weights, but the variant `\(variant.id)` works \(periods) periods."
            ),
            remedy: LocalizedText(
                "Tulis tepat \(periods) bobot.", english: "Write exactly \(periods) weights."))
    }
}
