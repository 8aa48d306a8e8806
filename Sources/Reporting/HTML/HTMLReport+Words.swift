import Portfolio

extension HTMLReport {
    /// A text of the scenario on one line, in the page's language.
    func oneLine(_ text: LocalizedText) -> String {
        text.text(in: language).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A text of the scenario, kept apart from its surroundings whatever direction it is written in.
    func name(_ text: LocalizedText) -> Markup { tag("bdi", [:], .text(oneLine(text))) }

    /// The name of a program, an owner or anything else that has only one form.
    func name(_ text: String) -> Markup { name(LocalizedText(text)) }

    /// A program's name with its variant.
    func name(_ candidate: Report.Candidate) -> Markup {
        guard candidate.variant != "default" else { return name(candidate.name) }
        return .group([
            name(candidate.name), " – ", name(candidate.variantName ?? LocalizedText(candidate.variant)),
        ])
    }

    /// Words of the page's language.
    func words(_ indonesian: String, _ english: String) -> Markup { .text(say(indonesian, english)) }

    /// A paragraph.
    func paragraph(_ parts: Markup..., style: String? = nil) -> Markup { tag("p", ["class": style], parts) }

    /// A number with its place in the outcome.
    func number(_ text: String, path: String, value: String) -> Markup {
        tag("span", ["data-path": path, "data-value": value], .text(text))
    }

    /// A whole number.
    func whole(_ figure: Figure<Int64>) -> Markup {
        number(forms.whole(figure.value), path: figure.path, value: "\(figure.value)")
    }

    /// Money in full: `Rp1.250.000.000`.
    func rupiah(_ figure: Figure<Rupiah>) -> Markup {
        number(forms.rupiah(figure.value), path: figure.path, value: "\(figure.value)")
    }

    /// Money for tables headed (Rp juta); a figure that is not there is zero and shown as a dash.
    func millions(_ figure: Figure<Rupiah>?) -> Markup {
        guard let figure else { return "–" }
        return number(forms.millions(figure.value), path: figure.path, value: "\(figure.value)")
    }

    /// Simulated money for tables headed (Rp juta), with one decimal.
    func millions(_ figure: Figure<Double>?) -> Markup {
        guard let figure else { return "–" }
        return number(
            forms.decimal(figure.value / 1e6, places: 1), path: figure.path, value: "\(figure.value)")
    }

    /// A number with decimals.
    func decimal(_ figure: Figure<Double>?, places: Int = 2) -> Markup {
        guard let figure else { return "–" }
        return number(
            forms.decimal(figure.value, places: places), path: figure.path, value: "\(figure.value)")
    }

    /// A number with decimals and its sign.
    func signed(_ figure: Figure<Double>?, places: Int = 2) -> Markup {
        guard let figure else { return "–" }
        let sign = figure.value > 0 ? "+" : ""
        return number(
            sign + forms.decimal(figure.value, places: places), path: figure.path, value: "\(figure.value)")
    }

    /// A number in its shortest form.
    func plain(_ figure: Figure<Double>?) -> Markup {
        guard let figure else { return "–" }
        return number(forms.plain(figure.value), path: figure.path, value: "\(figure.value)")
    }

    /// A share as a percentage.
    func percent(_ figure: Figure<Double>?, places: Int = 1) -> Markup {
        guard let figure else { return "–" }
        return number(
            forms.percent(figure.value, places: places), path: figure.path, value: "\(figure.value)")
    }

    /// A probability with its interval where that can be seen: `38,2% (37,9–38,5)`.
    func percent(_ estimate: Report.Estimate?) -> Markup {
        guard let estimate else { return "–" }
        let ends = [estimate.low, estimate.high].map { end in
            number(shown(end), path: end.path, value: "\(end.value)")
        }
        let words = Set([estimate.estimate, estimate.low, estimate.high].map { shown($0) })
        if words.count == 1 { return percent(estimate.estimate) }
        return .group([
            percent(estimate.estimate), " ",
            tag("small", ["class": "interval"], "(", ends[0], "–", ends[1], ")"),
        ])
    }

    private func shown(_ share: Figure<Double>) -> String { forms.decimal(100 * share.value, places: 1) }

    /// From a month to a month: `Jan–Sep 2023`, `Jul 2024–Jun 2025`; breaks at the dash alone.
    func span(_ first: Month, _ last: Month) -> String {
        let (from, to) = (forms.month(first), forms.month(last))
        let start =
            first == last ? "" : first.year == last.year ? from.prefix { $0 != " " } + "–" : from + "–"
        return (start + to).split(separator: " ").joined(separator: "\u{A0}")
    }

    /// The month whose end lies so many months after the calendar's beginning.
    func month(_ figure: Figure<Double>) -> Markup {
        number(monthText(figure.value), path: figure.path, value: "\(figure.value)")
    }

    /// The month whose end lies so many months after the calendar's beginning.
    func monthText(_ months: Double) -> String {
        let whole = max(1, Int((months - 1e-9).rounded(.up)))
        return forms.month(report.scenario.start.advanced(by: whole - 1))
    }

    /// TA 2023 or FY 2023.
    func fiscal(_ year: FiscalYear) -> String { say("TA \(year)", "FY \(year)") }

    /// Who proposes, in the words of the trade.
    func proposer(_ name: String) -> Markup {
        switch name {
        case "government": .text(say("Pemerintah", "Government"))
        case "business": .text(say("Dunia usaha", "Business"))
        case "community": .text(say("Masyarakat", "Community"))
        case "academia": .text(say("Akademisi", "Academia"))
        case "": .text(say("Tidak disebut", "Not named"))
        default: self.name(name)
        }
    }
}
