/// A maximum flow in whole numbers, by shortest augmenting paths.
///
/// Source: J. Edmonds and R. M. Karp, Theoretical improvements in algorithmic efficiency for network
/// flow problems, J. ACM 19 (1972), 248–264.
///
/// - Complexity: O(nodes · arcs²) at worst; portfolio networks need a few paths per need.
public struct MaximumFlow: Sendable {
    private var arcsFrom: [[Int]]
    private var head: [Int] = []
    private var residual: [Int64] = []

    /// Makes a network without arcs.
    public init(nodes: Int) { arcsFrom = Array(repeating: [], count: nodes) }

    /// Adds an arc and answers its number; capacities are not negative.
    @discardableResult
    public mutating func addArc(from tail: Int, to head: Int, capacity: Int64) -> Int {
        let arc = self.head.count
        self.head += [head, tail]
        residual += [capacity, 0]
        arcsFrom[tail].append(arc)
        arcsFrom[head].append(arc + 1)
        return arc
    }

    /// Changes the capacity of an arc without flow.
    public mutating func setCapacity(_ capacity: Int64, of arc: Int) { residual[arc] = capacity }

    /// The flow on an arc.
    public func flow(on arc: Int) -> Int64 { residual[arc + 1] }

    /// Sends as much as possible on top of what flows already and answers how much was sent.
    public mutating func maximise(from source: Int, to sink: Int) -> Int64 {
        var total: Int64 = 0
        while let path = shortestPath(from: source, to: sink) {
            let amount = path.reduce(Int64.max) { min($0, residual[$1]) }
            for arc in path {
                residual[arc] -= amount
                residual[arc ^ 1] += amount
            }
            total += amount
        }
        return total
    }

    /// Which nodes still can be reached from a node: after a maximum flow, the source's side of a
    /// minimum cut.
    public func reachable(from source: Int) -> [Bool] {
        var isReached = arrivals(from: source, until: -1).map { $0 >= 0 }
        isReached[source] = true
        return isReached
    }

    /// Total capacity of the arcs that leave a set of nodes.
    public func capacity(leaving isInside: [Bool]) -> Int64 {
        stride(from: 0, to: head.count, by: 2).reduce(0) { sum, arc in
            isInside[head[arc ^ 1]] && !isInside[head[arc]] ? sum + residual[arc] + residual[arc + 1] : sum
        }
    }

    private func shortestPath(from source: Int, to sink: Int) -> [Int]? {
        let reachedBy = arrivals(from: source, until: sink)
        guard reachedBy[sink] >= 0 else { return nil }
        var path: [Int] = []
        var node = sink
        while node != source {
            path.append(reachedBy[node])
            node = head[reachedBy[node] ^ 1]
        }
        return path
    }

    /// The arc by which each node is first reached, −1 for none; ends once a node is reached.
    private func arrivals(from source: Int, until sink: Int) -> [Int] {
        var reachedBy = [Int](repeating: -1, count: arcsFrom.count)
        var queue = [source]
        var next = 0
        while next < queue.count, sink < 0 || reachedBy[sink] < 0 {
            for arc in arcsFrom[queue[next]] where residual[arc] > 0 {
                let node = head[arc]
                guard node != source, reachedBy[node] < 0 else { continue }
                reachedBy[node] = arc
                queue.append(node)
            }
            next += 1
        }
        return reachedBy
    }
}
