import Formulation
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
