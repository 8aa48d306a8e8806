import Dispatch
import Synchronization

/// Answers to questions that do not depend on one another, worked out on several threads.
enum SideBySide {
    /// The answers in the order of the questions; blocks until all are there.
    ///
    /// - Parameter answered: told, on any thread, after each answer, how many there are.
    static func map<Question: Sendable, Answer: Sendable>(
        _ questions: [Question], threads: Int, answered: @Sendable (Int) -> Void = { _ in },
        _ answer: @Sendable (Question) -> Answer
    ) -> [Answer] {
        let answers = Mutex<[Answer?]>(Array(repeating: nil, count: questions.count))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, questions.count))) { _ in
            while true {
                let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard position < questions.count else { return }
                let own = answer(questions[position])
                let count = answers.withLock { state in
                    state[position] = own
                    return state.count { $0 != nil }
                }
                answered(count)
            }
        }
        return answers.withLock { $0.compactMap(\.self) }
    }

    /// Two answers, worked out at the same time where there are two threads; blocks until both are there.
    static func both<One: Sendable, Other: Sendable>(
        threads: Int, _ one: @Sendable () -> One, _ other: @Sendable () -> Other
    ) -> (One, Other) {
        let first = Mutex<One?>(nil)
        let second = Mutex<Other?>(nil)
        DispatchQueue.concurrentPerform(iterations: min(2, max(1, threads))) { position in
            if position == 0 {
                let answer = one()
                first.withLock { $0 = answer }
            }
            if position == 1 || threads < 2 {
                let answer = other()
                second.withLock { $0 = answer }
            }
        }
        guard let one = first.withLock({ $0 }), let other = second.withLock({ $0 }) else {
            preconditionFailure("concurrentPerform returned before its work was done")
        }
        return (one, other)
    }
}
