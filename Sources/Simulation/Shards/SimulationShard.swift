/// What was counted over consecutive trials: a whole simulation or a part of one.
public struct SimulationShard: Sendable {
    /// The trials that were played, numbered from 0.
    public let trials: Range<Int>
    /// The end of those that were asked for; after `trials` where it was interrupted.
    public let wanted: Int
    /// The precision that was asked for.
    let precision: ReachedPrecision?
    let tally: Tally
}
