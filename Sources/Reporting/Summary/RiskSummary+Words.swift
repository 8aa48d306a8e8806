import Portfolio

/// Names and figures as the summary says them.
extension RiskSummary {
    /// The name of the risk that effects are of, or its id.
    func name(_ effects: [Report.Effect]) -> String {
        effects.first.map { riskNames[$0]?.text(in: language) ?? $0.id } ?? ""
    }

    func name(_ id: String) -> String { programNames[id]?.text(in: language) ?? id }

    func fund(_ id: String) -> String { fundNames[id]?.text(in: language) ?? id }

    func percent(_ figure: Report.Estimate?) -> String {
        guard let figure else { return "–" }
        let parts = [figure.estimate, figure.low, figure.high].map { forms.decimal($0.value * 100) }
        return "\(parts[0])% (\(parts[1])–\(parts[2]))"
    }

    func interval(_ figure: Report.Estimate) -> String {
        let parts = [figure.estimate, figure.low, figure.high].map { forms.decimal($0.value) }
        return "\(parts[0]) (\(parts[1])–\(parts[2]))"
    }

    func signed(_ figure: Report.Estimate?) -> String {
        guard let figure else { return "–" }
        return (figure.estimate.value > 0 ? "+" : "") + forms.decimal(figure.estimate.value)
    }

    func money(_ figure: Report.Estimate?) -> String {
        guard let figure else { return "–" }
        return forms.rupiah(Rupiah(figure.estimate.value.rounded()))
    }

    /// The month whose end lies so many months after the calendar's beginning.
    func month(_ months: Double) -> String {
        let whole = max(1, Int((months - 1e-9).rounded(.up)))
        return forms.month(start.advanced(by: whole - 1))
    }
}
