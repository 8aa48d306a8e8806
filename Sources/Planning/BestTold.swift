import Portfolio
import Synchronization

/// The best value of a goal that was told so far; plans are told from several threads.
final class BestTold: Sendable {
    private let best = Mutex<Double?>(nil)

    /// Whether a value is better than all before; from now on it is the best.
    func isBetter(_ value: Double, in goal: Goal) -> Bool {
        best.withLock { best in
            if let best, !goal.isWorse(best, than: value) { return false }
            best = value
            return true
        }
    }
}
