import Portfolio

extension RuleID {
    /// A program or variant that can start nowhere.
    static let cannotStart = RuleID("cannot-start")
}

extension Validation {
    /// Warns of programs and variants without a possible start.
    func warnOfImpossibleStarts(_ scenario: Scenario) {
        for program in scenario.programs {
            let stuck = program.variants.filter { !canStart($0, of: program, scenario.calendar) }
            if stuck.count == program.variants.count {
                warnOfStart("program `\(program.id)`", "The program `\(program.id)`", at: program.place)
            } else {
                for variant in stuck {
                    warnOfStart("varian `\(variant.id)`", "The variant `\(variant.id)`", at: variant.place)
                }
            }
        }
    }

    /// Whether a variant has a start within calendar, window, contract and progress (model §1, §3).
    func canStart(_ variant: Variant, of program: Program, _ calendar: PlanningCalendar) -> Bool {
        let periods = calendar.periods(covering: variant.duration.planned)
        guard periods <= calendar.periodCount else { return false }
        let last = program.inProgress == nil ? calendar.periodCount - periods : 0
        return (0...last).contains { start in
            let (from, to) = (calendar.firstMonth(of: start), calendar.lastMonth(of: start + periods - 1))
            return (variant.window.earliest ?? from) <= from && to <= (variant.window.latestFinish ?? to)
                && (variant.window.startMonths?.contains(from.monthOfYear) ?? true)
                && (program.contract == .multiYear || from.year == to.year)
        }
    }

    private func warnOfStart(_ indonesian: String, _ english: String, at place: ScenarioPath) {
        reading.warning(
            .cannotStart, at: location(place),
            LocalizedText(
                "Tidak ada periode di mana \(indonesian) dapat dimulai.",
                english: "\(english) can start in no period."),
            remedy: LocalizedText(
                "Periksa durasi, `window`, `contract` dan `in_progress` terhadap kalender.",
                english: "Check duration, `window`, `contract` and `in_progress` against the calendar."))
    }
}
