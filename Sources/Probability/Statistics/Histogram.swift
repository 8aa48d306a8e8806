/// An exact count of whole numbers in bins of one width; each bin keeps the smallest value it has
/// seen, so that point masses and narrow ranges come out exactly, and any order of merging gives the
/// same bits.
public struct Histogram: Sendable, Hashable {
    /// Lower edge of the first bin.
    public let lowest: Int64
    /// Width of a bin, a power of two ≥ 1.
    public let width: Int64
    private let shift: Int64
    /// The bins; count and value lie side by side, so that adding a value touches memory in one place.
    private var bins: [Bin]
    /// Sums of all values.
    public private(set) var moments = ExactMoments()

    private struct Bin: Hashable, Sendable {
        /// `Int64.max` where there is none.
        var smallest = Int64.max
        var count: Int64 = 0
    }

    /// Values per bin.
    public var counts: [UInt32] { bins.map { UInt32($0.count) } }
    /// Smallest value seen per bin; `Int64.max` where none.
    public var smallest: [Int64] { bins.map(\.smallest) }

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
        self.bins = Array(repeating: Bin(), count: count)
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
        let (lowest, shift, last) = (lowest, shift, bins.count - 1)
        bins.withUnsafeMutableBufferPointer { bins in
            // Many figures are mostly one value: a run of it is counted at once.
            var (run, length) = (values[0], Int64(0))
            func count() {
                let index = max(0, min(last, Int((run &- lowest) &>> shift)))
                bins[index].count &+= length
                let smallest = bins[index].smallest
                bins[index].smallest = run < smallest ? run : smallest
            }
            for value in values {
                if value != run {
                    count()
                    (run, length) = (value, 0)
                }
                length &+= 1
            }
            count()
        }
    }

    private mutating func note(_ value: Int64, times: Int) {
        let index = max(0, min(bins.count - 1, Int((value - lowest) >> shift)))
        bins[index].count += Int64(times)
        bins[index].smallest = min(value, bins[index].smallest)
    }

    /// Adds all values of another with the same bins.
    public mutating func merge(_ other: Self) {
        precondition(lowest == other.lowest && width == other.width && bins.count == other.bins.count)
        for (index, bin) in other.bins.enumerated() where bin.count > 0 {
            bins[index].count += bin.count
            bins[index].smallest = min(bins[index].smallest, bin.smallest)
        }
        moments.merge(other.moments)
    }

    /// The value of a rank 1…n, to the bin: the smallest value seen in its bin.
    public func value(rank: Int) -> Int64 {
        if rank >= moments.count { return moments.maximum }
        var left = rank
        for bin in bins {
            left -= Int(bin.count)
            if left <= 0 { return bin.smallest }
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
        for bin in bins where bin.count > 0 {
            let deviation = Double(bin.smallest) - mean
            let square = deviation * deviation
            second += Double(bin.count) * square
            fourth += Double(bin.count) * square * square
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
        bins.enumerated().compactMap { index, bin in
            bin.count > 0 ? Cell(bin: index, count: UInt32(bin.count), smallest: bin.smallest) : nil
        }
    }

    /// Adds values that were counted elsewhere in the same bins; false, and nothing added, where they
    /// cannot have been.
    public mutating func add(_ cells: [Cell], moments other: ExactMoments) -> Bool {
        let isWhole = cells.allSatisfy { bins.indices.contains($0.bin) && $0.count > 0 }
        let counted = cells.reduce(0) { $0 + Int($1.count) }
        guard isWhole, counted == other.count, moments.count + counted <= Int(UInt32.max) else {
            return false
        }
        for cell in cells {
            bins[cell.bin].count += Int64(cell.count)
            bins[cell.bin].smallest = min(bins[cell.bin].smallest, cell.smallest)
        }
        moments.merge(other)
        return true
    }
}
