import Portfolio
import Probability

/// The effects of each risk over the first trials: strengths, outputs, and their changes when one risk
/// is taken out and the rest of the luck stays.
struct PairedEffects: Sendable {
    /// Trials from 0 that are paired.
    static let most = 20_000

    private var differences: [[ExactMoments]]
    private var blocks: [Int: Block] = [:]

    /// The trials of a block.
    private struct Block {
        /// The outputs of each trial.
        var outputs: [[Double]]
        /// By risk, how strongly it struck in each trial.
        var strengths: [[Double]]
    }

    /// Makes empty sums for so many risks.
    init(risks: Int) {
        let none = Array(repeating: ExactMoments(), count: RiskEffect.Output.allCases.count)
        differences = Array(repeating: none, count: risks)
    }

    /// Paired trials so far.
    var count: Int { blocks.values.reduce(0) { $0 + $1.outputs.count } }

    /// What one unit of an exact sum is worth, by output.
    private static let units = [Recorder.points, 1, 1e-9, 1, 1]

    /// A change of an output, in whole units.
    static func change(to new: Double, from old: Double, at index: Int) -> Int64 {
        WholeNumber.rounded((new - old) / units[index])
    }

    /// The mean change of an output.
    static func estimate(of sums: ExactMoments, at index: Int) -> Estimate? {
        sums.meanEstimate(unit: units[index])
    }

    /// Plays the first trials of a block, which has been played, again without each risk.
    ///
    /// Only where a risk strikes anything can change without it.
    mutating func pair(_ player: inout BlockPlayer, from first: Int, trials count: Int) {
        let outputs = (0..<count).map(player.outcomes.outputs)
        let strengths = differences.indices.map { risk in
            Array(player.luck.strength.column(at: risk * DrawBlock.size, count: count))
        }
        for risk in differences.indices {
            let struck = (0..<count).filter { strengths[risk][$0] != 0 }
            let places = player.play(struck, from: UInt64(first), without: risk)
            for index in 0..<Self.units.count {
                var sums = ExactMoments()
                for (trial, place) in zip(struck, places) {
                    let without = player.outcomes.output(index, of: place)
                    sums.add(Self.change(to: without, from: outputs[trial][index], at: index))
                }
                sums.merge(ExactMoments(zeros: count - struck.count))
                differences[risk][index].merge(sums)
            }
        }
        blocks[first] = Block(outputs: outputs, strengths: strengths)
    }

    /// Adds the trials of another part.
    mutating func merge(_ other: Self) {
        blocks.merge(other.blocks) { first, _ in first }
        for risk in differences.indices {
            for index in differences[risk].indices {
                differences[risk][index].merge(other.differences[risk][index])
            }
        }
    }

    /// The effects of all risks, the most harmful to the value first.
    func effects(of risks: [RiskSources.Risk]) -> [RiskEffect] {
        let blocks = blocks.sorted { $0.key < $1.key }.map(\.value)
        let columns = RiskEffect.Output.allCases.indices.map { index in
            blocks.flatMap { $0.outputs.map { $0[index] } }
        }
        let list = risks.enumerated().map { risk, entry in
            let strength = blocks.flatMap { $0.strengths[risk] }
            return RiskEffect(
                id: entry.id, kind: entry.kind.rawValue,
                effects: RiskEffect.Output.allCases.enumerated().map { index, output in
                    RiskEffect.Effect(
                        output: output,
                        rankCorrelation: rankCorrelation(strength, columns[index]).flatMap {
                            Interval.spearman($0, count: strength.count)
                        },
                        byExclusion: Self.estimate(of: differences[risk][index], at: index))
                })
        }
        return list.sorted { left, right in
            let (one, other) = (left.gain, right.gain)
            return one != other ? one > other : left.id < right.id
        }
    }
}

extension PairedEffects {
    /// Writes the whole state, trial by trial, then the sums of changes.
    func write(to writer: inout ShardWriter) {
        writer.title("effects")
        writer.numbers([count])
        for (first, block) in blocks.sorted(by: { $0.key < $1.key }) {
            for (offset, values) in block.outputs.enumerated() {
                let strengths = block.strengths.map { $0[offset] }
                writer.numbers([UInt64(first + offset)] + (values + strengths).map(\.bitPattern))
            }
        }
        for list in differences { for moments in list { writer.moments(moments) } }
    }

    /// Adds the state of other trials.
    ///
    /// - Throws: ``ShardError/damaged``.
    mutating func add(from reader: inout ShardReader, trials: Range<Int>) throws(ShardError) {
        try reader.expect("effects")
        let count = try reader.number(in: 0...min(Self.most, trials.count))
        for _ in 0..<count {
            let trial = try reader.number(in: trials.lowerBound...trials.upperBound - 1)
            var (values, strengths) = ([Double](), [[Double]]())
            for _ in RiskEffect.Output.allCases { values.append(try reader.double()) }
            for _ in differences.indices { strengths.append([try reader.double()]) }
            blocks[trial] = Block(outputs: [values], strengths: strengths)
        }
        for risk in differences.indices {
            for index in differences[risk].indices {
                differences[risk][index].merge(try reader.moments(upTo: count))
            }
        }
    }
}

extension RiskEffect {
    /// What the portfolio's value would gain without the risk.
    fileprivate var gain: Double { effects.first?.byExclusion?.estimate ?? 0 }
}

extension ExactMoments {
    /// The sums of so many zeros.
    fileprivate init(zeros count: Int) {
        self.init()
        if count > 0 { self.init(count: count, sum: 0, sumOfSquares: 0, minimum: 0, maximum: 0) }
    }
}
