import Portfolio

private let riskKeys = [
    "correlation", "drivers", "procurement", "events", "year_end", "budget_revision_month", "budget_shocks",
]

extension Place {
    /// Reads `risk`, as in model.md §12.
    func risk() -> Risk? {
        guard let fields = Fields(self, known: riskKeys) else { return nil }
        let grace = fields["year_end"].flatMap { Fields($0, known: ["grace"]) }?.required("grace")
        return Risk(
            correlation: fields["correlation"]?.list(of: { $0.correlation() }) ?? [],
            drivers: (fields["drivers"]?.table(mayBeEmpty: true, read: { $0.driver() }) ?? []).sorted {
                $0.id < $1.id
            },
            procurement: (fields["procurement"]?.table(mayBeEmpty: true, read: { $0.route() }) ?? [])
                .sorted { $0.id < $1.id },
            events: (fields["events"]?.table(mayBeEmpty: true, read: { $0.event() }) ?? []).sorted {
                $0.id < $1.id
            },
            yearEndGrace: grace?.double(.months) ?? 1.64,
            budgetRevisionMonth: fields["budget_revision_month"]?.integer(in: 1...12),
            budgetShocks: (fields["budget_shocks"]?.table(mayBeEmpty: true, read: { $0.shock() }) ?? [])
                .sorted { $0.id < $1.id })
    }

    private func correlation() -> Correlation? {
        guard let fields = Fields(self, known: ["quantity", "rho", "among"]) else { return nil }
        let quantity: Correlation.Quantity? = fields.required("quantity")?.choice()
        let rho = fields.required("rho")?.correlationCoefficient()
        let among = fields["among"]?.selector() ?? Selector()
        guard let quantity, let rho else { return nil }
        return Correlation(quantity: quantity, rho: rho, among: among)
    }

    private func correlationCoefficient() -> Double? {
        guard let rho = share() else { return nil }
        if rho < 1 { return rho.doubleValue }
        error(
            .numberRange, LocalizedText("rho harus di bawah 1.", english: "rho must be below 1."),
            remedy: LocalizedText(
                "Tulis nilai dari 0 sampai di bawah 1.", english: "Write a value from 0 to below 1."))
        return nil
    }

    private func driver() -> RiskDriver? {
        guard let fields = Fields(self, known: ["id", "name", "affects", "duration", "cost", "benefit"])
        else {
            return nil
        }
        let id: Identifier<RiskDriver>? = fields.required("id")?.identifier()
        let name = fields["name"]?.name()
        let affects = fields["affects"]?.selector() ?? Selector()
        let duration = fields["duration"]?.distribution()
        let cost = fields["cost"]?.distribution()
        let benefit = fields["benefit"]?.distribution()
        return id.map {
            RiskDriver(
                id: $0, name: name, affects: affects, duration: duration, cost: cost, benefit: benefit)
        }
    }

    private func route() -> ProcurementRoute? {
        guard let fields = Fields(self, known: ["id", "name", "failure", "retry_delay", "give_up_after"])
        else {
            return nil
        }
        let id: ProcurementRoute.ID? = fields.required("id")?.identifier()
        let name = fields["name"]?.name()
        let failure = fields.required("failure")?.share()
        let delay = fields.required("retry_delay")?.distribution(.months)
        let giveUp = fields.required("give_up_after")?.integer(in: 1...1_000)
        guard let id, let failure, let delay, let giveUp else { return nil }
        return ProcurementRoute(
            id: id, name: name, failure: failure.doubleValue, retryDelay: delay, giveUpAfter: giveUp)
    }

    private func event() -> RiskEvent? {
        let keys = ["id", "name", "probability", "scope", "affects", "delay", "cost", "benefit", "cancels"]
        guard let fields = Fields(self, known: keys) else { return nil }
        let id: Identifier<RiskEvent>? = fields.required("id")?.identifier()
        let probability = fields.required("probability")?.share()
        let scope: RiskEvent.Scope = fields["scope"]?.choice() ?? .each
        var event = RiskEvent(id: id ?? "", probability: probability?.doubleValue ?? 0, scope: scope)
        event.name = fields["name"]?.name()
        event.affects = fields["affects"]?.selector() ?? Selector()
        event.delay = fields["delay"]?.distribution(.months)
        event.cost = fields["cost"]?.distribution()
        event.benefit = fields["benefit"]?.distribution()
        event.cancels = fields["cancels"]?.flag() ?? false
        return id == nil || probability == nil ? nil : event
    }

    private func shock() -> BudgetShock? {
        guard let fields = Fields(self, known: ["id", "name", "funds", "years", "probability", "cut"]) else {
            return nil
        }
        let id: Identifier<BudgetShock>? = fields.required("id")?.identifier()
        let name = fields["name"]?.name()
        let funds: [Fund.ID]? = fields.required("funds")?.references(to: .fund)
        let years = fields.required("years")?.filledList()?.compactMap { $0.year() }
        let probability = fields.required("probability")?.share()
        let cut = fields.required("cut")?.distribution(.share, in: 0...1)
        guard let id, let funds, let years, let probability, let cut else { return nil }
        return BudgetShock(
            id: id, name: name, funds: funds, years: Set(years).sorted(),
            probability: probability.doubleValue,
            cut: cut)
    }
}
