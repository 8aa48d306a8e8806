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

    /// Whether a trial has an output: only the last finish may be missing, where nothing finishes.
    private static func exists(_ value: Double, at index: Int) -> Bool {
        RiskEffect.Output.allCases[index] != .finish || value >= 0
    }

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
                    let (with, without) = (outputs[trial][index], player.outcomes.output(index, of: place))
                    guard Self.exists(with, at: index), Self.exists(without, at: index) else { continue }
                    sums.add(Self.change(to: without, from: with, at: index))
                }
                let unchanged = (0..<count).count {
                    strengths[risk][$0] == 0 && Self.exists(outputs[$0][index], at: index)
                }
                sums.merge(ExactMoments(repeating: 0, count: unchanged))
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

    /// The rank correlation over the trials that have the output.
    private static func correlation(_ strength: [Double], _ output: [Double], at index: Int) -> Estimate? {
        let trials = output.indices.filter { exists(output[$0], at: index) }
        return rankCorrelation(trials.map { strength[$0] }, trials.map { output[$0] }).flatMap {
            Interval.spearman($0, count: trials.count)
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
                        rankCorrelation: Self.correlation(strength, columns[index], at: index),
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
