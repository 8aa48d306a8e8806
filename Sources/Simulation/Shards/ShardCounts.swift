import Portfolio
import Probability

extension ShardWriter {
    /// The state of exact sums.
    mutating func moments(_ moments: ExactMoments) {
        numbers([
            Int128(moments.count), moments.sum, moments.sumOfSquares, Int128(moments.minimum),
            Int128(moments.maximum),
        ])
    }

    /// The state of a histogram: its bins that hold values, then its sums.
    mutating func histogram(_ histogram: Histogram) {
        let cells = histogram.cells
        numbers([Int64(cells.count)] + cells.flatMap { [Int64($0.bin), Int64($0.count), $0.smallest] })
        moments(histogram.moments)
    }
}

extension ShardReader {
    /// Exact sums of so many values at most.
    mutating func moments(upTo most: Int) throws(ShardError) -> ExactMoments {
        let count = try number(in: 0...most)
        let (sum, squares): (Int128, Int128) = (try number(), try number())
        let (minimum, maximum): (Int64, Int64) = (try number(), try number())
        // No value that is counted is beyond 2⁵¹, so that no sum of ten million squares overflows.
        let bound = Int128(1) << 51
        guard count == 0 || minimum <= maximum, sum.magnitude <= bound * Int128(count),
            squares >= 0, squares <= bound * bound * Int128(count)
        else { throw .damaged }
        return ExactMoments(
            count: count, sum: sum, sumOfSquares: squares, minimum: minimum, maximum: maximum)
    }

    /// Adds a histogram's values to one with the same bins.
    mutating func add(to histogram: inout Histogram, upTo most: Int) throws(ShardError) {
        let count = try number(in: 0...histogram.counts.count)
        var cells: [Histogram.Cell] = []
        for _ in 0..<count {
            cells.append(Histogram.Cell(bin: try number(), count: try number(), smallest: try number()))
        }
        guard histogram.add(cells, moments: try moments(upTo: most)) else { throw .damaged }
    }
}

extension Tally {
    /// Writes the whole state; the same counts, the same bytes.
    func write(to writer: inout ShardWriter) {
        recorder.write(to: &writer)
        effects.write(to: &writer)
        writer.title("quarters")
        for histogram in quarters.absorption { writer.histogram(histogram) }
        writer.title("samples")
        writer.numbers([samples.count])
        for sample in samples.sorted(by: { $0.trial < $1.trial }) {
            writer.numbers([
                UInt64(sample.trial), sample.value.bitPattern, UInt64(sample.cost),
                (sample.finish ?? .infinity).bitPattern, UInt64(sample.quickWins), UInt64(sample.lapsed),
            ])
        }
    }

    /// Adds the state that a shard of the same simulation holds.
    ///
    /// - Throws: ``ShardError/damaged``.
    mutating func add(_ file: ShardFile) throws(ShardError) {
        var reader = file.counts
        try recorder.add(from: &reader, trials: file.trials.count)
        try effects.add(from: &reader, trials: file.trials)
        try reader.expect("quarters")
        for index in quarters.absorption.indices {
            try reader.add(to: &quarters.absorption[index], upTo: file.trials.count)
        }
        try reader.expect("samples")
        for _ in 0..<(try reader.number(in: 0...min(TrialSample.most, file.trials.count))) {
            samples.append(try TrialSample(from: &reader, trials: file.trials))
        }
        try reader.expect("sum")
    }
}

extension TrialSample {
    fileprivate init(from reader: inout ShardReader, trials: Range<Int>) throws(ShardError) {
        let trial = try reader.number(in: trials.lowerBound...trials.upperBound - 1)
        let (value, cost) = (try reader.double(), try reader.number(in: 0...1 << 53))
        let finish = try reader.double()
        self.init(
            trial: trial, value: value, cost: Rupiah(cost), finish: finish < .infinity ? finish : nil,
            quickWins: try reader.number(in: 0...1 << 20),
            lapsed: Rupiah(try reader.number(in: 0...1 << 53)))
    }
}

extension Recorder {
    private static var counters: [WritableKeyPath<Recorder, [Int]>] {
        [\.onTime, \.quickWin, \.cancelled, \.critical, \.quickWins, \.overruns]
    }

    private static var figures: [WritableKeyPath<Recorder, Histogram>] {
        [\.lastFinish, \.totalCost, \.value, \.lapsed]
    }

    private static var lists: [WritableKeyPath<Recorder, [Histogram]>] {
        [\.finish, \.cost, \.need, \.spent, \.rest, \.absorption]
    }

    fileprivate func write(to writer: inout ShardWriter) {
        writer.title("counts")
        for path in Self.counters { writer.numbers(self[keyPath: path]) }
        writer.title("figures")
        for path in Self.figures { writer.histogram(self[keyPath: path]) }
        writer.title("lists")
        for path in Self.lists { for histogram in self[keyPath: path] { writer.histogram(histogram) } }
        writer.title("lost")
        for moments in lost { writer.moments(moments) }
        writer.title("pairs")
        for pair in pairs.sorted(by: { ($0.finish, $0.cost) < ($1.finish, $1.cost) }) {
            writer.numbers([pair.finish, pair.cost])
        }
    }

    fileprivate mutating func add(from reader: inout ShardReader, trials: Int) throws(ShardError) {
        try reader.expect("counts")
        for path in Self.counters {
            for index in self[keyPath: path].indices {
                self[keyPath: path][index] += try reader.number(in: 0...trials)
            }
        }
        try reader.expect("figures")
        for path in Self.figures { try reader.add(to: &self[keyPath: path], upTo: trials) }
        try reader.expect("lists")
        for path in Self.lists {
            for index in self[keyPath: path].indices {
                try reader.add(to: &self[keyPath: path][index], upTo: trials)
            }
        }
        try reader.expect("lost")
        for index in lost.indices { lost[index].merge(try reader.moments(upTo: trials)) }
        try reader.expect("pairs")
        for _ in 0..<trials {
            pairs.append(Pair(finish: try reader.number(), cost: try reader.number()))
        }
        self.trials += trials
    }
}
