import Portfolio

extension RuleID {
    /// Months of the calendar that do not follow each other.
    static let calendarOrder = RuleID("calendar-order")
    /// A calendar that does not begin and end with a period of its step.
    static let calendarStep = RuleID("calendar-step")
    /// A calendar of more than 100 years.
    static let calendarLength = RuleID("calendar-length")
}

extension Place {
    /// Reads `calendar: {start, end, step, benefits_until}`.
    func calendar() -> PlanningCalendar? {
        guard let fields = Fields(self, known: ["start", "end", "step", "benefits_until"]) else { return nil }
        let start = fields.required("start")
        let end = fields.required("end")
        let step: PlanningCalendar.Step? = fields["step"].map { $0.choice() } ?? .month
        let first = start?.month()
        let last = end?.month()
        let horizon: Month?? = fields["benefits_until"].map { $0.month() }
        guard let start, let end, let step, let first, let last, horizon.map({ $0 != nil }) ?? true else {
            return nil
        }
        let until = (fields["benefits_until"] ?? end, (horizon ?? nil) ?? last)
        let months = [(start, first), (end, last), until]
        guard areInOrder(months), areShort(months), fitStep(months, step) else { return nil }
        return PlanningCalendar(start: first, end: last, step: step, benefitsUntil: until.1)
    }

    private func areInOrder(_ months: [(place: Place, month: Month)]) -> Bool {
        guard let wrong = zip(months, months.dropFirst()).first(where: { $0.month > $1.month })?.1 else {
            return true
        }
        wrong.place.error(
            .calendarOrder,
            LocalizedText(
                "\(wrong.month) lebih awal daripada bulan sebelumnya di kalender.",
                english: "\(wrong.month) is earlier than the month that it must follow."),
            remedy: LocalizedText(
                "Urutannya: start ≤ end ≤ benefits_until.",
                english: "The order is start ≤ end ≤ benefits_until."))
        return false
    }

    private func areShort(_ months: [(place: Place, month: Month)]) -> Bool {
        let limit = 1_200
        guard
            let wrong = zip(months, months.dropFirst()).first(where: {
                $1.month.ordinal - $0.month.ordinal >= limit
            })?.1
        else { return true }
        wrong.place.error(
            .calendarLength,
            LocalizedText(
                "Kalender lebih panjang dari 100 tahun.", english: "The calendar is longer than 100 years."),
            remedy: LocalizedText("Pendekkan kalendernya.", english: "Make the calendar shorter."))
        return false
    }

    private func fitStep(_ months: [(place: Place, month: Month)], _ step: PlanningCalendar.Step) -> Bool {
        let wrong = months.enumerated().filter { position, item in
            (item.month.ordinal + (position == 0 ? 0 : 1)) % step.months != 0
        }
        for (position, item) in wrong {
            let task = position == 0 ? ("mengawali", "begin") : ("mengakhiri", "end")
            item.place.error(
                .calendarStep,
                LocalizedText(
                    "\(item.month) tidak \(task.0) satu periode dengan langkah `\(step.rawValue)`.",
                    english: "\(item.month) does not \(task.1) a period of the step `\(step.rawValue)`."),
                remedy: LocalizedText(
                    "Triwulan mulai Januari, April, Juli, Oktober; tahun mulai Januari.",
                    english: "Quarters begin in January, April, July, October; years in January."))
        }
        return wrong.isEmpty
    }

    /// Reads `quick_win: {label, finish_by, max_duration}`.
    func quickWin() -> QuickWin? {
        guard let fields = Fields(self, known: ["label", "finish_by", "max_duration"]) else { return nil }
        let label = fields.required("label")?.name()
        let finishBy = fields.required("finish_by")?.month()
        let maxDuration = fields.required("max_duration")?.number(.months)
        guard let label, let finishBy, let maxDuration else { return nil }
        return QuickWin(label: label, finishBy: finishBy, maxDuration: maxDuration)
    }
}
