import Foundation
import Synchronization

/// Works on several items at once and hands the results over in the order of the items.
enum InOrder {
    /// Runs until all items are done, or some work says that it was stopped.
    ///
    /// - Parameters:
    ///   - jobs: items worked on at once, ≥ 1.
    ///   - work: makes an item's result, on any thread; nil stops its thread.
    ///   - done: takes the results one by one in order.
    static func run<Item: Sendable, Value: Sendable>(
        _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Value?,
        done: @escaping @Sendable (Value) -> Void
    ) {
        let queue = Queue<Value>()
        let group = DispatchGroup()
        for _ in 0..<min(jobs, items.count) {
            group.enter()
            let thread = Thread {
                while let position = queue.take(below: items.count), let value = work(items[position]) {
                    queue.hand(value, of: position, to: done)
                }
                group.leave()
            }
            thread.stackSize = 64 << 20
            thread.start()
        }
        group.wait()
    }

    /// What is next to be worked on, and what waits for an earlier result.
    private final class Queue<Value: Sendable>: Sendable {
        private let next = Atomic<Int>(0)
        private let waiting = Mutex<(results: [Int: Value], first: Int)>(([:], 0))

        func take(below count: Int) -> Int? {
            let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return position < count ? position : nil
        }

        func hand(_ value: Value, of position: Int, to done: (Value) -> Void) {
            waiting.withLock { state in
                state.results[position] = value
                while let ready = state.results.removeValue(forKey: state.first) {
                    done(ready)
                    state.first += 1
                }
            }
        }
    }
}
