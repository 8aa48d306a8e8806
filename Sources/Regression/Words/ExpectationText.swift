import Portfolio
import Reporting

/// Broken expectations in a planner's words.
struct ExpectationText {
    private let forms: ChangeForms
    private static let mostParts = 10

    init(_ language: Language) { forms = ChangeForms(language: language) }

    /// What was expected, and what is there: `plan.quick_wins = 4, seharusnya paling sedikit 5`.
    func words(_ broken: BrokenExpectation) -> String {
        let path = broken.expectation.value
        switch broken.found {
        case .value(let value):
            return "\(path) = \(short(value)), "
                + forms.say("seharusnya ", "expected ") + condition(broken.expectation.condition)
        case .nothing(let after, let parts):
            let place = after.isEmpty ? "outcome.json" : after
            let known = parts.prefix(Self.mostParts).joined(separator: ", ")
            let more = parts.count > Self.mostParts ? ", …" : ""
            return "\(path) "
                + forms.say(
                    "tidak ada; di \(place) ada: \(known)\(more)",
                    "does not exist; \(place) has: \(known)\(more)")
        }
    }

    private func condition(_ condition: Expectation.Condition) -> String {
        switch condition {
        case .equals(let text): text
        case .atLeast(let least): forms.say("paling sedikit ", "at least ") + forms.number(least)
        case .atMost(let most): forms.say("paling banyak ", "at most ") + forms.number(most)
        case .within(let least, let most):
            forms.say("dari \(forms.number(least)) sampai ", "from \(forms.number(least)) to ")
                + forms.number(most)
        }
    }

    private func short(_ value: JSONValue) -> String {
        if let number = value.numeric { return forms.number(number) }
        switch value {
        case .string(let text): return text
        case .object, .array: return forms.say("bukan satu nilai", "not a single value")
        default: return String(value.formatted.dropLast())
        }
    }
}
