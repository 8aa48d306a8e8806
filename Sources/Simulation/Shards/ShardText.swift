import Probability

/// Writes the state of counts as words between spaces and line breaks; numbers are whole, a Double is
/// written as its bit pattern.
struct ShardWriter {
    private var text = ""

    /// A line of a name and a text.
    mutating func line(_ name: String, _ content: String) { text += "\(name) \(content)\n" }

    /// A line of a name alone.
    mutating func title(_ name: String) { text += "\(name)\n" }

    /// A line of numbers.
    mutating func numbers(_ numbers: some Sequence<some BinaryInteger>) {
        for number in numbers { text += "\(number) " }
        text += "\n"
    }

    /// The text with its check sum.
    var closed: String { text + "sum \(StableHash.hash(text))\n" }
}

/// Reads what ``ShardWriter`` wrote; never trusts it.
struct ShardReader: Sendable {
    private let bytes: [UInt8]
    private var position = 0

    /// Reads from the beginning.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Compares the check sum at the end with the text before it.
    ///
    /// - Throws: ``ShardError/damaged``.
    func checkSum() throws(ShardError) {
        guard let end = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")) else { throw .damaged }
        var last = self
        last.position = end + 1
        try last.expect("sum")
        let sum: UInt64 = try last.number()
        guard sum == StableHash.hash(bytes[...end]) else { throw .damaged }
    }

    /// The rest of the line that begins with a name.
    ///
    /// - Throws: ``ShardError/damaged``.
    mutating func line(_ name: String) throws(ShardError) -> String {
        try expect(name)
        let begin = position + 1
        guard begin <= bytes.count, let end = bytes[begin...].firstIndex(of: UInt8(ascii: "\n")),
            let text = String(validating: bytes[begin..<end], as: UTF8.self)
        else { throw .damaged }
        position = end
        return text
    }

    /// Goes past a word that must come next.
    ///
    /// - Throws: ``ShardError/damaged``.
    mutating func expect(_ word: String) throws(ShardError) {
        skipSpace()
        guard bytes[position...].starts(with: word.utf8) else { throw .damaged }
        position += word.utf8.count
    }

    /// The next number.
    ///
    /// - Throws: ``ShardError/damaged`` where there is none, or where it is beyond its type.
    mutating func number<Number: FixedWidthInteger>() throws(ShardError) -> Number {
        skipSpace()
        let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let begin = position
        var value: Number = 0
        while position < bytes.count, let digit = Number(exactly: Int(bytes[position]) - 48),
            0 <= digit, digit <= 9
        {
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (next, isBeyond) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !isTooLarge, !isBeyond else { throw .damaged }
            value = next
            position += 1
        }
        guard position > begin else { throw .damaged }
        return value
    }

    /// The next number, within bounds.
    ///
    /// - Throws: ``ShardError/damaged``.
    mutating func number(in bounds: ClosedRange<Int>) throws(ShardError) -> Int {
        let value: Int = try number()
        guard bounds.contains(value) else { throw .damaged }
        return value
    }

    /// The next Double.
    ///
    /// - Throws: ``ShardError/damaged`` where there is none, or where it is NaN.
    mutating func double() throws(ShardError) -> Double {
        let value = Double(bitPattern: try number())
        guard !value.isNaN else { throw .damaged }
        return value
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x0A { position += 1 }
    }
}
