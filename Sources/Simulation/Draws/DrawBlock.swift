import Portfolio
import Probability

/// The luck of a block of consecutive trials, a column per quantity: [quantity · size + trial].
final class DrawBlock: Sendable {
    /// Trials in a full block.
    static let size = 256

    /// Work, months, before retries.
    let work: Table<Double>
    /// Retry delays, months; up to the last failure where the route gives up.
    let retry: Table<Double>
    /// Whether procurement gives the program up.
    let givesUp: Table<Bool>
    /// Fraction of the work at which the program is cancelled; 2 is never.
    let strike: Table<Double>
    /// Realised amount of each line, rupiah.
    let amounts: Table<Rupiah>
    /// Factor on the program's own benefit.
    let benefit: Table<Double>
    /// Ceilings after shocks: [(fund · years + year) · size + trial].
    let ceilings: Table<Rupiah>
    /// How strongly each risk struck: factor, struck programs, failed attempts, shares cut.
    let strength: Table<Double>

    private let rollout: Rollout
    private let sources: RiskSources
    /// Factor on the cost of the lines that share a draw and a program.
    private let factors: Table<Double>
    /// The row of `factors` for each line, and the rows of each program.
    private let factorRow: [Int]
    private let factorRows: [[Int]]
    private let kept: Table<Double>
    private let shockedRows: [Int]
    private let scores: Table<Double>
    private let bits: Table<UInt32>
    private let column: Table<Double>
    private let struck: Table<Int>

    /// Makes room for a rollout.
    init(rollout: Rollout, sources: RiskSources) {
        self.rollout = rollout
        self.sources = sources
        let (programs, size, fundYears) = (
            rollout.programs.count, Self.size, rollout.sets.ceilings.count
        )
        func columns(_ count: Int) -> Table<Double> { Table(repeating: 0, count: count * size) }
        (work, retry, strike, benefit) = (
            columns(programs), columns(programs), columns(programs), columns(programs)
        )
        givesUp = Table(repeating: false, count: programs * size)
        amounts = Table(repeating: 0, count: rollout.lines.count * size)
        ceilings = Table(rollout.sets.ceilings.flatMap { Array(repeating: $0, count: size) })
        kept = columns(fundYears)
        shockedRows = Set(
            sources.shocks.flatMap { shock in shock.funds.map { $0 * rollout.sets.years + shock.year } }
        ).sorted()
        strength = columns(sources.risks.count)
        scores = columns(sources.commons.count)
        (bits, column, struck) = (
            Table(repeating: 0, count: size), columns(1), Table(repeating: 0, count: size)
        )
        (factorRow, factorRows) = Self.rows(rollout, sources)
        factors = columns((factorRow.max() ?? 0) + 1)
    }

    /// One row for the lines of a program that have the same draw or none.
    private static func rows(_ rollout: Rollout, _ sources: RiskSources) -> ([Int], [[Int]]) {
        var (row, rows, next) = ([Int](), [[Int]](), 0)
        for program in rollout.programs {
            var (known, first) = ([Int: Int](), next)
            for line in program.lines {
                let draw = sources.cost[line] == nil ? sources.sharesCost[line] ?? -1 : line
                if known[draw] == nil {
                    known[draw] = next
                    next += 1
                }
                row.append(known[draw] ?? first)
            }
            if next == first { first = next }
            rows.append(Array(first..<next))
        }
        return (row, rows)
    }

    /// Draws the luck of the trials from `first` on, without one risk where asked.
    func draw(from first: UInt64, without excluded: Int?) {
        reset()
        for (index, common) in sources.commons.enumerated() {
            fillBits(common.stream, first)
            NormalScore.fill(row(index, of: scores), bits: drawn)
        }
        for index in sources.work.indices { base(sources.work[index], first, into: row(index, of: work)) }
        for factor in sources.durationFactors where factor.risk != excluded {
            multiply(factor, first, rows: factor.programs, in: work)
        }
        for index in work.indices where !(work[index] >= 0) { work[index] = 0 }
        drawCosts(first, excluded)
        for index in sources.benefit.indices {
            if let draw = sources.benefit[index] { base(draw, first, into: row(index, of: benefit)) }
        }
        for factor in sources.benefitFactors where factor.risk != excluded {
            multiply(factor, first, rows: factor.programs, in: benefit)
        }
        for event in sources.events where event.risk != excluded { strike(event, first) }
        for route in sources.routes where route.risk != excluded { attempt(route, first) }
        for shock in sources.shocks where shock.risk != excluded { cut(shock, first) }
        cutCeilings()
        realise()
    }

    private func row<Element>(_ index: Int, of table: Table<Element>) -> UnsafeMutableBufferPointer<Element> {
        table.column(at: index * Self.size, count: Self.size)
    }

    private func reset() {
        retry.fill(0)
        givesUp.fill(false)
        strike.fill(2)
        benefit.fill(1)
        factors.fill(1)
        strength.fill(0)
        for shocked in shockedRows { row(shocked, of: kept).update(repeating: 1) }
    }

    private func fillBits(_ stream: RandomStream, _ first: UInt64, draw: UInt8 = 0) {
        stream.fill(row(0, of: bits), firstTrial: first, draw: draw)
    }

    /// The bits that were drawn last, of so many trials.
    private var drawn: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(row(0, of: bits)) }

    /// A base draw into a column.
    private func base(
        _ draw: RiskSources.Draw, _ first: UInt64, into output: UnsafeMutableBufferPointer<Double>
    ) {
        if let constant = draw.sampler.constant { return output.update(repeating: constant) }
        fillBits(draw.stream, first)
        guard let common = draw.correlation else { return draw.sampler.fill(output, bits: drawn) }
        draw.sampler.fill(
            output, bits: drawn, tiedTo: UnsafeBufferPointer(row(common, of: scores)),
            by: sources.commons[common].copula)
    }

    private func multiply(_ factor: RiskSources.Factor, _ first: UInt64, rows: [Int], in table: Table<Double>)
    {
        fillBits(factor.stream, first)
        let drawn = row(0, of: column)
        factor.sampler.fill(drawn, bits: self.drawn)
        for index in rows {
            let values = row(index, of: table)
            for trial in values.indices { values[trial] *= drawn[trial] }
        }
        let strength = row(factor.risk, of: strength)
        for trial in strength.indices { strength[trial] += drawn[trial] }
    }

    private func drawCosts(_ first: UInt64, _ excluded: Int?) {
        for line in sources.cost.indices {
            if let draw = sources.cost[line] { base(draw, first, into: row(factorRow[line], of: factors)) }
        }
        for factor in sources.costFactors where factor.risk != excluded {
            multiply(factor, first, rows: factor.programs.flatMap { factorRows[$0] }, in: factors)
        }
    }

    /// Tosses a coin for every trial.
    ///
    /// - Returns: The trials in which it falls.
    private func toss(
        _ stream: RandomStream, _ patterns: UInt64, _ first: UInt64, draw: UInt8 = 0
    ) -> UnsafeBufferPointer<Int> {
        fillBits(stream, first, draw: draw)
        let (bits, struck, patterns) = (bits.base, struck.base, Int64(patterns))
        var count = 0
        for trial in 0..<Self.size {
            struck[count] = trial
            count &+= WholeNumber.one(if: Int64(bits[trial]), isBelow: patterns)
        }
        return UnsafeBufferPointer(start: struck, count: count)
    }

    /// The values of an impact in the trials that were struck, one after the other.
    private func values(
        of impact: RiskSources.Impact, _ first: UInt64, _ struck: UnsafeBufferPointer<Int>
    ) -> UnsafeMutableBufferPointer<Double> {
        let values = column.column(at: 0, count: struck.count)
        if let constant = impact.sampler.constant {
            values.update(repeating: constant)
            return values
        }
        impact.sampler.fill(values, bits: fillBits(impact.stream, first, struck))
        return values
    }

    /// The bits of the trials that were struck, one after the other; where they are many the whole
    /// column is drawn, which takes less time.
    private func fillBits(
        _ stream: RandomStream, _ first: UInt64, _ struck: UnsafeBufferPointer<Int>
    ) -> UnsafeBufferPointer<UInt32> {
        let part = bits.column(at: 0, count: struck.count)
        guard struck.count > Self.size / 8 else {
            stream.fill(part, firstTrial: first, offsets: struck)
            return UnsafeBufferPointer(part)
        }
        fillBits(stream, first)
        for (position, trial) in struck.enumerated() { part[position] = bits[trial] }
        return UnsafeBufferPointer(part)
    }

    private func strike(_ event: RiskSources.Event, _ first: UInt64) {
        let struck = toss(event.coin, event.patterns, first)
        guard !struck.isEmpty else { return }
        if let delay = event.delay {
            change(event.programs, of: work, struck, values(of: delay, first, struck)) { $0 + $1 }
        }
        if let cost = event.cost {
            let rows = event.programs.flatMap { factorRows[$0] }
            change(rows, of: factors, struck, values(of: cost, first, struck)) { $0 * $1 }
        }
        if let benefit = event.benefit {
            change(event.programs, of: self.benefit, struck, values(of: benefit, first, struck)) { $0 * $1 }
        }
        if let strike = event.strike {
            let (bits, instants) = (
                fillBits(strike, first, struck), column.column(at: 0, count: struck.count)
            )
            for index in struck.indices { instants[index] = RandomStream.uniform(bits[index]) }
            change(event.programs, of: self.strike, struck, instants) { $1 < $0 ? $1 : $0 }
        }
        let strength = row(event.risk, of: strength)
        for trial in struck { strength[trial] += Double(event.programs.count) }
    }

    @inline(__always)
    private func change(
        _ rows: [Int], of table: Table<Double>, _ struck: UnsafeBufferPointer<Int>,
        _ values: UnsafeMutableBufferPointer<Double>, _ operation: (Double, Double) -> Double
    ) {
        for index in rows {
            let row = row(index, of: table)
            for (position, trial) in struck.enumerated() {
                row[trial] = operation(row[trial], values[position])
            }
        }
    }

    /// Draws attempts until one succeeds; none succeeds after 256 failures.
    private func attempt(_ route: RiskSources.Route, _ first: UInt64) {
        guard route.failure > 0 else { return }
        for offset in toss(route.attempt, route.patterns, first) {
            let trial = first + UInt64(offset)
            let index = route.program * Self.size + offset
            var (failures, delays) = (1, 0.0)
            let most = min(route.giveUpAfter, 256)
            while failures < most {
                delays += route.delay.value(trial, draw: failures - 1)
                guard route.fails(trial, attempt: failures) else { break }
                failures += 1
            }
            givesUp[index] = failures >= most
            retry[index] = max(0, delays)
            strength.base[route.risk * Self.size + offset] += Double(failures)
        }
    }

    private func cut(_ shock: RiskSources.Shock, _ first: UInt64) {
        let years = rollout.sets.years
        for offset in toss(shock.coin, shock.patterns, first, draw: shock.draw) {
            let cut = shock.cut.value(first + UInt64(offset), draw: Int(shock.draw))
            let left = min(1, max(0, 1 - cut))
            for fund in shock.funds { kept.base[(fund * years + shock.year) * Self.size + offset] *= left }
            strength.base[shock.risk * Self.size + offset] += 1 - left
        }
    }

    /// floor(B·Π(1 − cut)).
    private func cutCeilings() {
        for shocked in shockedRows {
            let ceiling = rollout.sets.ceilings[shocked]
            let (kept, ceilings) = (row(shocked, of: kept), row(shocked, of: ceilings))
            for trial in kept.indices {
                ceilings[trial] = kept[trial] == 1 ? ceiling : Rupiah(Double(ceiling) * kept[trial])
            }
        }
    }

    /// round-half-up(amount × factors), factors below 0 counting as 0; all lines together stay
    /// below 2⁵¹ rupiah.
    private func realise() {
        let most = (0x1p51 / Double(max(1, rollout.lines.count * rollout.years.count))).rounded(.down)
        for (index, line) in rollout.lines.enumerated() {
            let amount = Double(line.amount)
            let (factors, amounts) = (row(factorRow[index], of: factors), row(index, of: amounts))
            for trial in factors.indices {
                let half = amount * factors[trial] + 0.5
                let whole = WholeNumber.floor(half > 0 ? (half < most ? half : most) : 0)
                amounts[trial] = factors[trial] == 1 ? line.amount : whole
            }
        }
    }
}

extension RiskSources.Impact {
    fileprivate func value(_ trial: UInt64, draw: Int = 0) -> Double {
        sampler.value(bits: stream.bits(trial: trial, draw: UInt8(truncatingIfNeeded: draw)))
    }
}

extension RiskSources.Route {
    fileprivate func fails(_ trial: UInt64, attempt: Int) -> Bool {
        RandomStream.uniform(self.attempt.bits(trial: trial, draw: UInt8(truncatingIfNeeded: attempt)))
            < failure
    }
}
