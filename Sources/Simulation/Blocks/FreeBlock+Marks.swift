extension FreeBlock {
    /// Marks the trials in which a program is cancelled.
    func markCancelled(_ program: Int, _ outcomes: Outcomes) {
        let (lost, marks) = (column(program, of: lost), column(program, of: outcomes.cancelled))
        marks.update(repeating: 0)
        guard hasLosses[program] else { return }
        for trial in 0..<Self.size { marks[trial] = lost[trial] < .infinity ? 1 : 0 }
    }

    /// Marks the chain that fixes the last finish, from its end to its beginning.
    func markCritical(_ outcomes: Outcomes, _ luck: DrawBlock) {
        let last = column(0, of: worked)
        last.update(repeating: -1)
        for program in rollout.programs.indices {
            let finish = column(program, of: finish)
            for trial in 0..<Self.size {
                let isLater = finish[trial] > last[trial] && finish[trial] < .infinity
                last[trial] = isLater ? finish[trial] : last[trial]
            }
        }
        for program in rollout.programs.indices {
            let (finish, marks) = (column(program, of: finish), column(program, of: outcomes.critical))
            for trial in 0..<Self.size { marks[trial] = finish[trial] == last[trial] ? 1 : 0 }
        }
        for program in order.reversed() {
            let entry = network.programs[program]
            let (start, marks) = (column(program, of: start), column(program, of: outcomes.critical))
            for part in [entry.requirements, entry.alternatives] {
                for index in part.range {
                    let others = column(network.links[index].program, of: outcomes.critical)
                    follow(network.links[index], luck) { trial, date in
                        others[trial] |= abs(date - start[trial]) <= Trial.slack ? marks[trial] : 0
                    }
                }
            }
        }
    }
}
