import Portfolio

/// Where a trial stands; reused from trial to trial.
struct TrialState: Sendable {
    /// What a program is doing.
    enum Phase: Sendable {
        case pending, working, paused, finished, cancelled
    }

    /// What a program waits for.
    enum Wait: Sendable {
        case nothing, money, staff
        /// A stopped single-year contract waits for the revised budget, else for 1 January.
        case revision
    }

    /// How a stretch of work ends.
    enum Ending: Sendable {
        case finish, giveUp, struck, pause, stop, yearEnd
    }

    /// A stretch of work at full speed.
    struct Stretch: Sendable {
        var program: Int
        var begin: Double
        var end: Double
        /// Months worked before.
        var worked: Double
        /// The year that pays; nil after the calendar.
        var year: Int?
    }

    var phase: [Phase]
    var wait: [Wait]
    var start: [Double]
    var finish: [Double]
    var cancelled: [Double]
    /// Whether something was cancelled whose dependents have not been looked at.
    var hasNewLosses = false
    /// Months worked before the present stretch.
    var worked: [Double]
    var stretchBegin: [Double]
    var stretchEnd: [Double]
    var ending: [Ending]
    var payingYear: [Int?]
    /// Whether the start was held up by money or staff.
    var waited: [Bool]
    /// Stretches of work, as they ended.
    var stretches: [Stretch]
    var freeStaff: [Int]
    /// Rupiah by line and year: [line · years + year].
    var spent: [Rupiah]
    /// Rupiah asked for, by set and year.
    var asked: [Rupiah]
    /// Rupiah asked for by each program in the present year, by set: [program · sets + set].
    var asking: [Rupiah]
    /// Whether what a program asked for this year was granted.
    var granted: [Bool]
    /// Covered part of the operating need: [program · years + year].
    var coverage: [Double]
    /// Carried out of each fund-year: [fund · years + year].
    var carried: [Rupiah]

    /// Makes room for a rollout.
    init(_ rollout: Rollout) {
        let (count, years) = (rollout.programs.count, rollout.years.count)
        let zeros = Array(repeating: 0.0, count: count)
        phase = Array(repeating: .pending, count: count)
        wait = Array(repeating: .nothing, count: count)
        (start, finish, cancelled, worked, stretchBegin, stretchEnd) = (
            zeros, zeros, zeros, zeros, zeros, zeros
        )
        ending = Array(repeating: .finish, count: count)
        payingYear = Array(repeating: nil, count: count)
        waited = Array(repeating: false, count: count)
        stretches = []
        freeStaff = rollout.staff
        spent = Array(repeating: 0, count: rollout.lines.count * years)
        asked = Array(repeating: 0, count: rollout.sets.sets.count * years)
        asking = Array(repeating: 0, count: count * rollout.sets.sets.count)
        granted = Array(repeating: false, count: count)
        coverage = Array(repeating: 1, count: count * years)
        carried = Array(repeating: 0, count: rollout.sets.ceilings.count)
    }

    /// Back to the beginning.
    mutating func reset(staff: [Int]) {
        for index in phase.indices {
            phase[index] = .pending
            wait[index] = .nothing
            (start[index], finish[index], cancelled[index]) = (.infinity, .infinity, .infinity)
            worked[index] = 0
            payingYear[index] = nil
            waited[index] = false
            granted[index] = false
        }
        hasNewLosses = false
        stretches.removeAll(keepingCapacity: true)
        for index in freeStaff.indices { freeStaff[index] = staff[index] }
        for index in spent.indices { spent[index] = 0 }
        for index in asked.indices { asked[index] = 0 }
        for index in asking.indices { asking[index] = 0 }
        for index in coverage.indices { coverage[index] = 1 }
        for index in carried.indices { carried[index] = 0 }
    }
}
