import CGLPKShims
import Linear

/// A model as the flat arrays that C reads.
struct ModelArrays {
    private let lower, upper, cost, rowLower, rowUpper, value: [Double]
    private let isInteger: [UInt8]
    private let rowBegin, column, group: [Int32]

    init(_ model: Model) {
        lower = model.columns.map(\.lower)
        upper = model.columns.map(\.upper)
        cost = model.columns.map(\.cost)
        isInteger = model.columns.map { $0.isInteger ? 1 : 0 }
        group = Self.groups(of: model)
        rowLower = model.rows.map(\.lower)
        rowUpper = model.rows.map(\.upper)
        rowBegin = model.rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.terms.count)) }
        column = model.rows.flatMap { $0.terms.map { Int32($0.column.index) } }
        value = model.rows.flatMap { $0.terms.map(\.coefficient) }
    }

    /// Groups counted from 0; a column without one is a group of its own.
    private static func groups(of model: Model) -> [Int32] {
        var known: [Int: Int32] = [:]
        var count: Int32 = 0
        return model.columns.map { column in
            if let group = column.group, let position = known[group] { return position }
            if let group = column.group { known[group] = count }
            count += 1
            return count - 1
        }
    }

    /// Lends the arrays to C for the time of a call.
    func withModel(constant: Double, _ body: (UnsafePointer<cglpk_model>) -> Void) {
        var c = cglpk_model()
        c.columns = Int32(lower.count)
        c.rows = Int32(rowLower.count)
        c.constant = constant
        lower.withUnsafeBufferPointer { lower in
            upper.withUnsafeBufferPointer { upper in
                cost.withUnsafeBufferPointer { cost in
                    isInteger.withUnsafeBufferPointer { isInteger in
                        rowLower.withUnsafeBufferPointer { rowLower in
                            rowUpper.withUnsafeBufferPointer { rowUpper in
                                rowBegin.withUnsafeBufferPointer { rowBegin in
                                    column.withUnsafeBufferPointer { column in
                                        value.withUnsafeBufferPointer { value in
                                            group.withUnsafeBufferPointer { group in
                                                c.group = group.baseAddress
                                                c.lower = lower.baseAddress
                                                c.upper = upper.baseAddress
                                                c.cost = cost.baseAddress
                                                c.is_integer = isInteger.baseAddress
                                                c.row_lower = rowLower.baseAddress
                                                c.row_upper = rowUpper.baseAddress
                                                c.row_begin = rowBegin.baseAddress
                                                c.column = column.baseAddress
                                                c.value = value.baseAddress
                                                body(&c)
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
