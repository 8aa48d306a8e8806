/// A column in strips, with a place to note something for each element of a strip.
///
/// Finding where values lie in a table runs in the lanes of a processor, looking them up does not: apart
/// from each other both take less time, and what is noted between them stays in the nearest cache.
public enum Strip {
    @usableFromInline static let size = 128

    /// Calls a function with the first index and the length of each strip, in order, and the place for its
    /// notes.
    @inlinable @inline(__always)
    public static func each(of count: Int, _ body: (Int, Int, UnsafeMutablePointer<Int>) -> Void) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: size) { places in
            guard let places = places.baseAddress else { return }
            var first = 0
            while first < count {
                body(first, min(size, count - first), places)
                first += size
            }
        }
    }
}
