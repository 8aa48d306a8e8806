import Dispatch
import Synchronization

/// Lets workers play blocks of consecutive trials, one worker a thread.
///
/// Each worker counts for itself over all runs; what the workers have counted does not depend on
/// which of them played what.
struct BlockRunner<Worker: Sendable> {
    /// A worker's place.
    private final class Station: Sendable {
        let worker: Mutex<Worker>
        init(_ worker: Worker) { self.worker = Mutex(worker) }
    }

    private let stations: [Station]
    private let options: SimulationOptions

    /// Makes the workers.
    init(options: SimulationOptions, makeWorker: () -> Worker) {
        self.options = options
        stations = (0..<max(1, options.threads)).map { _ in Station(makeWorker()) }
    }

    /// The workers with what they have counted.
    var workers: [Worker] { stations.map { $0.worker.withLock { $0 } } }

    /// Plays the trials of a range block by block; gives the end of what is done, which is the range's
    /// unless somebody has asked to stop.
    func run(_ range: Range<Int>, play: @Sendable (inout Worker, Range<Int>) -> Void) -> Int {
        let next = Atomic<Int>(range.lowerBound)
        let done = Atomic<Int>(range.lowerBound)
        DispatchQueue.concurrentPerform(iterations: stations.count) { index in
            stations[index].worker.withLock { worker in
                while options.isCancelled?() != true {
                    let first = next.wrappingAdd(DrawBlock.size, ordering: .relaxed).oldValue
                    guard first < range.upperBound else { break }
                    let block = first..<min(range.upperBound, first + DrawBlock.size)
                    play(&worker, block)
                    let count = done.wrappingAdd(block.count, ordering: .relaxed).newValue
                    options.progress?(count)
                }
            }
        }
        return done.load(ordering: .relaxed)
    }
}
