import Formulation

/// What each program requires, and what requires it, over any number of steps.
struct Chains {
    /// Every program after everything that it requires, requirements first.
    let needed: [[Int]]
    /// The programs that require a program, directly.
    let dependents: [[Int]]

    init(_ requirements: [[Int]]) {
        var dependents: [[Int]] = Array(repeating: [], count: requirements.count)
        for (program, required) in requirements.enumerated() {
            for other in required { dependents[other].append(program) }
        }
        self.dependents = dependents
        needed = requirements.indices.map { Chains.reachable(from: $0, requirements) }
    }

    private static func reachable(from program: Int, _ next: [[Int]]) -> [Int] {
        var order: [Int] = []
        var seen: Set<Int> = []
        func visit(_ index: Int) {
            guard seen.insert(index).inserted else { return }
            for other in next[index] { visit(other) }
            order.append(index)
        }
        visit(program)
        return order
    }
}
