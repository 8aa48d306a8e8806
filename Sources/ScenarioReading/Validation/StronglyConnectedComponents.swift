/// The strongly connected component of each node of a directed graph, by number.
///
/// Kosaraju's two passes with explicit stacks, so that a long chain cannot exhaust the call stack.
func stronglyConnectedComponents(_ successors: [[Int]]) -> [Int] {
    var predecessors = [[Int]](repeating: [], count: successors.count)
    for (node, targets) in successors.enumerated() {
        for target in targets { predecessors[target].append(node) }
    }
    var component = [Int](repeating: -1, count: successors.count)
    var count = 0
    for root in finishingOrder(successors).reversed() where component[root] < 0 {
        var stack = [root]
        component[root] = count
        while let node = stack.popLast() {
            for next in predecessors[node] where component[next] < 0 {
                component[next] = count
                stack.append(next)
            }
        }
        count += 1
    }
    return component
}

/// The nodes in the order in which a depth-first search leaves them.
private func finishingOrder(_ successors: [[Int]]) -> [Int] {
    var order: [Int] = []
    var seen = [Bool](repeating: false, count: successors.count)
    for root in successors.indices where !seen[root] {
        seen[root] = true
        var stack = [(node: root, next: 0)]
        while let (node, next) = stack.last {
            guard next < successors[node].count else {
                order.append(node)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next += 1
            let target = successors[node][next]
            if !seen[target] {
                seen[target] = true
                stack.append((target, 0))
            }
        }
    }
    return order
}
