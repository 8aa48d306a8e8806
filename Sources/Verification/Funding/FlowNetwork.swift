/// A network of nodes and arcs with whole capacities, and a flow through it.
///
/// Flows are pushed along shortest augmenting paths, many at a time (Dinic 1970).
public struct FlowNetwork: Sendable {
    private var firstArc: [Int]
    private var nextArc: [Int] = []
    private var target: [Int] = []
    private var residual: [Int64] = []
    private var level: [Int] = []
    private var current: [Int] = []

    /// Makes a network without arcs.
    public init(nodeCount: Int) { firstArc = Array(repeating: -1, count: nodeCount) }

    /// Adds an arc of a capacity ≥ 0 and returns its number.
    public mutating func addArc(from tail: Int, to head: Int, capacity: Int64) -> Int {
        let arc = target.count
        appendHalf(from: tail, to: head, residual: capacity)
        appendHalf(from: head, to: tail, residual: 0)
        return arc
    }

    /// The flow on an arc that may still be taken back.
    public func flow(on arc: Int) -> Int64 { residual[arc ^ 1] }

    /// Makes part of an arc's flow final: no later push takes it back.
    public mutating func settle(_ amount: Int64, on arc: Int) { residual[arc ^ 1] -= amount }

    /// Pushes as much as possible, at most `limit`, and returns the amount.
    public mutating func push(from source: Int, to sink: Int, limit: Int64) -> Int64 {
        var pushed: Int64 = 0
        while pushed < limit, findLevels(from: source, to: sink) {
            current = firstArc
            let amount = advance(from: source, to: sink, limit: limit - pushed)
            guard amount > 0 else { break }
            pushed += amount
        }
        return pushed
    }

    /// Raises the flow on an arc by rerouting, all nodes in balance, by at most `limit`.
    public mutating func raise(_ arc: Int, limit: Int64) {
        let saved = (residual[arc], residual[arc ^ 1])
        (residual[arc], residual[arc ^ 1]) = (0, 0)
        let gained = push(from: target[arc], to: target[arc ^ 1], limit: min(limit, saved.0))
        (residual[arc], residual[arc ^ 1]) = (saved.0 - gained, saved.1 + gained)
    }

    /// Whether more could be pushed from a node to another.
    public mutating func reaches(_ node: Int, _ sink: Int) -> Bool { findLevels(from: node, to: sink) }

    private mutating func appendHalf(from tail: Int, to head: Int, residual capacity: Int64) {
        target.append(head)
        residual.append(capacity)
        nextArc.append(firstArc[tail])
        firstArc[tail] = target.count - 1
    }

    private mutating func findLevels(from source: Int, to sink: Int) -> Bool {
        level = Array(repeating: -1, count: firstArc.count)
        level[source] = 0
        var queue = [source]
        var position = 0
        while position < queue.count, level[sink] < 0 {
            let node = queue[position]
            position += 1
            var arc = firstArc[node]
            while arc >= 0 {
                if residual[arc] > 0, level[target[arc]] < 0 {
                    level[target[arc]] = level[node] + 1
                    queue.append(target[arc])
                }
                arc = nextArc[arc]
            }
        }
        return level[sink] >= 0
    }

    private mutating func advance(from node: Int, to sink: Int, limit: Int64) -> Int64 {
        guard node != sink else { return limit }
        var sent: Int64 = 0
        while current[node] >= 0, sent < limit {
            let arc = current[node]
            let next = target[arc]
            if residual[arc] > 0, level[next] == level[node] + 1 {
                let amount = advance(from: next, to: sink, limit: min(limit - sent, residual[arc]))
                residual[arc] -= amount
                residual[arc ^ 1] += amount
                sent += amount
            }
            if sent < limit { current[node] = nextArc[arc] }
        }
        return sent
    }
}
