extension Trial {
    /// Programs that have not started and never can, each with one that it waits for: alternatives that
    /// only wait for each other. (A ring of requirements proper is no valid scenario.)
    func stranded() -> [(program: Int, cause: Int)] {
        guard network.programs.contains(where: { $0.neededAlternatives > 0 }) else { return [] }
        var canCome = state.phase.map { $0 != .pending && $0 != .cancelled }
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for program in canCome.indices
            where !canCome[program] && state.phase[program] == .pending && canStart(program, canCome) {
                canCome[program] = true
                hasGrown = true
            }
        }
        return canCome.indices.compactMap { program in
            guard !canCome[program], state.phase[program] == .pending else { return nil }
            let entry = rollout.programs[program]
            let lost = (entry.requirements + entry.alternatives).first { !comes($0, for: program, canCome) }
            return lost.map { (program, $0.program) }
        }
    }

    private func canStart(_ program: Int, _ canCome: [Bool]) -> Bool {
        let entry = rollout.programs[program]
        guard entry.requirements.allSatisfy({ comes($0, for: program, canCome) }) else { return false }
        return entry.alternatives.count { comes($0, for: program, canCome) } >= entry.neededAlternatives
    }

    /// Whether what a link waits for has come or still can; programs that only start together do not
    /// wait for each other.
    private func comes(_ link: RolloutProgram.Link, for program: Int, _ canCome: [Bool]) -> Bool {
        if canCome[link.program] || date(of: link) < .infinity { return true }
        return link.event == .start && link.lag == 0 && rollout.together[program].contains(link.program)
            && state.phase[link.program] == .pending
    }
}
