import Portfolio

extension FrontierAxis {
    /// Why a text is no axis of a scenario, and what to write instead.
    public struct Mistake: Error, Sendable {
        /// What is wrong.
        public let reason: LocalizedText
    }

    /// Reads `funds.*=50%..150%`, `funds.pad=80%..120%`, `rules.bottom-up.min_share=0%..60%` or
    /// `rules.tender-desk.max=2..8`.
    ///
    /// Percentages vary what the scenario writes; for shares of a rule they are the shares themselves.
    ///
    /// - Throws: ``Mistake``.
    public init(_ text: String, points: Int, in scenario: Scenario) throws(Mistake) {
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, (2...201).contains(points) else {
            throw Mistake(
                "bentuknya funds.*=50%..150% atau rules.ID.max=2..8, dengan 2 sampai 201 titik",
                "write funds.*=50%..150% or rules.ID.max=2..8, with 2 to 201 points")
        }
        let target = try Self.target(String(halves[0]), in: scenario)
        let ends = try Self.ends(String(halves[1]))
        let isShare =
            if case .rule(_, .minShare) = target { true } else if case .rule(_, .maxShare) = target {
                true
            } else { false }
        if case .funds = target, !ends.isPercent {
            throw Mistake(
                "pagu divariasikan dalam persen, seperti 50%..150%",
                "ceilings are varied by percent, as in 50%..150%")
        }
        self.init(
            target: target, isRelative: ends.isPercent && !isShare, from: ends.from, to: ends.to,
            points: points)
        guard (0..<points).allSatisfy({ self.scenario(scenario, at: $0) != nil }) else {
            throw Mistake("nilainya di luar jangkauan", "its values are out of range")
        }
    }

    private static func target(_ text: String, in scenario: Scenario) throws(Mistake) -> Target {
        if text == "funds.*" { return .funds(nil) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.first == "funds", parts.count > 1 {
            let id = Fund.ID(String(text.dropFirst("funds.".count)))
            guard scenario.fund(id) != nil else {
                throw unknown("sumber dana", "fund", id.rawValue, scenario.funds.map(\.id.rawValue))
            }
            return .funds(id)
        }
        guard parts.count >= 3, parts[0] == "rules",
            let limit = Limit(rawValue: String(parts[parts.count - 1]))
        else {
            throw Mistake(
                "yang dapat divariasikan: funds.*, funds.ID, rules.ID.min, .max, .min_share, .max_share",
                "what can be varied: funds.*, funds.ID, rules.ID.min, .max, .min_share, .max_share")
        }
        let id = parts[1..<(parts.count - 1)].joined(separator: ".")
        guard let rule = scenario.rules.first(where: { $0.id.rawValue == id }) else {
            throw unknown("ketentuan", "rule", id, scenario.rules.map(\.id.rawValue))
        }
        guard rule[limit] != nil else {
            throw Mistake(
                "ketentuan \(id) tidak menulis \(limit.rawValue)", "rule \(id) writes no \(limit.rawValue)")
        }
        return .rule(rule.id, limit)
    }

    private static func unknown(_ kind: String, _ english: String, _ id: String, _ known: [String]) -> Mistake
    {
        let list = known.isEmpty ? "–" : known.joined(separator: ", ")
        return Mistake(
            "\(kind) \(id) tidak ada; yang ada: \(list)", "there is no \(english) \(id); there are: \(list)")
    }

    private static func ends(_ text: String) throws(Mistake) -> (from: Exact, to: Exact, isPercent: Bool) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).joined(separator: ".")
            .components(around: "..")
        guard parts.count == 2 else {
            throw Mistake(
                "jangkauannya ditulis A..B, seperti 50%..150%", "write the range as A..B, as in 50%..150%")
        }
        let isPercent = parts.allSatisfy { $0.hasSuffix("%") }
        let numbers = parts.map { Exact(decimal: isPercent ? String($0.dropLast()) : $0) }
        guard let one = numbers[0], let other = numbers[1], one != other,
            let from = isPercent ? Exact(Int128(one.numerator), over: 100 * Int128(one.denominator)) : one,
            let to = isPercent ? Exact(Int128(other.numerator), over: 100 * Int128(other.denominator)) : other
        else {
            throw Mistake(
                "kedua ujungnya dua bilangan yang berbeda, keduanya dengan % atau keduanya tanpa %",
                "both ends are different numbers, both with % or both without")
        }
        return (from, to, isPercent)
    }
}

extension FrontierAxis.Mistake {
    fileprivate init(_ indonesian: String, _ english: String) {
        self.init(reason: LocalizedText(indonesian, english: english))
    }
}

extension String {
    /// The parts before and after a separator's only occurrence.
    fileprivate func components(around separator: String) -> [String] {
        guard let range = firstRange(of: separator) else { return [self] }
        return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
    }
}
