import Portfolio

extension RuleID {
    /// Keys that are no form of distribution together.
    static let distributionForm = RuleID("distribution-form")
    /// Parameters that no such distribution has.
    static let distributionParameters = RuleID("distribution-parameters")
    /// A duration whose planning value is not said.
    static let planRequired = RuleID("plan-required")
}

private let distributionKeys = ["low", "likely", "high", "mean", "sd", "p10", "p90", "values", "shape"]

extension Place {
    /// A number, or one of the forms of model.md §12.
    func distribution(_ notation: Notation = .plain, in range: ClosedRange<Exact>? = nil) -> Distribution? {
        guard entry.members != nil else { return double(notation, in: range).map(Distribution.constant) }
        guard let fields = Fields(self, known: distributionKeys) else { return nil }
        return DistributionForm(fields: fields, notation: notation, range: range).read()
    }

    /// Months of work: a number or a distribution, with the planning value `plan`.
    func duration() -> Duration? {
        let planned: Exact?
        var distribution: Distribution?
        if entry.members == nil {
            planned = number(.months)
        } else {
            guard let fields = Fields(self, known: distributionKeys + ["plan"]) else { return nil }
            distribution = DistributionForm(fields: fields, notation: .months, range: nil).read()
            guard let plan = planningValue(fields) else { return nil }
            planned = plan.number(.months)
        }
        guard let planned, isPositive(planned) else { return nil }
        return Duration(planned: planned, distribution: distribution)
    }

    private func planningValue(_ fields: Fields) -> Place? {
        if let plan = fields["plan"] ?? fields["likely"] { return plan }
        error(
            .planRequired,
            LocalizedText(
                "Durasi ini tidak menyebut nilai untuk perencanaan.",
                english: "This duration does not say which value planning uses."),
            remedy: LocalizedText("Tambahkan `plan: <bulan>`.", english: "Add `plan: <months>`."))
        return nil
    }

    private func isPositive(_ months: Exact) -> Bool {
        if months > 0 { return true }
        error(
            .numberRange,
            LocalizedText("Durasi harus lebih dari 0.", english: "A duration must be more than 0."),
            remedy: LocalizedText("Tulis jumlah bulan kerja.", english: "Write the months of work."))
        return false
    }
}

/// The written form of a distribution: which keys are there, and what they must satisfy.
struct DistributionForm {
    let fields: Fields
    let notation: Notation
    let range: ClosedRange<Exact>?

    /// The distribution, or nil with findings.
    func read() -> Distribution? {
        let shape = fields["shape"]?.text()
        let keys = Set(distributionKeys.filter { $0 != "shape" && fields[$0] != nil })
        switch (keys, shape) {
        case (["low", "likely", "high"], nil), (["low", "likely", "high"], "pert"): return threePoint(shape)
        case (["low", "high"], nil): return uniform()
        case (["mean", "sd"], "normal"), (["mean", "sd"], "lognormal"): return moments(shape)
        case (["mean"], "exponential"): return exponential()
        case (["p10", "p90"], "normal"), (["p10", "p90"], "lognormal"): return quantiles(shape)
        case (["values"], nil): return discrete()
        default: return refuseForm()
        }
    }

    private func value(_ key: String) -> Double? { fields[key]?.double(notation, in: range) }

    private func threePoint(_ shape: String?) -> Distribution? {
        let (low, likely, high) = (value("low"), value("likely"), value("high"))
        guard let low, let likely, let high else { return nil }
        guard low <= likely, likely <= high else { return refuse("low ≤ likely ≤ high") }
        return shape == nil
            ? .triangular(low: low, likely: likely, high: high) : .pert(low: low, likely: likely, high: high)
    }

    private func uniform() -> Distribution? {
        let (low, high) = (value("low"), value("high"))
        guard let low, let high else { return nil }
        return low <= high ? .uniform(low: low, high: high) : refuse("low ≤ high")
    }

    private func moments(_ shape: String?) -> Distribution? {
        let (mean, sd) = (value("mean"), value("sd"))
        guard let mean, let sd else { return nil }
        guard sd > 0 else { return refuse("sd > 0") }
        guard shape == "lognormal" else { return .normal(mean: mean, sd: sd) }
        return mean > 0 ? .lognormal(mean: mean, sd: sd) : refuse("mean > 0")
    }

    private func exponential() -> Distribution? {
        guard let mean = value("mean") else { return nil }
        return mean > 0 ? .exponential(mean: mean) : refuse("mean > 0")
    }

    private func quantiles(_ shape: String?) -> Distribution? {
        let (p10, p90) = (value("p10"), value("p90"))
        guard let p10, let p90 else { return nil }
        guard p10 < p90 else { return refuse("p10 < p90") }
        guard shape == "lognormal" else { return .normalQuantiles(p10: p10, p90: p90) }
        return p10 > 0 ? .lognormalQuantiles(p10: p10, p90: p90) : refuse("0 < p10")
    }

    private func discrete() -> Distribution? {
        guard let items = fields["values"]?.filledList(), !items.isEmpty else { return nil }
        let pairs = items.compactMap(weightedValue)
        guard pairs.count == items.count else { return nil }
        guard pairs.contains(where: { $0.weight > 0 }) else { return refuse("Σ weight > 0") }
        return .discrete(pairs.sorted { ($0.value, $0.weight) < ($1.value, $1.weight) })
    }

    private func weightedValue(_ item: Place) -> Distribution.WeightedValue? {
        guard let pair = item.list() else { return nil }
        guard pair.count == 2 else {
            let _: Place? = refuse("[[value, weight], …]")
            return nil
        }
        let (value, weight) = (
            pair[0].double(notation, in: range), pair[1].double(.share, in: 0...1_000_000_000)
        )
        guard let value, let weight else { return nil }
        return Distribution.WeightedValue(value: value, weight: weight)
    }

    private func refuse<Value>(_ condition: String) -> Value? {
        fields.place.error(
            .distributionParameters,
            LocalizedText(
                "Sebaran ini tidak memenuhi \(condition).",
                english: "This distribution does not satisfy \(condition)."),
            remedy: LocalizedText("Perbaiki nilainya.", english: "Correct its values."))
        return nil
    }

    private func refuseForm() -> Distribution? {
        let forms =
            "{low, likely, high}, {low, likely, high, shape: pert}, {low, high}, {mean, sd, shape: normal | lognormal}, "
            + "{mean, shape: exponential}, {p10, p90, shape: normal | lognormal}, {values: [[v, w]]}"
        fields.place.error(
            .distributionForm,
            LocalizedText(
                "Kunci-kunci ini bersama-sama bukan bentuk sebaran.",
                english: "These keys together are no form of distribution."),
            remedy: LocalizedText("Bentuknya: \(forms).", english: "The forms are: \(forms)."))
        return nil
    }
}
