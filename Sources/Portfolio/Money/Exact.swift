/// An exact rational number: shares, months and limits as written, without binary rounding.
public struct Exact: Hashable, Sendable {
    /// Numerator of the reduced fraction.
    public let numerator: Int64
    /// Denominator of the reduced fraction, > 0.
    public let denominator: Int64

    /// Makes a whole number.
    public init(_ whole: Int64) {
        numerator = whole
        denominator = 1
    }

    /// Makes a fraction and reduces it; nil if it does not fit in 64 bits.
    ///
    /// - Precondition: `denominator` ≠ 0.
    public init?(_ numerator: Int128, over denominator: Int128) {
        precondition(denominator != 0)
        let divisor = Exact.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        guard let top = Int64(exactly: sign * numerator / Int128(divisor)),
            let bottom = Int64(exactly: sign * denominator / Int128(divisor))
        else { return nil }
        self.numerator = top
        self.denominator = bottom
    }

    /// Reads a plain decimal number such as `-12`, `0.25` or `7.5`; nil if it is anything else, has
    /// more than 9 decimals, or does not fit in 64 bits.
    public init?(decimal text: String) {
        var digits = Substring(text)
        let isNegative = digits.first == "-"
        if isNegative { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(Exact.isDigits) else { return nil }
        let decimals = parts.count == 2 ? parts[1].count : 0
        guard decimals <= 9, parts[0].count <= 19, let whole = Int128(parts.joined()) else { return nil }
        let scale = (0..<decimals).reduce(Int128(1)) { product, _ in product * 10 }
        self.init(isNegative ? -whole : whole, over: scale)
    }

    /// The nearest Double.
    public var doubleValue: Double { Double(numerator) / Double(denominator) }

    /// The smallest integer that is not less.
    public var roundedUp: Int64 {
        let quotient = numerator / denominator
        return numerator % denominator > 0 ? quotient + 1 : quotient
    }

    /// The largest integer not above the product with a whole number.
    ///
    /// - Precondition: the number and `whole` are not negative.
    public func floorOfProduct(with whole: Int64) -> Int64 {
        precondition(numerator >= 0 && whole >= 0)
        return Int64(Int128(numerator) * Int128(whole) / Int128(denominator))
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}

extension Exact: Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// Makes a whole number from a literal.
    public init(integerLiteral value: Int64) { self.init(value) }

    /// By value, exactly.
    public static func < (left: Self, right: Self) -> Bool {
        Int128(left.numerator) * Int128(right.denominator)
            < Int128(right.numerator) * Int128(left.denominator)
    }

    /// A decimal number where the fraction is one, else `numerator/denominator`.
    public var description: String {
        if denominator == 1 { return "\(numerator)" }
        var scale: Int128 = 1
        for decimals in 1...18 {
            scale *= 10
            guard scale % Int128(denominator) == 0 else { continue }
            let value = Int128(numerator) * (scale / Int128(denominator))
            let fraction = String(value.magnitude % UInt128(scale))
            let padded = String(repeating: "0", count: decimals - fraction.count) + fraction
            return "\(value < 0 ? "-" : "")\(value.magnitude / UInt128(scale)).\(padded)"
        }
        return "\(numerator)/\(denominator)"
    }
}
