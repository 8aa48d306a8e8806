import Portfolio
import Synchronization

/// The best value of a goal that was told so far; plans are told from several threads.
final class BestTold: Sendable {
    private let best = Mutex<Double?>(nil)

    /// Tells of a value where it is better than all before; one telling waits for the other.
    func tell(_ value: Double, of goal: Goal, _ report: (Double) -> Void) {
        best.withLock { best in
            if let best, !goal.isWorse(best, than: value) { return }
            best = value
            report(value)
        }
    }
}
