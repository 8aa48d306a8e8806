import Portfolio

/// What the reports say of a candidate, chosen or not, in one of its variants.
public struct ProgramFacts: Sendable {
    /// The candidate as written.
    public var program: Program
    /// The planned variant; for one that is left out the one with the most weighted points.
    public var variant: Variant
    /// Σ_k W_k·b_k of the variant, points per year.
    public var points: Double

    init(_ program: Program, variant: Variant, scenario: Scenario) {
        self.program = program
        self.variant = variant
        points = scenario.points(of: variant)
    }

    /// Takes the variant with the most weighted points, the first id among equals.
    init?(leftOut program: Program, scenario: Scenario) {
        let best = program.variants.reduce(nil as Variant?) { best, variant in
            guard let best else { return variant }
            return scenario.points(of: variant) > scenario.points(of: best) ? variant : best
        }
        guard let best else { return nil }
        self.init(program, variant: best, scenario: scenario)
    }

    /// Capital of the variant, rupiah.
    public var capital: Rupiah { total(.capital) }

    /// Weighted points per year for each Rp1 billion of capital; nil without capital.
    var pointsPerBillion: Double? { capital > 0 ? points / Double(capital) * 1e9 : nil }

    /// Yearly operating costs of the variant, rupiah.
    public var operating: Rupiah { total(.operating) }

    private func total(_ kind: CostLine.Kind) -> Rupiah {
        variant.costs.filter { $0.kind == kind }.reduce(0) { $0 + $1.amount }
    }
}

extension Scenario {
    /// Σ_k W_k·b_k, weighted points per year.
    fileprivate func points(of variant: Variant) -> Double {
        dimensions.reduce(0) { $0 + weight(of: $1.id) * (variant.benefits[$1.id] ?? 0) }
    }
}

extension ProgramFacts {
    /// The members that a program has in `outcome.json`, chosen or not.
    var members: [String: JSONValue] {
        var members = JSONValue.named(program.id.rawValue, program.name)
        members.merge(JSONValue.texts("variant_name", variant.name)) { $1 }
        members["variant"] = .string(variant.id.rawValue)
        members["owner"] = .string(program.owner.rawValue)
        members["dimension"] = .string(program.dimension.rawValue)
        members["proposed_by"] = program.proposedBy.map(JSONValue.string)
        members["tags"] = .array(program.tags.map(JSONValue.string))
        members["code"] = program.code.map(JSONValue.string)
        members["element"] = program.element.map(JSONValue.string)
        members["notes"] = (variant.notes ?? program.notes).map(JSONValue.string)
        members["yearly_return"] = program.yearlyReturn.map(JSONValue.integer)
        members["in_progress"] = program.inProgress.map { .number($0.doubleValue) }
        members["must"] = program.must.map { .string($0.text) }
        members["must_not"] = program.mustNot.map { .string($0.text) }
        members["contract"] = .string(program.contract.rawValue)
        members["duration"] = .exact(variant.duration.planned)
        members["capital"] = .integer(capital)
        members["operating"] = .integer(operating)
        members["points"] = .number(points)
        members["benefits"] = .object(
            Dictionary(variant.benefits.map { ($0.key.rawValue, .number($0.value)) }) { $1 })
        members["requires"] = .array(program.requires.map(\.jsonValue))
        members["requires_any"] = program.requiresAny?.jsonValue
        members["helped_by"] = .array(
            program.helpedBy.map {
                ["program": .string($0.program.rawValue), "share": .number($0.share.doubleValue)]
            })
        return members
    }
}

extension Requirement {
    fileprivate var jsonValue: JSONValue {
        .object(timing.members.merging(["program": .string(program.rawValue)]) { $1 })
    }
}

extension AlternativeRequirement {
    fileprivate var jsonValue: JSONValue {
        .object(
            timing.members.merging([
                "at_least": .integer(Int64(atLeast)), "of": .array(of.map { .string($0.rawValue) }),
            ]) { $1 })
    }
}

extension Timing {
    fileprivate var members: [String: JSONValue] {
        switch self {
        case .afterFinish(let lag): ["after": "finish", "lag": .exact(lag)]
        case .afterStart(let lag): ["after": "start", "lag": .exact(lag)]
        case .atProgress(let progress, let lag):
            ["after": "progress", "at": .number(progress.doubleValue), "lag": .exact(lag)]
        case .choiceOnly: ["after": "none"]
        }
    }
}
