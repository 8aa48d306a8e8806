import Portfolio
import Simulation

/// One trial told as a dated story.
public struct StoryText: Sendable {
    private let scenario: Scenario
    private let language: Language
    private var forms: NumberForms { NumberForms(language) }

    /// Tells stories of a scenario in a language.
    public init(scenario: Scenario, in language: Language) {
        self.scenario = scenario
        self.language = language
    }

    /// A line for each event: the month, who, what.
    public func lines(_ events: [StoryEvent]) -> String {
        events.map { event in
            let who = event.program.map { "\(name($0)): " } ?? ""
            return "\(date(of: event))  \(who)\(words(event.what))\n"
        }.joined()
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    private func words(_ what: StoryEvent.What) -> String {
        switch what {
        case .starts(let late): say("mulai", "starts") + lateness(late)
        case .waitsForStaff: say("menunggu tenaga OPD", "waits for staff")
        case .waitsForMoney: say("menunggu anggaran", "waits for money")
        case .retries(let months):
            say("tender ulang, \(number(months)) bulan", "re-tender, \(number(months)) months")
        case .works(let months):
            say("pekerjaan memakan \(number(months)) bulan", "the work takes \(number(months)) months")
        case .pauses:
            say(
                "anggaran tahun ini habis, pekerjaan berhenti sementara",
                "this year's money is used up, the work rests")
        case .stops:
            say(
                "kontrak tahun tunggal belum selesai, pekerjaan berhenti",
                "single-year contract unfinished, the work stops")
        case .resumes: say("dilanjutkan", "resumes")
        case .finishes(let late): say("selesai", "finishes") + lateness(late)
        case .givenUp: say("batal: tender gagal", "cancelled: procurement failed")
        case .struck: say("batal karena kejadian risiko", "cancelled by a risk event")
        case .cancelledWith(let other):
            say("batal bersama prasyaratnya", "cancelled with its requirement")
                + (other.map { " \(name($0))" } ?? "")
        case .ceilingCut(let fund, let year, let amount):
            say(
                "pagu \(fund) TA \(year) dipotong \(forms.rupiah(amount))",
                "ceiling of \(fund) in \(year) cut by \(forms.rupiah(amount))")
        case .lapses(let fund, let year, let amount):
            say(
                "\(fund) TA \(year): \(forms.rupiah(amount)) hangus",
                "\(fund) in \(year): \(forms.rupiah(amount)) lapse")
        case .carries(let fund, let year, let amount):
            say(
                "\(fund) TA \(year): \(forms.rupiah(amount)) diluncurkan",
                "\(fund) in \(year): \(forms.rupiah(amount)) carried over")
        case .unmetOperation(let amount):
            say("biaya operasi kurang \(forms.rupiah(amount))", "operation short of \(forms.rupiah(amount))")
        }
    }

    private func lateness(_ months: Double) -> String {
        guard abs(months) > 1e-6 else { return say(", sesuai rencana", ", as planned") }
        let size = number(abs(months))
        return months > 0
            ? say(", terlambat \(size) bulan", ", \(size) months late")
            : say(", lebih cepat \(size) bulan", ", \(size) months early")
    }

    private func number(_ months: Double) -> String { forms.decimal(months) }

    private func name(_ id: Program.ID) -> String {
        scenario.program(id)?.name.text(in: language) ?? id.rawValue
    }

    /// What a year leaves over is told of its last day.
    private func date(of event: StoryEvent) -> String {
        switch event.what {
        case .lapses, .carries: date(event.month - 1.0 / 30)
        default: date(event.month)
        }
    }

    /// The day, with 30 days to a month: `2023-04-16`.
    private func date(_ months: Double) -> String {
        let days = Int((months * 30 + 1e-6).rounded(.down))
        let month = scenario.calendar.start.advanced(by: days / 30)
        let day = days % 30 + 1
        return "\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
