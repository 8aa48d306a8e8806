import Portfolio

extension RolloutCompiler {
    /// Lays out one program, whose cost lines have these numbers.
    func compile(_ index: Int, lines: Range<Int>) -> RolloutProgram {
        let (program, variant, start) = chosen[index]
        let step = scenario.calendar.step.months
        let links = program.requires.compactMap { link(to: $0.program, timing: $0.timing) }
        let alternatives = program.requiresAny
        let others = alternatives?.of.compactMap { link(to: $0, timing: alternatives?.timing) } ?? []
        let isTimed = (links + others).contains { $0.event != .choice }
        let shares = program.helpedBy.map(\.share.doubleValue)
        return RolloutProgram(
            id: program.id, plannedStart: Double(start * step),
            plannedFinish: Double((start + periods(of: variant)) * step),
            plannedDuration: variant.duration.planned.doubleValue,
            isSingleYear: program.contract == .singleYear,
            startsWhenReady: scenario.simulation.start == .ready && isTimed && program.inProgress == nil,
            quickWinDeadline: planned.quickWins.contains(program.id) ? quickWinDeadline : nil,
            lines: lines,
            staff: owners.enumerated().compactMap { owner, entry in
                variant.staff[entry.id].map { RolloutProgram.StaffNeed(owner: owner, persons: $0) }
            },
            requirements: links, neededAlternatives: alternatives?.atLeast ?? 0, alternatives: others,
            points: points(variant.benefits),
            worth: WorthCurve(years: worthYears, ramp: variant.ramp),
            ownShare: max(0, 1 - shares.reduce(0, +)),
            helps: program.helpedBy.compactMap { help in
                position[help.program].map { ($0, help.share.doubleValue) }
            })
    }

    private var quickWinDeadline: Double? {
        scenario.quickWin.map {
            Double($0.finishBy.advanced(by: 1).ordinal - scenario.calendar.start.ordinal)
        }
    }

    private func link(to other: Program.ID, timing: Timing?) -> RolloutProgram.Link? {
        guard let index = position[other], let timing else { return nil }
        switch timing {
        case .afterFinish(let lag): return .init(program: index, event: .finish, lag: lag.doubleValue)
        case .afterStart(let lag): return .init(program: index, event: .start, lag: lag.doubleValue)
        case .atProgress(let progress, let lag):
            let done = chosen[index].program.inProgress?.doubleValue ?? 0
            let rest = (progress.doubleValue - done) / (1 - done)
            let reached = progress <= (chosen[index].program.inProgress ?? 0)
            return .init(
                program: index, event: reached ? .start : .progress(rest), lag: lag.doubleValue)
        case .choiceOnly: return .init(program: index, event: .choice, lag: 0)
        }
    }
}
