import Portfolio
import Reporting
import Synchronization

/// One line on the terminal that says how far a simulation is.
final class TrialsLine: Sendable {
    private let trials: Range<Int>
    private let language: Language
    private let begin = ContinuousClock.now
    private let last: Mutex<ContinuousClock.Instant>

    /// Prepares for trials.
    init(of trials: Range<Int>, in language: Language) {
        self.trials = trials
        self.language = language
        last = Mutex(begin)
    }

    /// Rewrites the line, ten times a second at most: trials done of all, the share, trials a second.
    func show(_ end: Int) {
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            guard last.duration(to: now) >= .milliseconds(100) else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let forms = NumberForms(language)
        let done = end - trials.lowerBound
        let speed = Int64(Double(done) / max(1e-3, begin.duration(to: now) / .seconds(1)))
        let share = forms.percent(Double(done) / Double(max(1, trials.count)), places: 0)
        let words = language == .indonesian ? ("putaran", "per detik") : ("trials", "a second")
        Console.rewriteLine(
            "\(forms.whole(Int64(done)))/\(forms.whole(Int64(trials.count))) \(words.0)  \(share)  "
                + "\(forms.whole(speed)) \(words.1)")
    }

    /// Clears the line.
    static func clear() { Console.rewriteLine("") }
}
