import Linear
import Portfolio

/// The values that accrue only once several programs operate: helped_by shares and synergies
/// (model.md §7). With one column per instant g at which one of them may begin to operate, what accrues
/// is a first member's, less what the others keep from it:
///
///     lost[g] ≥ [first operates by g] − [each other operates by g]   (where the bonus is worth something)
///     w[g] ≥ Σ [operates by g] − (members − 1)                       (where it is a harm)
///
/// The bonus is Σ_g ([first operates by g] − lost[g])·(V(g) − V(next g)), or Σ_g w[g]·(V(g) − V(next g)),
/// V(g) being its worth when accruing from g on. V falls with g, so the sign of the bonus decides which
/// row binds, and the column may be continuous. Counting what is lost takes a row less than counting what
/// accrues, with the same relaxation.
struct Bonuses {
    /// A bonus at an instant, and when it accrues.
    struct Bonus {
        /// 1 where the first member operates without all others; for a harm, where all operate.
        let column: Model.Column
        /// Sums that are 1 when a member operates by the instant.
        let members: [[Model.Term]]
        /// What it adds to the portfolio's value.
        let value: Double

        /// The value as a linear sum.
        var terms: [Model.Term] {
            guard value > 0 else { return [Model.Term(value, column)] }
            return (members.first ?? []).scaled(by: value) + [Model.Term(-value, column)]
        }

        /// The column's value where each member operates or not.
        func columnValue(_ operating: [Bool]) -> Double {
            let accrues = operating.allSatisfy(\.self)
            return (value > 0 ? operating.first == true && !accrues : accrues) ? 1 : 0
        }
    }

    private(set) var all: [Bonus] = []

    mutating func add(to builder: inout ModelBuilder) {
        for program in builder.scenario.programs {
            for help in program.helpedBy where help.share > 0 { add(help, of: program, to: &builder) }
        }
        for synergy in builder.scenario.synergies { add(synergy, to: &builder) }
    }

    private mutating func add(_ help: Help, of program: Program, to builder: inout ModelBuilder) {
        let helper = builder.starts(of: help.program)
        for own in builder.starts(of: program.id) {
            let variant = own.candidate.variant
            let points = builder.worth.weightedPoints(variant.benefits) * help.share.doubleValue
            let worth = builder.worth
            let name = "helped.\(program.id).\(variant.id).\(help.program)"
            add(name, [[own], helper], &builder) { points * worth.worth(from: $0, ramp: variant.ramp) }
        }
    }

    private mutating func add(_ synergy: Synergy, to builder: inout ModelBuilder) {
        let points = builder.worth.weightedPoints(synergy.benefits)
        let members = synergy.programs.map { builder.starts(of: $0) }
        let worth = builder.worth
        add("synergy.\(synergy.id)", members, &builder) { points * worth.worth(from: $0) }
    }

    private mutating func add(
        _ name: String, _ members: [[StartedBy]], _ builder: inout ModelBuilder, value: (Int) -> Double
    ) {
        let finishes = members.map {
            $0.flatMap { start in start.candidate.starts.map { $0 + start.candidate.duration } }
        }
        guard let earliest = finishes.map({ $0.min() ?? Int.max }).max(), earliest < Int.max else { return }
        let instants = Set(finishes.joined().filter { $0 >= earliest }).sorted()
        for (index, instant) in instants.enumerated() {
            let later = index + 1 < instants.count ? value(instants[index + 1]) : 0
            let gain = value(instant) - later
            guard gain != 0 else { continue }
            let operating = members.map { $0.flatMap { $0.operating(by: instant) } }
            addColumn(builder.names.name(name, "\(instant)"), operating, gain, to: &builder)
        }
    }

    private mutating func addColumn(
        _ name: String, _ members: [[Model.Term]], _ value: Double, to builder: inout ModelBuilder
    ) {
        let column = builder.model.addColumn(name, in: 0...1)
        all.append(Bonus(column: column, members: members, value: value))
        let own = Model.Term(1, column)
        if value > 0, let first = members.first {
            for other in members.dropFirst() {
                let terms = [own] + first.negated + other
                builder.addRow(builder.names.name("if", name), terms, in: 0...(.infinity))
            }
        } else {
            let all = members.flatMap { $0 }.negated
            let least = 1 - Double(members.count)
            builder.addRow(builder.names.name("if", name), [own] + all, in: least...(.infinity))
        }
    }
}
