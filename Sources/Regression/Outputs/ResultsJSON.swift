import Portfolio
import Reporting

/// The results as JSON; texts inside follow the language.
public struct ResultsJSON: Sendable {
    private let results: [CaseResult]
    private let words: ResultText

    /// Makes the document in a language.
    public init(_ results: [CaseResult], in language: Language) {
        self.results = results
        words = ResultText(language)
    }

    /// The document.
    public var json: String {
        let ties = results.count { $0.verdict == .tie }
        let failed = results.count { !$0.verdict.isPassed }
        let value: JSONValue = [
            "schema": 1,
            "failed": .integer(Int64(failed)), "tied": .integer(Int64(ties)),
            "passed": .integer(Int64(results.count - failed - ties)),
            "scenarios": .array(results.map(scenario)),
        ]
        return value.formatted
    }

    private func scenario(_ result: CaseResult) -> JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(result.name), "file": .string(result.file),
            "verdict": .string(result.verdict.rawValue), "proved": .bool(result.isProved),
            "reasons": .array(words.reasons(for: result).map(JSONValue.string)),
            "remarks": .array(result.remarks.map { .string($0.text(in: words.language)) }),
            "differences": .array(result.differences.map(\.jsonValue)),
            "expectations": .array(result.broken.map(\.jsonValue)),
        ]
        members["baseline"] = result.acceptance.map { .string($0.rawValue) }
        return .object(members)
    }
}

extension Difference {
    fileprivate var jsonValue: JSONValue {
        let (kind, members) = parts
        return .object(members.merging(["kind": .string(kind)]) { $1 })
    }

    private var parts: (kind: String, members: [String: JSONValue]) {
        switch self {
        case .status(let from, let to): ("status", Self.change(.string(from.rawValue), .string(to.rawValue)))
        case .goals(let from, let to):
            ("goals", Self.change(.array(from.map(JSONValue.string)), .array(to.map(JSONValue.string))))
        case .leaves(let program): ("leaves", ["program": .string(program)])
        case .enters(let program, let start):
            ("enters", ["program": .string(program), "start": .string(start)])
        case .variant(let program, let from, let to):
            ("variant", Self.change(.string(from), .string(to), ["program": program]))
        case .start(let program, let from, let to):
            ("start", Self.change(.string(from), .string(to), ["program": program]))
        case .quickWin(let program, let isNow):
            ("quick_win", Self.change(.bool(!isNow), .bool(isNow), ["program": program]))
        case .money(let fund, let year, let from, let to):
            ("money", Self.change(.integer(from), .integer(to), ["fund": fund, "year": year]))
        case .goal(let name, let from, let to):
            ("goal", Self.change(.number(from), .number(to), ["goal": name]))
        case .bound(let name, let from, let to):
            ("bound", Self.change(Self.number(from), Self.number(to), ["goal": name]))
        case .value(let from, let to): ("value", Self.change(.number(from), .number(to)))
        case .cost(let from, let to): ("cost", Self.change(.integer(from), .integer(to)))
        case .policy(let from, let to): ("policy", Self.change(.string(from), .string(to)))
        case .risk(let figure, let from, let to):
            (
                "risk",
                Self.change(
                    Self.number(from?.estimate), Self.number(to?.estimate), ["figure": "risk.\(figure)"])
            )
        }
    }

    private static func change(
        _ from: JSONValue, _ to: JSONValue, _ names: [String: String] = [:]
    ) -> [String: JSONValue] {
        names.mapValues(JSONValue.string).merging(["from": from, "to": to]) { $1 }
    }

    private static func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
}

extension BrokenExpectation {
    fileprivate var jsonValue: JSONValue {
        var members: [String: JSONValue] = ["value": .string(expectation.value)]
        members["at"] = location.map { .string($0.description) }
        if case .value(let value) = found { members["found"] = value }
        return .object(members)
    }
}
