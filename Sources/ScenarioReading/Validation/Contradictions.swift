import Portfolio

extension RuleID {
    /// A program that must be chosen and must not.
    static let mustAndMustNot = RuleID("must-and-must-not")
}

extension Validation {
    /// Warns of programs that are forced both ways.
    func warnOfContradictions(_ scenario: Scenario) {
        for program in scenario.programs {
            guard let refused = program.mustNot, program.must != nil || program.inProgress != nil else {
                continue
            }
            let forced = program.must != nil ? "must" : "in_progress"
            reading.warning(
                .mustAndMustNot, at: location(refused.place),
                LocalizedText(
                    "`\(program.id)` memuat `\(forced)` dan `must_not`: tidak ada rencana yang layak.",
                    english: "`\(program.id)` has both `\(forced)` and `must_not`: no plan is feasible."),
                remedy: LocalizedText("Hapus salah satunya.", english: "Remove one of them."))
        }
    }

    /// Warns where no dimension has a weight.
    func warnOfMissingWeights(_ scenario: Scenario) {
        guard scenario.dimensions.allSatisfy({ $0.weight == 0 }) else { return }
        reading.warning(
            .noWeight, at: location(ScenarioPath().key("dimensions")),
            LocalizedText(
                "Semua bobot dimensi bernilai 0, sehingga setiap rencana bernilai 0.",
                english: "All weights of the dimensions are 0, so every plan has the value 0."),
            remedy: LocalizedText("Beri bobot pada dimensi.", english: "Give the dimensions weights."))
    }
}

extension RuleID {
    /// No dimension with a weight.
    static let noWeight = RuleID("no-weight")
}
