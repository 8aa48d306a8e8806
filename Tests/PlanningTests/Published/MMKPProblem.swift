import Portfolio

/// Multiple-choice multidimensional knapsacks: exactly one item of every group, several resources.
///
/// Khan et al. (2002). A group is a program that must be chosen, an item one of its variants.
enum MMKPProblem {
    /// The problem of `mmkp/<name>`: `groups items resources`, limits, then the groups with their items.
    static func named(_ name: String) throws -> ChoiceProblem {
        var reader = NumberReader(try Evidence.text("mmkp/\(name)"))
        let sizes = try reader.integers(3)
        let limits = try reader.rupiah(sizes[2], scale: 1_000_000)
        let groups = try (0..<sizes[0]).map { _ in
            ChoiceProblem.Item(
                id: "group-\(try reader.integer())", isRequired: true,
                options: try (0..<sizes[1]).map { try option($0, resources: sizes[2], from: &reader) })
        }
        return ChoiceProblem(name: name, limits: limits.map { [$0] }, items: groups)
    }

    private static func option(
        _ position: Int, resources: Int, from reader: inout NumberReader
    ) throws -> ChoiceProblem.Option {
        let value = try reader.real()
        let costs = try reader.rupiah(resources, scale: 1_000_000)
        return ChoiceProblem.Option(id: "item-\(position)", value: value, costs: costs.map { [$0] })
    }
}
