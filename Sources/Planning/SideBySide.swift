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
}
