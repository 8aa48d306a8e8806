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

    /// What a program was last found to need, out of a table laid out as ``Network/sets``.
    func needs(of program: Int, in table: Table<Rupiah>) -> Needs {
        let part = network.program(program).pointee.sets
        return Needs(
            sets: network.sets.base + part.first, amounts: table.base + part.first, count: part.count)
    }

    private func hasAsked(_ program: Int) -> Bool {
        network.program(program).pointee.sets.range.contains { state.asking[$0] > 0 }
    }

    /// Notes the realised needs as what a program asks for.
    func setAsked(_ program: Int, in year: Int) {
        for place in network.program(program).pointee.sets.range {
            ask(state.realised[place] &- state.asking[place], at: place, in: year)
        }
    }

    /// Has a program ask for so much more of the present year's money, by the place of its set.
    func ask(_ amount: Rupiah, at place: Int, in year: Int) {
        state.asking.base[place] &+= amount
        state.asked.base[network.sets[place] &* rollout.years.count &+ year] &+= amount
    }

    /// Whether the smaller of realised and planned need of programs that start together is covered.
    func coverStarts(of programs: Network.Part, at now: Double, in year: Int) -> Cover {
        if programs.count == 1 { return coverStart(of: network.positions[programs.first], at: now, in: year) }
        together.fill(0)
        for index in programs.range {
            let program = network.positions[index]
            collectRealised(program, at: now, in: year)
            let total = needs(of: program, in: state.realised).total
            let least = total > plannedTotal(program, at: now, in: year) ? state.planned : state.realised
            for place in network.program(program).pointee.sets.range {
                together[network.sets[place]] += least[place]
            }
        }
        let needs = Needs(sets: everySet.base, amounts: together.base, count: together.count)
        if reservations.covers(needs) { return .unknown }
        for index in programs.range where !hasAsked(network.positions[index]) {
            setAsked(network.positions[index], in: year)
        }
        return .none
    }

    /// Whether the smaller need of one program is covered.
    ///
    /// Of a single set the planned need is not asked for where the realised one is covered: then the
    /// smaller of both is covered too.
    private func coverStart(of program: Int, at now: Double, in year: Int) -> Cover {
        collectRealised(program, at: now, in: year)
        let realised = needs(of: program, in: state.realised)
        let hasOneSet = realised.count == 1
        if hasOneSet, reservations.covers(realised) { return .whole }
        if realised.total <= plannedTotal(program, at: now, in: year) {
            if !hasOneSet, reservations.covers(realised) { return .whole }
        } else if reservations.covers(needs(of: program, in: state.planned)) {
            return .asPlanned
        }
        if !hasAsked(program) { setAsked(program, in: year) }
        return .none
    }

    /// What a program needs of a year from now on, in `state.capital`, and in `state.realised` with the
    /// operation after its finish.
    func collectRealised(_ program: Int, at now: Double, in year: Int) {
        let entry = network.program(program)
        let remaining = remaining(program)
        collectCapital(program, months: min(remaining, limit(program, in: year) - now))
        // No need is below 0; a mere copy of one or two figures would become a call.
        for place in entry.pointee.sets.range { state.realised[place] = max(0, state.capital[place]) }
        let finish = now + remaining
        guard finish < rollout.yearEnds[year] else { return }
        for index in entry.pointee.operating.range {
            let line = network.positions[index]
            state.realised.base[network.places[line]] &+= operation(line, finishing: finish, in: year)
        }
    }

    /// All that a start would need in a year with planned duration and amounts, its parts in
    /// `state.planned`; the answer for a program is kept, because most trials ask for the same instant.
    private func plannedTotal(_ program: Int, at now: Double, in year: Int) -> Rupiah {
        let known = state.plannedNeed[program]
        if known.instant == now && known.year == year { return known.total }
        collectPlanned(program, at: now, in: year)
        let total = needs(of: program, in: state.planned).total
        state.plannedNeed[program] = TrialState.PlannedNeed(instant: now, year: year, total: total)
        return total
    }

    /// The need that a start would have in a year with planned duration and amounts.
    private func collectPlanned(_ program: Int, at now: Double, in year: Int) {
        let entry = network.program(program)
        let months = min(entry.pointee.plannedDuration, limit(program, in: year) - now)
        let left = rollout.yearEnds[year] - (now + entry.pointee.plannedDuration)
        for place in entry.pointee.sets.range { state.planned[place] = 0 }
        for index in entry.pointee.capital.range {
            let line = network.positions[index]
            state.planned.base[network.places[line]] &+= rollout.lines[line].spent(
                at: months / entry.pointee.plannedDuration, of: rollout.lines[line].amount)
        }
        guard left > 0 else { return }
        for index in entry.pointee.operating.range {
            let line = network.positions[index]
            state.planned.base[network.places[line]] &+= rollout.lines[line].operated(
                for: left, of: rollout.lines[line].amount)
        }
    }

    /// The capital of the next months, in `state.capital`; what is spent up to their end stays in
    /// `state.coming`.
    func collectCapital(_ program: Int, months: Double) {
        let entry = network.program(program)
        let fraction = luck.fraction(of: program, after: state.worked[program] + months)
        var (profile, weight) = (UnsafePointer<Double>?.none, 0.0)
        for index in entry.pointee.capital.range {
            let line = network.positions[index]
            let cost = rollout.lines.base + line
            if fraction < 1, cost.pointee.weights != profile {
                (profile, weight) = (cost.pointee.weights, cost.pointee.weight(at: fraction))
            }
            let amount = luck.amounts[line]
            let total = fraction < 1 ? cost.pointee.spent(weight: weight, of: amount) : amount
            state.coming[line] = total
            let (place, need) = (network.places[line], max(0, total &- state.booked[line]))
            state.capital[place] = network.isFirst[line] ? need : state.capital[place] &+ need
        }
    }
}
