/// Whole rupiah.
///
/// Everywhere outside the solver money is a 64-bit integer (model.md §2).
public typealias Rupiah = Int64

/// floor((2a + b) / (2b)): the quotient rounded half up, as model.md's notation defines it.
///
/// - Precondition: 0 ≤ a < 2¹²⁵, b > 0.
public func roundHalfUp(_ a: Int128, over b: Int128) -> Int64 {
    precondition(a >= 0 && b > 0)
    return Int64((2 * a + b) / (2 * b))
}
