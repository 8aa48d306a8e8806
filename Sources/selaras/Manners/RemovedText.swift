import Formulation
import Linear
import Portfolio

extension RemovedStarts {
    /// `program/variant 2023-01…2023-10, 2024-01: reason [rule]`; starts in successive periods as one run.
    func text(of calendar: PlanningCalendar, in language: Language) -> String {
        let runs = starts.reduce(into: [ClosedRange<Month>]()) { runs, month in
            if let last = runs.last, last.upperBound.advanced(by: calendar.step.months) == month {
                runs[runs.count - 1] = last.lowerBound...month
            } else {
                runs.append(month...month)
            }
        }
        let times = runs.map {
            $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)…\($0.upperBound)"
        }
        return
            "\(program)/\(variant) \(times.joined(separator: ", ")): \(reason.text(in: language)) [\(rule)]"
    }
}

extension Removal {
    /// `row NAME: reason` or `column NAME = VALUE: reason`, by the names of the exported model.
    func text(in language: Language) -> String { statement.text(in: language) }

    private var statement: LocalizedText {
        switch reason {
        case .implied:
            LocalizedText(
                "baris \(name): batas kolom-kolomnya sudah menjaminnya",
                english: "row \(name): the bounds of its columns keep it")
        case .parallel(let other):
            LocalizedText(
                "baris \(name): sama dengan baris \(other)",
                english: "row \(name): says the same as row \(other)")
        case .costly(let value):
            column(
                value, "dengan nilai lain tidak ada rencana yang lebih baik daripada yang diketahui",
                english: "with another value no plan is better than the best known one")
        case .decided(let value):
            column(
                value, "baris-baris tidak menyisakan nilai lain",
                english: "the rows leave it no other value")
        case .tried(let value):
            column(
                value, "mencoba nilai-nilainya hanya menyisakan yang ini",
                english: "trying its values left only this one")
        }
    }

    private func column(_ value: Double, _ why: String, english: String) -> LocalizedText {
        LocalizedText(
            "kolom \(name) = \(plain(value)): \(why)", english: "column \(name) = \(plain(value)): \(english)"
        )
    }

    private func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
