import Portfolio
import Probability

/// What a stream of draws is for: the `what` of its key.
///
/// The numbers are part of every result: none is ever changed or used again.
enum StreamName: UInt8 {
    case duration = 1
    case cost = 2
    case lineCost = 3
    case benefit = 4
    case driverDuration = 5
    case driverCost = 6
    case driverBenefit = 7
    case eventCoin = 8
    case eventDelay = 9
    case eventCost = 10
    case eventBenefit = 11
    case strike = 12
    case attempt = 13
    case retryDelay = 14
    case shockCoin = 15
    case shockCut = 16
    case commonScore = 17
}

/// Makes the streams of a scenario and sees that no two names share one.
///
/// `which` is FNV-1a 64 of the program's id, of `program/line` for a cost line with a factor of its
/// own, of the id of a driver, an event that strikes all at once or a shock, of `event/program` for
/// one that strikes each, and of `quantity/selector` for a correlation.
struct StreamNames {
    private let seed: UInt64
    private var known: [UInt64: String] = [:]

    /// Makes streams of a seed.
    init(seed: UInt64) { self.seed = seed }

    /// The stream for something of a name.
    ///
    /// - Throws: ``SimulationError/equalHashes(_:_:)``.
    mutating func stream(_ what: StreamName, _ name: String) throws(SimulationError) -> RandomStream {
        let which = StableHash.hash(name)
        if let other = known[which], other != name { throw .equalHashes(other, name) }
        known[which] = name
        return RandomStream(seed: seed, what: what.rawValue, which: which)
    }
}
