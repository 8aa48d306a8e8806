import Portfolio

/// What accrues from every period on: of each variant, and of whatever needs several programs
/// (model.md §7, §8).
struct AccrualTable {
    private let scenario: Scenario
    private let worth: Worth
    /// Of each variant the value from a first operating period 0 … E on.
    private let curves: [VariantName: [Double]]
    private let ofProgram: [Program.ID: [Candidate]]
    /// More than the size that a portfolio's value can have.
    let reach: Double

    init(scenario: Scenario, candidates: [Candidate]) {
        self.scenario = scenario
        let worth = Worth(scenario: scenario)
        self.worth = worth
        ofProgram = Dictionary(grouping: candidates) { scenario.programs[$0.program].id }
        let curves = candidates.map { candidate in
            (candidate.name, scenario.curve(candidate.variant.benefits, worth, candidate.variant.ramp))
        }
        self.curves = Dictionary(curves) { first, _ in first }
        let joint = scenario.synergies.map { scenario.curve($0.benefits, worth) }
        reach = (curves.map(\.1) + joint).reduce(0) { $0 + abs($1.first ?? 0) }
    }

    /// The value of a candidate by the period from which it accrues, 0 … E.
    func curve(of candidate: Candidate) -> [Double] { curves[candidate.name] ?? [] }

    /// What the value of one program has to do with others.
    struct Links {
        /// A share of the program's own value accrues only once a helper operates.
        fileprivate var helpers: [(share: Double, finishes: Set<Int>)] = []
        /// What accrues once the program and something else operate: one of several, or nothing.
        fileprivate var joint: [[Joint]] = []
    }

    /// A value, and when the others that it needs may be ready.
    fileprivate struct Joint {
        let curve: [Double]
        let finishes: Set<Int>
    }

    /// The links of a program.
    func links(of program: Program) -> Links {
        var links = Links()
        for help in program.helpedBy {
            links.helpers.append((help.share.doubleValue, finishes(of: help.program)))
        }
        for helped in scenario.programs {
            for help in helped.helpedBy where help.program == program.id {
                links.joint.append(joints(of: helped.id, share: help.share.doubleValue))
            }
        }
        for synergy in scenario.synergies where synergy.programs.contains(program.id) {
            let others = synergy.programs.filter { $0 != program.id }
            let ready = others.reduce(into: Set()) { $0.formUnion(finishes(of: $1)) }
            let curve = scenario.curve(synergy.benefits, worth)
            links.joint.append([Joint(curve: curve, finishes: ready)])
        }
        return links
    }

    private func joints(of program: Program.ID, share: Double) -> [Joint] {
        (ofProgram[program] ?? []).map { candidate in
            Joint(curve: curve(of: candidate).map { share * $0 }, finishes: candidate.finishes)
        }
    }

    private func finishes(of program: Program.ID) -> Set<Int> {
        (ofProgram[program] ?? []).reduce(into: Set()) { $0.formUnion($1.finishes) }
    }
}

extension AccrualTable.Links {
    /// What of the shared value is gained at least where a choice takes another's place, each with its own
    /// curve and first operating period: 0 or less, for nobody else need be chosen.
    func leastGain(
        _ new: (curve: [Double], finish: Int), _ old: (curve: [Double], finish: Int)
    ) -> Double {
        let helped = helpers.reduce(0.0) { sum, helper in
            sum
                + helper.finishes.reduce(0.0) { least, ready in
                    let gain = new.curve[max(new.finish, ready)] - old.curve[max(old.finish, ready)]
                    return min(least, helper.share * gain)
                }
        }
        return joint.reduce(helped) { sum, alternatives in
            sum + alternatives.reduce(0.0) { min($0, $1.leastGain(from: old.finish, to: new.finish)) }
        }
    }
}

extension AccrualTable.Joint {
    func leastGain(from old: Int, to new: Int) -> Double {
        finishes.reduce(0.0) { min($0, curve[max(new, $1)] - curve[max(old, $1)]) }
    }
}

extension Scenario {
    /// Points a year from a first operating period 0 … E on: Σ_k W_k·b_k · worth.
    fileprivate func curve(
        _ benefits: [Dimension.ID: Double], _ worth: Worth, _ ramp: [Double] = []
    ) -> [Double] {
        let points = worth.weightedPoints(benefits)
        return (0...calendar.horizon).map { points * worth.worth(from: $0, ramp: ramp) }
    }
}

extension Candidate {
    /// When it may begin to operate.
    fileprivate var finishes: Set<Int> { Set(starts.map { $0 + duration }) }
}
