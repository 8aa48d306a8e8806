import Portfolio

/// Multidimensional knapsacks of the OR-Library.
///
/// A file has `n m optimum`, n profits, m rows of n weights, m limits. A row is a fund of one year.
enum ORLibProblem {
    /// All problems of `orlib/mknap1.txt`, which begins with their number.
    static func mknap1() throws -> [ChoiceProblem] {
        var reader = NumberReader(try Evidence.text("orlib/mknap1.txt"))
        let count = try reader.integer()
        return try (1...count).map { try problem("mknap1-\($0)", from: &reader) }
    }

    /// The one problem of `orlib/<name>.dat`.
    static func single(_ name: String) throws -> ChoiceProblem {
        var reader = NumberReader(try Evidence.text("orlib/\(name).dat"))
        let problem = try problem(name, from: &reader)
        guard reader.isAtEnd else { throw UnreadableProblem(description: "\(name) goes on after its limits") }
        return problem
    }

    private static func problem(_ name: String, from reader: inout NumberReader) throws -> ChoiceProblem {
        let (count, rows) = (try reader.integer(), try reader.integer())
        _ = try reader.word()
        let profits = try reader.reals(count)
        let weights = try (0..<rows).map { _ in try reader.rupiah(count, scale: 1_000_000) }
        let limits = try reader.rupiah(rows, scale: 1_000_000)
        let items = (0..<count).map { item in
            ChoiceProblem.Item(
                id: "item-\(item + 1)", isRequired: false,
                options: [
                    ChoiceProblem.Option(
                        id: "default", value: profits[item], costs: weights.map { [$0[item]] })
                ])
        }
        return ChoiceProblem(name: name, limits: limits.map { [$0] }, items: items)
    }
}
