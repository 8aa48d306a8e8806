import Probability

extension DrawBlock {
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

    /// Strikes with an event where its coin falls.
    func strike(_ event: RiskSources.Event, _ first: UInt64) {
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
    func attempt(_ route: RiskSources.Route, _ first: UInt64) {
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

    /// Cuts ceilings where a shock's coin falls.
    func cut(_ shock: RiskSources.Shock, _ first: UInt64) {
        let years = rollout.sets.years
        for offset in toss(shock.coin, shock.patterns, first, draw: shock.draw) {
            let cut = shock.cut.value(first + UInt64(offset), draw: Int(shock.draw))
            let left = min(1, max(0, 1 - cut))
            for fund in shock.funds { kept.base[(fund * years + shock.year) * Self.size + offset] *= left }
            strength.base[shock.risk * Self.size + offset] += 1 - left
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
