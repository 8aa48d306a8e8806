import Linear
import Portfolio

/// The values that accrue only once several programs operate: helped_by shares and synergies
/// (model.md §7). One column w[g] per instant g at which one of them may begin to operate:
///
///     w[g] ≤ [each operates by g]                  (where the bonus is worth something)
///     w[g] ≥ Σ [operates by g] − (members − 1)     (where it is a harm)
///
/// The bonus is Σ_g w[g]·(V(g) − V(next g)), V(g) being its worth when accruing from g on. V falls
/// with g, so the sign of the bonus decides which row binds, and w may be continuous.
struct Bonuses {
    /// A bonus column and when it is 1.
    struct BonusColumn {
        let column: Model.Column
        /// Sums that are 1 when a member operates by the instant.
        let members: [[Model.Term]]
        /// What the column adds to the portfolio's value.
        let value: Double
    }

    private(set) var columns: [BonusColumn] = []

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
        columns.append(BonusColumn(column: column, members: members, value: value))
        let own = Model.Term(1, column)
        if value > 0 {
            for member in members {
                builder.addRow(builder.names.name("if", name), [own] + member.negated, in: (-.infinity)...0)
            }
        } else {
            let all = members.flatMap { $0 }.negated
            let least = 1 - Double(members.count)
            builder.addRow(builder.names.name("if", name), [own] + all, in: least...(.infinity))
        }
    }
}
