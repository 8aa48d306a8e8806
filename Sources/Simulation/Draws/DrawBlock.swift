import Portfolio
import Probability

/// The luck of a block of consecutive trials, a column per quantity: [quantity · size + trial].
struct DrawBlock {
    /// Trials in a full block.
    static let size = 256

    /// Work, months, before retries.
    private(set) var work: [Double]
    /// Retry delays, months; up to the last failure where the route gives up.
    private(set) var retry: [Double]
    /// Whether procurement gives the program up.
    private(set) var givesUp: [Bool]
    /// Fraction of the work at which the program is cancelled; 2 is never.
    private(set) var strike: [Double]
    /// Realised amount of each line, rupiah.
    private(set) var amounts: [Rupiah]
    /// Factor on the program's own benefit.
    private(set) var benefit: [Double]
    /// Ceilings after shocks: [(fund · years + year) · size + trial].
    private(set) var ceilings: [Rupiah]
    /// How strongly each risk struck: factor, struck programs, failed attempts, shares cut.
    private(set) var strength: [Double]

    private let rollout: Rollout
    private let sources: RiskSources
    private var factors: [Double]
    private var kept: [Double]
    private var scores: [Double]
    private var bits: [UInt32]
    private var column: [Double]

    /// Makes room for a rollout.
    init(rollout: Rollout, sources: RiskSources) {
        self.rollout = rollout
        self.sources = sources
        let (programs, lines, size) = (rollout.programs.count, rollout.lines.count, Self.size)
        work = Array(repeating: 0, count: programs * size)
        retry = work
        givesUp = Array(repeating: false, count: programs * size)
        strike = work
        benefit = work
        amounts = Array(repeating: 0, count: lines * size)
        factors = Array(repeating: 1, count: lines * size)
        ceilings = Array(repeating: 0, count: rollout.sets.ceilings.count * size)
        kept = Array(repeating: 1, count: ceilings.count)
        strength = Array(repeating: 0, count: sources.risks.count * size)
        scores = Array(repeating: 0, count: sources.commons.count * size)
        bits = Array(repeating: 0, count: size)
        column = Array(repeating: 0, count: size)
    }

    /// Draws the luck of the trials from `first` on, without one risk where asked.
    mutating func draw(from first: UInt64, without excluded: Int?) {
        reset()
        for (index, common) in sources.commons.enumerated() {
            fillBits(common.stream, first)
            scores.withUnsafeMutableBufferPointer { scores in
                let part = UnsafeMutableBufferPointer(rebasing: scores[Self.span(index)])
                bits.withUnsafeBufferPointer { NormalScore.fill(part, bits: $0) }
            }
        }
        for index in sources.work.indices { base(sources.work[index], first, into: \.work, index) }
        for factor in sources.durationFactors where factor.risk != excluded {
            multiply(factor, first, rows: factor.programs, in: \.work)
        }
        for index in work.indices where !(work[index] >= 0) { work[index] = 0 }
        drawCosts(first, excluded)
        for index in sources.benefit.indices {
            if let draw = sources.benefit[index] { base(draw, first, into: \.benefit, index) }
        }
        for factor in sources.benefitFactors where factor.risk != excluded {
            multiply(factor, first, rows: factor.programs, in: \.benefit)
        }
        for event in sources.events where event.risk != excluded { strike(event, first) }
        for route in sources.routes where route.risk != excluded { attempt(route, first) }
        for shock in sources.shocks where shock.risk != excluded { cut(shock, first) }
        cutCeilings()
        realise()
    }

    private static func span(_ row: Int) -> Range<Int> { row * size..<(row + 1) * size }

    private mutating func reset() {
        for index in retry.indices {
            retry[index] = 0
            givesUp[index] = false
            strike[index] = 2
            benefit[index] = 1
        }
        for index in factors.indices { factors[index] = 1 }
        for index in strength.indices { strength[index] = 0 }
        for index in kept.indices { kept[index] = 1 }
    }

    private mutating func fillBits(_ stream: RandomStream, _ first: UInt64, draw: UInt8 = 0) {
        bits.withUnsafeMutableBufferPointer { stream.fill($0, firstTrial: first, draw: draw) }
    }

    /// A base draw into a row of a table.
    private mutating func base(
        _ draw: RiskSources.Draw, _ first: UInt64, into table: WritableKeyPath<Self, [Double]>, _ row: Int
    ) {
        if let constant = draw.sampler.constant {
            for index in Self.span(row) { self[keyPath: table][index] = constant }
            return
        }
        fillBits(draw.stream, first)
        fillColumn(draw)
        let start = row * Self.size
        let column = column
        self[keyPath: table].withUnsafeMutableBufferPointer { values in
            for trial in 0..<Self.size { values[start + trial] = column[trial] }
        }
    }

    private mutating func fillColumn(_ draw: RiskSources.Draw) {
        column.withUnsafeMutableBufferPointer { column in
            bits.withUnsafeBufferPointer { bits in
                guard let common = draw.correlation else { return draw.sampler.fill(column, bits: bits) }
                NormalScore.fill(column, bits: bits)
                scores.withUnsafeBufferPointer { scores in
                    sources.commons[common].copula.blend(
                        common: UnsafeBufferPointer(rebasing: scores[Self.span(common)]), own: column)
                }
                draw.sampler.fill(column, normalScores: UnsafeBufferPointer(column))
            }
        }
    }

    private mutating func multiply(
        _ factor: RiskSources.Factor, _ first: UInt64, rows: [Int],
        in table: WritableKeyPath<Self, [Double]>
    ) {
        fillBits(factor.stream, first)
        column.withUnsafeMutableBufferPointer { column in
            bits.withUnsafeBufferPointer { factor.sampler.fill(column, bits: $0) }
        }
        let column = column
        for row in rows {
            let start = row * Self.size
            self[keyPath: table].withUnsafeMutableBufferPointer { values in
                for trial in 0..<Self.size { values[start + trial] *= column[trial] }
            }
        }
        for trial in 0..<Self.size { strength[factor.risk * Self.size + trial] += column[trial] }
    }

    private mutating func drawCosts(_ first: UInt64, _ excluded: Int?) {
        for line in sources.cost.indices {
            if let draw = sources.cost[line] { base(draw, first, into: \.factors, line) }
            guard let shared = sources.sharesCost[line] else { continue }
            for trial in 0..<Self.size {
                factors[line * Self.size + trial] = factors[shared * Self.size + trial]
            }
        }
        for factor in sources.costFactors where factor.risk != excluded {
            let lines = factor.programs.flatMap { Array(rollout.programs[$0].lines) }
            multiply(factor, first, rows: lines, in: \.factors)
        }
    }

    private mutating func strike(_ event: RiskSources.Event, _ first: UInt64) {
        fillBits(event.coin, first)
        for offset in 0..<Self.size
        where RandomStream.uniform(bits[offset]) < event.probability {
            let trial = first + UInt64(offset)
            let delay = event.delay?.value(trial) ?? 0
            let cost = event.cost?.value(trial) ?? 1
            let benefit = event.benefit?.value(trial) ?? 1
            let strike = event.strike.map { RandomStream.uniform($0.bits(trial: trial)) } ?? 2
            for program in event.programs {
                let index = program * Self.size + offset
                work[index] += delay
                self.benefit[index] *= benefit
                self.strike[index] = min(self.strike[index], strike)
                guard cost != 1 else { continue }
                for line in rollout.programs[program].lines { factors[line * Self.size + offset] *= cost }
            }
            strength[event.risk * Self.size + offset] += Double(event.programs.count)
        }
    }

    /// Draws attempts until one succeeds; none succeeds after 256 failures.
    private mutating func attempt(_ route: RiskSources.Route, _ first: UInt64) {
        guard route.failure > 0 else { return }
        fillBits(route.attempt, first)
        for offset in 0..<Self.size where RandomStream.uniform(bits[offset]) < route.failure {
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
            strength[route.risk * Self.size + offset] += Double(failures)
        }
    }

    private mutating func cut(_ shock: RiskSources.Shock, _ first: UInt64) {
        fillBits(shock.coin, first, draw: shock.draw)
        let years = rollout.sets.years
        for offset in 0..<Self.size where RandomStream.uniform(bits[offset]) < shock.probability {
            let cut = shock.cut.value(first + UInt64(offset), draw: Int(shock.draw))
            let left = min(1, max(0, 1 - cut))
            for fund in shock.funds {
                kept[(fund * years + shock.year) * Self.size + offset] *= left
            }
            strength[shock.risk * Self.size + offset] += 1 - left
        }
    }

    /// floor(B·Π(1 − cut)).
    private mutating func cutCeilings() {
        for (row, ceiling) in rollout.sets.ceilings.enumerated() {
            for index in Self.span(row) {
                ceilings[index] =
                    kept[index] == 1 ? ceiling : Rupiah((Double(ceiling) * kept[index]).rounded(.down))
            }
        }
    }

    /// round-half-up(amount × factors), factors below 0 counting as 0; all lines together stay
    /// below 2⁵¹ rupiah.
    private mutating func realise() {
        let most = 0x1p51 / Double(max(1, rollout.lines.count * rollout.years.count))
        for (row, line) in rollout.lines.enumerated() {
            let amount = Double(line.amount)
            for index in Self.span(row) {
                let product = amount * factors[index]
                let whole = (product + 0.5).rounded(.down)
                amounts[index] =
                    factors[index] == 1 ? line.amount : whole > 0 ? Rupiah(min(whole, most)) : 0
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
