import Foundation

/// The seeds that a test of random scenarios takes: the first ones, always the same.
///
/// `make soak` takes others, so that scenarios are tried that nobody has seen: `SELARAS_FIRST_SEED` says
/// where they begin and `SELARAS_SEEDS` how many there are.
public func randomSeeds(_ usualCount: Int) -> Range<UInt64> {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["SELARAS_FIRST_SEED"].flatMap { UInt64($0) } ?? 0
    let count = environment["SELARAS_SEEDS"].flatMap { UInt64($0) } ?? UInt64(usualCount)
    return first..<first + count
}
