extension Selector {
    /// Whether a program matches: every key that is given holds, with any of its values.
    public func matches(_ program: Program) -> Bool {
        (dimensions?.contains(program.dimension) ?? true)
            && (owners?.contains(program.owner) ?? true)
            && (tags?.contains(where: program.tags.contains) ?? true)
            && (proposedBy.map { listed in program.proposedBy.map(listed.contains) ?? false } ?? true)
            && (programs?.contains(program.id) ?? true)
    }
}

/// A rule as it is applied: itself, or its copy for one value of `each`.
public struct RuleInstance: Hashable, Sendable {
    /// `rule`, or `rule/value`.
    public let name: String
    /// The rule as written.
    public let rule: Rule
    /// The value of `each`, nil for a rule without.
    public let value: String?

    /// Whether a program counts.
    public func matches(_ program: Program) -> Bool {
        rule.matching.matches(program)
            && (rule.each == nil || rule.each.flatMap { $0.value(of: program) } == value)
    }
}

extension Rule.Each {
    /// The value of the property; nil where the program has none.
    public func value(of program: Program) -> String? {
        switch self {
        case .dimension: program.dimension.rawValue
        case .owner: program.owner.rawValue
        case .proposedBy: program.proposedBy
        }
    }
}

extension Scenario {
    /// The rules with `each` written out, one per value in use by some program, in order of name.
    public var ruleInstances: [RuleInstance] {
        rules.flatMap { rule -> [RuleInstance] in
            guard let each = rule.each else {
                return [RuleInstance(name: rule.id.rawValue, rule: rule, value: nil)]
            }
            return Set(programs.compactMap(each.value)).sorted().map {
                RuleInstance(name: "\(rule.id)/\($0)", rule: rule, value: $0)
            }
        }
    }
}
