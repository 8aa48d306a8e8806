/// An exact count of whole numbers in bins of one width; each bin keeps the smallest value it has
/// seen, so that point masses and narrow ranges come out exactly, and any order of merging gives the
/// same bits.
public struct Histogram: Sendable, Hashable {
    /// Lower edge of the first bin.
    public let lowest: Int64
    /// Width of a bin, a power of two ≥ 1.
    public let width: Int64
    private let shift: Int64
    /// Values per bin.
    public private(set) var counts: [UInt32]
    /// Smallest value per bin, `Int64.max` where there is none; nothing where a bin is one whole number
    /// wide and says it itself.
    private var smallest: [Int64]
    /// Smallest values of the first and the last bin, which may lie beyond the ends, where a bin is one
    /// whole number wide.
    private var (smallestOfFirst, smallestOfLast) = (Int64.max, Int64.max)
    /// Sums of all values.
    public private(set) var moments = ExactMoments()

    /// Makes an empty count of values between two ends in at most about `bins` bins; values outside
    /// go to the outer bins.
    public init(lowest: Int64, highest: Int64, bins: Int) {
        precondition(lowest <= highest && bins > 0)
        let range = UInt64(bitPattern: highest &- lowest)
        var shift: Int64 = 0
        while range >> UInt64(shift) >= UInt64(bins) { shift += 1 }
        self.lowest = lowest
        self.shift = shift
        width = 1 << shift
        let count = Int(range >> UInt64(shift)) + 1
        counts = Array(repeating: 0, count: count)
        smallest = shift == 0 ? [] : Array(repeating: .max, count: count)
    }

    /// Adds a value.
    public mutating func add(_ value: Int64) {
        note(value, times: 1)
        moments.add(value)
    }

    /// Adds a column of at most 512 values.
    public mutating func add(_ values: UnsafeBufferPointer<Int64>) {
        guard !values.isEmpty else { return }
        let (least, most) = moments.add(values)
        if least == most { return note(least, times: values.count) }
        guard least >= lowest, most <= highest else {
            for value in values { note(value, times: 1) }
            return
        }
        shift == 0 ? countExactly(values) : countBroadly(values)
        if shift == 0, least == lowest { smallestOfFirst = min(lowest, smallestOfFirst) }
        if shift == 0, most == highest { smallestOfLast = min(highest, smallestOfLast) }
    }

    /// The largest value that lies within the last bin.
    private var highest: Int64 { lowest + Int64(counts.count) << shift - 1 }

    /// Counts values that lie within the bins, which are one whole number wide.
    private mutating func countExactly(_ values: UnsafeBufferPointer<Int64>) {
        let lowest = lowest
        counts.withUnsafeMutableBufferPointer { counts in
            for value in values { counts[Int(value &- lowest)] &+= 1 }
        }
    }

    /// Counts values that lie within the bins.
    private mutating func countBroadly(_ values: UnsafeBufferPointer<Int64>) {
        let (lowest, shift) = (lowest, shift)
        counts.withUnsafeMutableBufferPointer { counts in
            smallest.withUnsafeMutableBufferPointer { smallest in
                for value in values {
                    let index = Int((value &- lowest) &>> shift)
                    counts[index] &+= 1
                    if value < smallest[index] { smallest[index] = value }
                }
            }
        }
    }

    private mutating func note(_ value: Int64, times: Int) {
        let last = counts.count - 1
        let index = max(0, min(last, Int((value - lowest) >> shift)))
        counts[index] += UInt32(times)
        keep(value, in: index)
    }

    /// Keeps the smallest value of a bin.
    private mutating func keep(_ value: Int64, in index: Int) {
        if shift > 0 { return smallest[index] = min(value, smallest[index]) }
        if index == 0 { return smallestOfFirst = min(value, smallestOfFirst) }
        if index == counts.count - 1 { smallestOfLast = min(value, smallestOfLast) }
    }

    /// The smallest value of a bin that holds values.
    private func smallest(of index: Int) -> Int64 {
        if shift > 0 { return smallest[index] }
        if index == 0 { return smallestOfFirst }
        return index == counts.count - 1 ? smallestOfLast : lowest + Int64(index)
    }

    /// Adds all values of another with the same bins.
    public mutating func merge(_ other: Self) {
        precondition(lowest == other.lowest && width == other.width && counts.count == other.counts.count)
        for (index, count) in other.counts.enumerated() where count > 0 {
            counts[index] += count
            keep(other.smallest(of: index), in: index)
        }
        moments.merge(other.moments)
    }

    /// The value of a rank 1…n, to the bin: the smallest value seen in its bin.
    public func value(rank: Int) -> Int64 {
        if rank >= moments.count { return moments.maximum }
        var left = rank
        for (index, count) in counts.enumerated() {
            left -= Int(count)
            if left <= 0 { return smallest(of: index) }
        }
        return moments.maximum
    }

    /// The p-quantile with its interval by order statistics; nil without values.
    public func quantile(_ p: Double, unit: Double = 1) -> Estimate? {
        guard moments.count > 0 else { return nil }
        let ranks = Interval.quantileRanks(p, of: moments.count)
        return Estimate(
            estimate: Double(value(rank: ranks.rank)) * unit, low: Double(value(rank: ranks.low)) * unit,
            high: Double(value(rank: ranks.high)) * unit)
    }

    /// The standard deviation with its interval.
    public func sdEstimate(unit: Double = 1) -> Estimate? {
        guard let sd = moments.sd else { return nil }
        return Interval.standardDeviation(count: moments.count, sd: sd * unit, kurtosis: kurtosis)
    }

    /// m4 ÷ m2², with each bin at its smallest value; nil without variation.
    public var kurtosis: Double? {
        guard let mean = moments.mean, moments.minimum < moments.maximum else { return nil }
        var (second, fourth) = (0.0, 0.0)
        for (index, count) in counts.enumerated() where count > 0 {
            let deviation = Double(smallest(of: index)) - mean
            let square = deviation * deviation
            second += Double(count) * square
            fourth += Double(count) * square * square
        }
        let n = Double(moments.count)
        return second > 0 ? (fourth / n) / ((second / n) * (second / n)) : nil
    }
}

extension Histogram {
    /// A bin that holds values.
    public struct Cell: Sendable, Hashable {
        /// Position of the bin.
        public let bin: Int
        /// Values in it.
        public let count: UInt32
        /// The smallest of them.
        public let smallest: Int64

        /// Makes a bin.
        public init(bin: Int, count: UInt32, smallest: Int64) {
            self.bin = bin
            self.count = count
            self.smallest = smallest
        }
    }

    /// The bins that hold values, in their order.
    public var cells: [Cell] {
        counts.enumerated().compactMap { index, count in
            count > 0 ? Cell(bin: index, count: count, smallest: smallest(of: index)) : nil
        }
    }

    /// Adds values that were counted elsewhere in the same bins; false, and nothing added, where they
    /// cannot have been.
    public mutating func add(_ cells: [Cell], moments other: ExactMoments) -> Bool {
        let isWhole = cells.allSatisfy { counts.indices.contains($0.bin) && $0.count > 0 }
        let counted = cells.reduce(0) { $0 + Int($1.count) }
        guard isWhole, counted == other.count, moments.count + counted <= Int(UInt32.max) else {
            return false
        }
        for cell in cells {
            counts[cell.bin] += cell.count
            keep(cell.smallest, in: cell.bin)
        }
        moments.merge(other)
        return true
    }
}
