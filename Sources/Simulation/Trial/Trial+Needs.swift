import Portfolio

/// What programs need of a year's money, and what they ask for.
extension Trial {
    /// What is known of the realised need of a program that starts.
    enum Cover {
        /// Nothing.
        case unknown
        /// What is asked for is not covered.
        case none
        /// What it would need as planned is covered, which is less; see ``collectRealised(_:at:in:)``.
        case asPlanned
        /// All of it is covered.
        case whole
    }

    private func hasAsked(_ program: Int) -> Bool {
        network.program(program).pointee.sets.range.contains { state.asking[$0] > 0 }
    }

    /// Notes the needs as what a program asks for.
    func setAsked(_ program: Int) {
        for place in network.program(program).pointee.sets.range { ask(-state.asking[place], at: place) }
        for index in 0..<needs.count { ask(needs[index].amount, of: program, for: needs[index].set) }
    }

    /// Has a program ask for so much more of the present year's money for a set.
    func ask(_ amount: Rupiah, of program: Int, for set: Int) {
        if let place = place(of: set, in: program) { ask(amount, at: place) }
    }

    /// Where a program's figures about one of its eligible sets lie; nil where it is not one of them.
    func place(of set: Int, in program: Int) -> Int? {
        for place in network.program(program).pointee.sets.range where network.sets[place] == set {
            return place
        }
        return nil
    }

    /// The same, by the place of the program's set.
    func ask(_ amount: Rupiah, at place: Int) {
        guard amount != 0, let year else { return }
        state.asking.base[place] &+= amount
        state.asked.base[network.sets[place] &* rollout.years.count &+ year] &+= amount
    }

    /// Whether the smaller of realised and planned need of programs that start together is covered.
    func coverStarts(of together: Network.Part, at now: Double, in year: Int) -> Cover {
        if together.count == 1 { return coverStart(of: network.positions[together.first], at: now, in: year) }
        togetherNeeds.clear()
        for index in together.range {
            let program = network.positions[index]
            collectRealised(program, at: now, in: year)
            if needs.total > plannedTotal(program, at: now, in: year) {
                addPlanned(program)
            } else {
                togetherNeeds.add(needs)
            }
        }
        if reservations.covers(togetherNeeds) { return .unknown }
        for index in together.range where !hasAsked(network.positions[index]) {
            collectRealised(network.positions[index], at: now, in: year)
            setAsked(network.positions[index])
        }
        return .none
    }

    /// Whether the smaller need of one program is covered.
    ///
    /// Of a single set the planned need is not asked for where the realised one is covered: then the
    /// smaller of both is covered too.
    private func coverStart(of program: Int, at now: Double, in year: Int) -> Cover {
        collectRealised(program, at: now, in: year)
        let hasOneSet = network.program(program).pointee.sets.count == 1
        if hasOneSet, reservations.covers(needs) { return .whole }
        if needs.total <= plannedTotal(program, at: now, in: year) {
            if !hasOneSet, reservations.covers(needs) { return .whole }
        } else {
            togetherNeeds.clear()
            addPlanned(program)
            if reservations.covers(togetherNeeds) { return .asPlanned }
        }
        if !hasAsked(program) { setAsked(program) }
        return .none
    }

    /// What a program needs of a year from now on: `capitalNeeds`, and `needs` with the operation after
    /// its finish.
    func collectRealised(_ program: Int, at now: Double, in year: Int) {
        collectCapital(program, months: min(remaining(program), limit(program, in: year) - now))
        needs.clear()
        needs.add(capitalNeeds)
        addOperation(program, finishing: now + remaining(program), in: year)
    }

    /// All that a start would need in a year with planned duration and amounts; the answer for a program
    /// is kept, because most trials ask for the same instant.
    private func plannedTotal(_ program: Int, at now: Double, in year: Int) -> Rupiah {
        let known = state.plannedNeed[program]
        if known.instant == now && known.year == year { return known.total }
        collectPlanned(program, at: now, in: year)
        state.plannedNeed[program] = TrialState.PlannedNeed(
            instant: now, year: year, total: plannedNeeds.total)
        for place in network.program(program).pointee.sets.range { state.plannedAmounts[place] = 0 }
        for index in 0..<plannedNeeds.count {
            let need = plannedNeeds[index]
            if let place = place(of: need.set, in: program) { state.plannedAmounts[place] = need.amount }
        }
        return plannedNeeds.total
    }

    /// What a start would need as planned, by ``plannedTotal(_:at:in:)``, added to `togetherNeeds`.
    private func addPlanned(_ program: Int) {
        for place in network.program(program).pointee.sets.range {
            togetherNeeds.add(state.plannedAmounts[place], for: network.sets[place])
        }
    }

    /// The need that a start would have in a year with planned duration and amounts.
    private func collectPlanned(_ program: Int, at now: Double, in year: Int) {
        let entry = network.program(program)
        let months = min(entry.pointee.plannedDuration, limit(program, in: year) - now)
        let left = rollout.yearEnds[year] - (now + entry.pointee.plannedDuration)
        plannedNeeds.clear()
        for index in entry.pointee.capital.range {
            let line = rollout.lines[network.positions[index]]
            plannedNeeds.add(
                line.spent(at: months / entry.pointee.plannedDuration, of: line.amount), for: line.set)
        }
        guard left > 0 else { return }
        for index in entry.pointee.operating.range {
            let line = rollout.lines[network.positions[index]]
            plannedNeeds.add(line.operated(for: left, of: line.amount), for: line.set)
        }
    }

    /// The capital of the next months, as `capitalNeeds`; what is spent up to their end stays in `coming`.
    func collectCapital(_ program: Int, months: Double) {
        let fraction = luck.fraction(of: program, after: state.worked[program] + months)
        capitalNeeds.clear()
        var (profile, weight) = (UnsafePointer<Double>?.none, 0.0)
        for index in network.program(program).pointee.capital.range {
            let line = network.positions[index]
            let entry = rollout.lines.base + line
            if fraction < 1, entry.pointee.weights != profile {
                (profile, weight) = (entry.pointee.weights, entry.pointee.weight(at: fraction))
            }
            let amount = luck.amounts[line]
            let total = fraction < 1 ? entry.pointee.spent(weight: weight, of: amount) : amount
            state.coming[line] = total
            capitalNeeds.add(total &- state.booked[line], for: entry.pointee.set)
        }
    }

    /// The operation of the rest of a year after a finish within it, added to `needs`.
    private func addOperation(_ program: Int, finishing finish: Double, in year: Int) {
        guard finish < rollout.yearEnds[year] else { return }
        for index in network.program(program).pointee.operating.range {
            let line = network.positions[index]
            needs.add(operation(line, finishing: finish, in: year), for: rollout.lines[line].set)
        }
    }
}
