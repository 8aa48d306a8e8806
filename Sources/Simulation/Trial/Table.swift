/// Memory of a fixed size for plain values; copies of a table share it.
///
/// Everything that a thread writes while it plays trials lies in tables made once, so that no trial
/// allocates. A table has one writer; positions are checked in debug builds only.
struct Table<Element: BitwiseCopyable>: @unchecked Sendable {
    private let owner: Owner
    /// The first element.
    let base: UnsafeMutablePointer<Element>
    /// The number of elements.
    let count: Int

    /// Makes a table of equal values.
    init(repeating value: Element, count: Int) {
        owner = Owner(count: count)
        base = owner.base
        self.count = count
        base.initialize(repeating: value, count: count)
    }

    /// Makes a table of the values of a list.
    init(_ values: [Element]) {
        owner = Owner(count: values.count)
        base = owner.base
        count = values.count
        for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
    }

    private final class Owner {
        let base: UnsafeMutablePointer<Element>

        init(count: Int) { base = .allocate(capacity: Swift.max(1, count)) }

        deinit { base.deallocate() }
    }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        @inline(__always) nonmutating set {
            assert(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    /// Sets every element.
    @inline(__always)
    func fill(_ value: Element) { base.update(repeating: value, count: count) }

    /// The elements from a position on.
    @inline(__always)
    func column(at first: Int, count: Int) -> UnsafeMutableBufferPointer<Element> {
        assert(first >= 0 && count >= 0 && first + count <= self.count)
        return UnsafeMutableBufferPointer(start: base + first, count: count)
    }
}

extension Table: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { count }
}

extension Table<Double> {
    /// The earliest of some instants, none of which is negative: their bits have the same order and are
    /// compared in the lanes.
    var earliest: Double {
        var least = Int64(bitPattern: Double.infinity.bitPattern)
        for index in 0..<count {
            let bits = Int64(bitPattern: base[index].bitPattern)
            least = bits < least ? bits : least
        }
        return Double(bitPattern: UInt64(bitPattern: least))
    }
}
