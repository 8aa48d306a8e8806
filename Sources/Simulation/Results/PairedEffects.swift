import Portfolio
import Probability

/// The effects of each risk over the first trials: strengths, outputs, and their changes when one risk
/// is taken out and the rest of the luck stays.
struct PairedEffects: Sendable {
    /// Trials from 0 that are paired.
    static let most = 20_000

    private var differences: [[ExactMoments]]
    private var strengths: [[Int: Double]]
    private var outputs: [Int: [Double]] = [:]

    /// Makes empty sums for so many risks.
    init(risks: Int) {
        let none = Array(repeating: ExactMoments(), count: RiskEffect.Output.allCases.count)
        differences = Array(repeating: none, count: risks)
        strengths = Array(repeating: [:], count: risks)
    }

    /// Paired trials so far.
    var count: Int { outputs.count }

    /// The outputs of a trial, in the order of ``RiskEffect/Output``.
    static func outputs(of outcome: TrialOutcome) -> [Double] {
        [
            outcome.value, Double(outcome.cost), outcome.lastFinish ?? 0, Double(outcome.quickWins),
            Double(outcome.lapsed),
        ]
    }

    /// What one unit of an exact sum is worth, by output.
    private static let units = [Recorder.points, 1, 1e-9, 1, 1]

    /// A change of an output, in whole units.
    static func change(to new: [Double], from old: [Double], at index: Int) -> Int64 {
        let change = ((new[index] - old[index]) / units[index]).rounded()
        return Int64(min(0x1p51, max(-0x1p51, change)))
    }

    /// The mean change of an output.
    static func estimate(of sums: ExactMoments, at index: Int) -> Estimate? {
        sums.meanEstimate(unit: units[index])
    }

    /// Notes a trial with all its luck.
    mutating func note(_ outputs: [Double], trial: Int) { self.outputs[trial] = outputs }

    /// Notes how strongly a risk struck, and the trial without it.
    mutating func note(
        risk: Int, strength: Double, with outputs: [Double], without others: [Double], trial: Int
    ) {
        strengths[risk][trial] = strength
        for index in outputs.indices {
            differences[risk][index].add(Self.change(to: others, from: outputs, at: index))
        }
    }

    /// Adds the trials of another part.
    mutating func merge(_ other: Self) {
        outputs.merge(other.outputs) { first, _ in first }
        for risk in differences.indices {
            strengths[risk].merge(other.strengths[risk]) { first, _ in first }
            for index in differences[risk].indices {
                differences[risk][index].merge(other.differences[risk][index])
            }
        }
    }

    /// The effects of all risks, the most harmful to the value first.
    func effects(of risks: [RiskSources.Risk]) -> [RiskEffect] {
        let trials = outputs.keys.sorted()
        let columns = RiskEffect.Output.allCases.indices.map { index in
            trials.map { outputs[$0]?[index] ?? 0 }
        }
        let list = risks.enumerated().map { risk, entry in
            let strength = trials.map { strengths[risk][$0] ?? 0 }
            return RiskEffect(
                id: entry.id, kind: entry.kind.rawValue,
                effects: RiskEffect.Output.allCases.enumerated().map { index, output in
                    RiskEffect.Effect(
                        output: output,
                        rankCorrelation: rankCorrelation(strength, columns[index]).flatMap {
                            Interval.spearman($0, count: trials.count)
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
        writer.numbers([outputs.count])
        for (trial, values) in outputs.sorted(by: { $0.key < $1.key }) {
            let strengths = strengths.map { $0[trial] ?? 0 }
            writer.numbers([UInt64(trial)] + (values + strengths).map(\.bitPattern))
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
            var values: [Double] = []
            for _ in RiskEffect.Output.allCases { values.append(try reader.double()) }
            outputs[trial] = values
            for risk in strengths.indices { strengths[risk][trial] = try reader.double() }
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
