import Formulation
import Portfolio

/// Plans found by constructions, side by side with the relaxation and with one another; how many they are
/// does not depend on the number of threads.
struct FirstPlans: Sendable {
    private let formulation: MIPFormulation
    private let tables: DraftTables
    private let effort: Effort
    private let threads: Int
    private let isStopped: @Sendable () -> Bool

    /// Shares of a construction's whole work.
    struct Effort {
        /// While the relaxation is solved.
        let exploring: Double
        /// When it is known.
        let refining: Double

        /// What is worth it: where neighbourhoods go on until one brings nothing, they improve a plan faster.
        init(_ distance: ProofDistance) {
            (exploring, refining) = distance > .near ? (0.3, 0.05) : (1, 1)
        }
    }

    /// Prepares constructions for a goal.
    init(
        formulation: MIPFormulation, goal: Goal, effort: Effort, threads: Int,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        self.formulation = formulation
        self.effort = effort
        self.threads = threads
        self.isStopped = isStopped
        tables = DraftTables(formulation, goal: goal)
    }

    /// A plan made by insertion alone; nil where none is found.
    func inserted() -> Construction.Found? {
        let construction = construction(seed: 1)
        return construction.begin() ? construction.found : nil
    }

    /// What becomes of a plan by taking out and refilling.
    func explored(from plan: Construction.Found) -> Construction.Found {
        improved(plan, seed: 2, effort.exploring)
    }

    /// The better of what becomes of a plan, where there is one, and of one made along a relaxation.
    func refined(_ plan: Construction.Found?, along relaxed: [Double]) -> Construction.Found? {
        let (explored, leaning) = SideBySide.both(
            threads: threads, { plan.map { improved($0, seed: 3, effort.refining) } },
            { made(along: relaxed) })
        return [explored, leaning].compactMap(\.self).min { $0.cost < $1.cost }
    }

    private func improved(_ plan: Construction.Found, seed: UInt64, _ share: Double) -> Construction.Found {
        let construction = construction(seed: seed)
        construction.begin(with: plan)
        construction.improve(share: share)
        return construction.found ?? plan
    }

    private func made(along relaxed: [Double]) -> Construction.Found? {
        let construction = construction(seed: 4)
        guard construction.begin(relaxed: relaxed) else { return nil }
        construction.improve(share: effort.refining)
        return construction.found
    }

    private func construction(seed: UInt64) -> Construction {
        Construction(formulation: formulation, tables: tables, seed: seed, isStopped: isStopped)
    }
}
