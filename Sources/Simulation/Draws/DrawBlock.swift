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

    let rollout: Rollout
    private let sources: RiskSources
    /// Factor on the cost of the lines that share a draw and a program.
    let factors: Table<Double>
    /// The row of `factors` for each line, and the rows of each program.
    let factorRow: [Int]
    let factorRows: [[Int]]
    let kept: Table<Double>
    let shockedRows: [Int]
    private let scores: Table<Double>
    let bits: Table<UInt32>
    let column: Table<Double>
    let struck: Table<Int>

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

    func row<Element>(_ index: Int, of table: Table<Element>) -> UnsafeMutableBufferPointer<Element> {
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

    func fillBits(_ stream: RandomStream, _ first: UInt64, draw: UInt8 = 0) {
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
}
