extension Recorder {
    /// Adds the trials of another part.
    mutating func merge(_ other: Self) {
        trials += other.trials
        for index in onTime.indices {
            onTime[index] += other.onTime[index]
            quickWin[index] += other.quickWin[index]
            cancelled[index] += other.cancelled[index]
            critical[index] += other.critical[index]
            finish[index].merge(other.finish[index])
            cost[index].merge(other.cost[index])
            lost[index].merge(other.lost[index])
        }
        for index in quickWins.indices { quickWins[index] += other.quickWins[index] }
        lastFinish.merge(other.lastFinish)
        totalCost.merge(other.totalCost)
        value.merge(other.value)
        lapsed.merge(other.lapsed)
        pairs += other.pairs
        for index in overruns.indices {
            if isBudget { asked[index].merge(other.asked[index]) }
            spent[index].merge(other.spent[index])
            rest[index].merge(other.rest[index])
            absorption[index].merge(other.absorption[index])
            overruns[index] += other.overruns[index]
        }
    }
}
