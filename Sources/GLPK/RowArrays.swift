import CGLPKShims
import Linear

/// Rows as the flat arrays that C reads, alive as long as this.
final class RowArrays {
    private let count: Int
    private let begin, column: UnsafeMutableBufferPointer<Int32>
    private let value, lower, upper: UnsafeMutableBufferPointer<Double>

    init(_ cuts: [SolutionVerdict.Cut]) {
        let rows = cuts.map(\.terms.merged)
        count = cuts.count
        begin = Self.copy(rows.reduce(into: [Int32(0)]) { $0.append($0[$0.count - 1] + Int32($1.count)) })
        column = Self.copy(rows.flatMap { $0.map { Int32($0.column.index) } })
        value = Self.copy(rows.flatMap { $0.map(\.coefficient) })
        lower = Self.copy(cuts.map(\.bounds.lowerBound))
        upper = Self.copy(cuts.map(\.bounds.upperBound))
    }

    deinit {
        begin.deallocate()
        column.deallocate()
        value.deallocate()
        lower.deallocate()
        upper.deallocate()
    }

    /// The arrays as C sees them.
    var lent: cglpk_rows {
        cglpk_rows(
            count: Int32(count), begin: begin.baseAddress, column: column.baseAddress,
            value: value.baseAddress, lower: lower.baseAddress, upper: upper.baseAddress)
    }

    private static func copy<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
        _ = buffer.initialize(from: elements)
        return buffer
    }
}
