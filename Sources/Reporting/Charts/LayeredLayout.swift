/// Places the nodes of a directed graph in layers so that arrows run from left to right and cross seldom.
///
/// After Sugiyama, Tagawa and Toda (1981, doi:10.1109/TSMC.1981.4308636): longest-path layers, place holders
/// for long arrows, barycentre sweeps. Heights within a layer are the least squares fit to the neighbours' heights
/// that keeps order and distance. The same graph gives the same picture.
struct LayeredLayout {
    /// An arrow from what is needed to what needs it.
    struct Arrow: Hashable {
        let from: Int
        let to: Int
    }

    /// Layer of every node, 0 the leftmost.
    private(set) var layer: [Int]
    /// Height of every node in units of one row.
    private(set) var height: [Double] = []
    /// The nodes that each arrow runs through, place holders included, from its beginning to its end.
    private(set) var routes: [[Int]] = []
    /// Number of arrows that cross another one.
    private(set) var crossings = 0

    private var order: [[Int]] = []
    private var links: [Arrow] = []

    /// Lays out a graph; arrows that close a circle are drawn, but do not decide on layers.
    init(nodes: Int, arrows: [Arrow]) {
        let forward = Self.withoutCircles(nodes, arrows)
        layer = Self.layers(nodes, forward)
        addPlaceHolders(arrows)
        order = (0...(layer.max() ?? 0)).map { level in layer.indices.filter { layer[$0] == level } }
        sweep()
        settle()
    }

    /// Number of layers.
    var depth: Int { order.count }
    /// The greatest height, in rows.
    var rows: Double { (height.max() ?? 0) + 1 }

    private static func withoutCircles(_ nodes: Int, _ arrows: [Arrow]) -> [Arrow] {
        var state = Array(repeating: 0, count: nodes)
        var kept: [Arrow] = []
        let leaving = Dictionary(grouping: arrows, by: \.from)
        func visit(_ node: Int) {
            state[node] = 1
            for arrow in leaving[node] ?? [] where state[arrow.to] != 1 {
                kept.append(arrow)
                if state[arrow.to] == 0 { visit(arrow.to) }
            }
            state[node] = 2
        }
        for node in 0..<nodes where state[node] == 0 { visit(node) }
        return kept
    }

    /// The longest way from a beginning; beginnings move right, next to what needs them first.
    private static func layers(_ nodes: Int, _ arrows: [Arrow]) -> [Int] {
        var layer = Array(repeating: 0, count: nodes)
        var changed = true
        while changed {
            changed = false
            for arrow in arrows where layer[arrow.to] <= layer[arrow.from] {
                layer[arrow.to] = layer[arrow.from] + 1
                changed = true
            }
        }
        let leaving = Dictionary(grouping: arrows, by: \.from)
        let hasEntering = Set(arrows.map(\.to))
        for node in 0..<nodes where !hasEntering.contains(node) {
            if let next = leaving[node]?.map({ layer[$0.to] }).min() { layer[node] = next - 1 }
        }
        return layer
    }

    private mutating func addPlaceHolders(_ arrows: [Arrow]) {
        for arrow in arrows {
            let step = layer[arrow.from] <= layer[arrow.to] ? 1 : -1
            var route = [arrow.from]
            for level in stride(from: layer[arrow.from] + step, to: layer[arrow.to], by: step) {
                layer.append(level)
                route.append(layer.count - 1)
            }
            route.append(arrow.to)
            routes.append(route)
            for (one, other) in zip(route, route.dropFirst()) where layer[one] != layer[other] {
                links.append(step > 0 ? Arrow(from: one, to: other) : Arrow(from: other, to: one))
            }
        }
    }

    private mutating func sweep() {
        let before = Dictionary(grouping: links, by: \.to).mapValues { $0.map(\.from) }
        let after = Dictionary(grouping: links, by: \.from).mapValues { $0.map(\.to) }
        var best = order
        crossings = count(order)
        for round in 0..<24 where crossings > 0 {
            let levels =
                round % 2 == 0 ? Array(order.indices.dropFirst()) : order.indices.dropLast().reversed()
            for level in levels {
                let side = round % 2 == 0 ? level - 1 : level + 1
                sort(level, beside: side, neighbours: round % 2 == 0 ? before : after)
            }
            exchange()
            let now = count(order)
            if now < crossings { (best, crossings) = (order, now) }
        }
        order = best
    }

    private mutating func sort(_ level: Int, beside side: Int, neighbours: [Int: [Int]]) {
        let place = places(side)
        let keys = order[level].enumerated().map { position, node -> (Double, Int, Int) in
            let found = (neighbours[node] ?? []).compactMap { place[$0] }
            let mean = found.isEmpty ? Double(position) : Double(found.reduce(0, +)) / Double(found.count)
            return (mean, position, node)
        }
        order[level] = keys.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    /// Exchanges neighbours while that removes crossings.
    private mutating func exchange() {
        for level in order.indices {
            for position in order[level].indices.dropLast() {
                let old = local(level)
                order[level].swapAt(position, position + 1)
                if local(level) >= old { order[level].swapAt(position, position + 1) }
            }
        }
    }

    private func local(_ level: Int) -> Int { between(level - 1) + between(level) }

    private func count(_ order: [[Int]]) -> Int { order.indices.reduce(0) { $0 + between($1) } }

    /// Crossings between a layer and the next.
    private func between(_ level: Int) -> Int {
        guard order.indices.contains(level), order.indices.contains(level + 1) else { return 0 }
        let (left, right) = (places(level), places(level + 1))
        let pairs = links.compactMap { link in
            left[link.from].flatMap { from in right[link.to].map { (from, $0) } }
        }
        var crossings = 0
        for (position, one) in pairs.enumerated() {
            for other in pairs[(position + 1)...] where (one.0 - other.0) * (one.1 - other.1) < 0 {
                crossings += 1
            }
        }
        return crossings
    }

    private func places(_ level: Int) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: order[level].enumerated().map { ($1, $0) })
    }

    private mutating func settle() {
        height = Array(repeating: 0, count: layer.count)
        for nodes in order { for (position, node) in nodes.enumerated() { height[node] = Double(position) } }
        var neighbours: [Int: [Int]] = [:]
        for link in links {
            neighbours[link.from, default: []].append(link.to)
            neighbours[link.to, default: []].append(link.from)
        }
        for round in 0..<12 {
            for nodes in round % 2 == 0 ? order : order.reversed() { fit(nodes, to: neighbours) }
        }
        let least = height.min() ?? 0
        height = height.map { $0 - least }
    }

    /// Least squares under h_{i+1} ≥ h_i + 1, by pooling adjacent violators.
    private mutating func fit(_ nodes: [Int], to neighbours: [Int: [Int]]) {
        var pools: [(sum: Double, count: Double, members: [Int])] = []
        for (position, node) in nodes.enumerated() {
            let around = neighbours[node] ?? []
            let wish =
                around.isEmpty
                ? height[node] : around.reduce(0) { $0 + height[$1] } / Double(around.count)
            pools.append((wish - Double(position), 1, [node]))
            while pools.count > 1,
                pools[pools.count - 2].sum / pools[pools.count - 2].count
                    > pools[pools.count - 1].sum / pools[pools.count - 1].count
            {
                let last = pools.removeLast()
                pools[pools.count - 1].sum += last.sum
                pools[pools.count - 1].count += last.count
                pools[pools.count - 1].members += last.members
            }
        }
        var position = 0.0
        for pool in pools {
            for node in pool.members {
                height[node] = pool.sum / pool.count + position
                position += 1
            }
        }
    }
}
