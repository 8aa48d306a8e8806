import Planning
import Portfolio

/// Differences in a planner's words.
struct DifferenceText {
    private let forms: ChangeForms

    init(_ language: Language) { forms = ChangeForms(language: language) }

    /// One difference, such as `qw09 keluar` or `dau 2024 +120 juta`.
    func words(_ difference: Difference) -> String {
        switch difference {
        case .status(let from, let to): status(from, to)
        case .goals(let from, let to):
            forms.say("tujuan ", "goals ")
                + forms.arrow(from.joined(separator: ", "), to.joined(separator: ", "))
        case .leaves(let program): program + forms.say(" keluar", " leaves")
        case .enters(let program, _): program + forms.say(" masuk", " enters")
        case .variant(let program, let from, let to):
            program + forms.say(" varian ", " variant ") + forms.arrow(from, to)
        case .start(let program, let from, let to):
            program + forms.say(" mulai ", " starts ") + forms.arrow(forms.month(from), forms.month(to))
        case .quickWin(let program, let isNow): program + quickWin(isNow)
        case .money(let fund, let year, let from, let to): "\(fund) \(year) \(forms.difference(from, to))"
        case .goal(let name, let from, let to): "\(goal(name)) \(forms.change(from, to))"
        case .bound(let name, let from, let to):
            forms.say("batas terbukti \(goal(name)) ", "proved bound of \(goal(name)) ") + change(from, to)
        case .value(let from, let to): "\(goal("maximise value")) \(forms.change(from, to))"
        case .cost(let from, let to): "\(goal("minimise cost")) \(forms.change(from, to))"
        case .policy(let from, let to):
            forms.say("kebijakan simulasi ", "simulation policy ") + forms.arrow(from, to)
        case .risk(let figure, let from, let to): "risk.\(figure) " + change(from?.estimate, to?.estimate)
        }
    }

    private func quickWin(_ isNow: Bool) -> String {
        isNow
            ? forms.say(" menjadi quick win", " becomes a quick win")
            : forms.say(" bukan quick win lagi", " is no quick win any more")
    }

    private func status(_ from: PlanStatus, _ to: PlanStatus) -> String {
        let words =
            switch (from, to) {
            case (.optimal, .feasible): forms.say("bukti hilang: ", "proof lost: ")
            case (.feasible, .optimal): forms.say("kini terbukti: ", "now proved: ")
            default: "status "
            }
        return words + forms.arrow(name(from), name(to))
    }

    private func name(_ status: PlanStatus) -> String {
        switch status {
        case .optimal: "optimal"
        case .feasible: forms.say("layak", "feasible")
        case .infeasible: forms.say("tidak layak", "infeasible")
        case .unknown: forms.say("belum diketahui", "unknown")
        }
    }

    private func change(_ from: Double?, _ to: Double?) -> String {
        guard let from, let to else {
            let none = forms.say("tidak ada", "none")
            return forms.arrow(from.map(forms.number) ?? none, to.map(forms.number) ?? none)
        }
        return forms.change(from, to)
    }

    private func goal(_ name: String) -> String {
        switch name {
        case "maximise value": forms.say("nilai portofolio", "portfolio value")
        case "minimise cost": forms.say("belanja", "spending")
        case "maximise quick_wins": forms.say("jumlah quick win", "number of quick wins")
        case "maximise count": forms.say("jumlah program", "number of programs")
        case "minimise finish": forms.say("jumlah periode selesai", "sum of finish periods")
        default: name
        }
    }
}
