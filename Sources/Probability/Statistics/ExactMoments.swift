/// Exact sums of whole numbers: merged in any order they give the same bits.
public struct ExactMoments: Sendable, Hashable {
    /// How many values.
    public private(set) var count = 0
    /// Their sum.
    public private(set) var sum: Int128 = 0
    /// The sum of their squares.
    public private(set) var sumOfSquares: Int128 = 0
    /// The smallest value; `Int64.max` without any.
    public private(set) var minimum = Int64.max
    /// The largest value; `Int64.min` without any.
    public private(set) var maximum = Int64.min

    /// Makes empty sums.
    public init() {}

    /// Makes sums that were kept elsewhere.
    public init(count: Int, sum: Int128, sumOfSquares: Int128, minimum: Int64, maximum: Int64) {
        self.count = count
        self.sum = sum
        self.sumOfSquares = sumOfSquares
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Adds a value, |value| < 2⁵³.
    public mutating func add(_ value: Int64) {
        count += 1
        sum += Int128(value)
        sumOfSquares += Int128(value) * Int128(value)
        minimum = min(minimum, value)
        maximum = max(maximum, value)
    }

    /// Adds a column of values, |value| < 2⁵³; at most 512, so that their sum fits 64 bits.
    ///
    /// - Returns: The smallest and the largest of them.
    @discardableResult
    public mutating func add(_ values: UnsafeBufferPointer<Int64>) -> (least: Int64, most: Int64) {
        precondition(values.count <= 512)
        if let value = values.first, values.isConstant(value) {
            merge(Self(repeating: value, count: values.count))
            return (value, value)
        }
        var (least, most, total) = (Int64.max, Int64.min, Int64(0))
        // |value| = high·2²⁶ + low: products of halves fit 64 bits and run in the lanes.
        var (highs, mixed, lows) = (UInt64(0), UInt64(0), UInt64(0))
        for value in values {
            least = value < least ? value : least
            most = value > most ? value : most
            total &+= value
            let size = UInt64(bitPattern: value < 0 ? 0 &- value : value)
            let (high, low) = (size &>> 26 & 0xFFFF_FFFF, size & 0x3FF_FFFF)
            highs &+= high &* high
            mixed &+= high &* low
            lows &+= low &* low
        }
        count += values.count
        sum += Int128(total)
        sumOfSquares += Int128(highs) << 52 + Int128(mixed) << 27 + Int128(lows)
        minimum = min(minimum, least)
        maximum = max(maximum, most)
        return (least, most)
    }

    /// The sums of one value so many times.
    public init(repeating value: Int64, count: Int) {
        let (wide, times) = (Int128(value), Int128(count))
        self.init(
            count: count, sum: wide * times, sumOfSquares: wide * wide * times,
            minimum: count > 0 ? value : .max, maximum: count > 0 ? value : .min)
    }

    /// Adds all values of another.
    public mutating func merge(_ other: Self) {
        count += other.count
        sum += other.sum
        sumOfSquares += other.sumOfSquares
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
    }

    /// The mean; nil without values.
    public var mean: Double? { count > 0 ? Double(sum) / Double(count) : nil }

    /// The standard deviation with n − 1 below; 0 for one value, nil without any.
    ///
    /// Σx² − (Σx)²/n is formed from whole numbers about the smallest value, so that nothing cancels.
    public var sd: Double? {
        guard count > 0 else { return nil }
        guard count > 1, minimum < maximum else { return 0 }
        let (n, base) = (Int128(count), Int128(minimum))
        let shifted = sum - n * base
        let squares = sumOfSquares - 2 * base * sum + n * base * base
        let (quotient, remainder) = shifted.quotientAndRemainder(dividingBy: n)
        // squares − shifted²/n with shifted = quotient·n + remainder.
        let whole = squares - quotient * shifted - quotient * remainder
        let rest = Double(remainder) * Double(remainder) / Double(count)
        return ((Double(whole) - rest) / Double(count - 1)).squareRoot()
    }

    /// The mean with its interval, in units of `unit`.
    public func meanEstimate(unit: Double = 1) -> Estimate? {
        guard let mean, let sd else { return nil }
        return Interval.mean(count: count, mean: mean * unit, sd: sd * unit)
    }
}

extension UnsafeBufferPointer<Int64> {
    /// Whether all elements are one value: in the lanes, faster than finding the first that is not.
    fileprivate func isConstant(_ value: Int64) -> Bool {
        var differences: Int64 = 0
        for element in self { differences |= element ^ value }
        return differences == 0
    }
}
