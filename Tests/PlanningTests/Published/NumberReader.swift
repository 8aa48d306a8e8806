import Portfolio

/// Reads numbers separated by blanks, commas or semicolons, one after the other.
struct NumberReader {
    private var words: ArraySlice<Substring>

    /// Reads from a text.
    init(_ text: String) {
        words = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }[...]
    }

    /// Whether every number was read.
    var isAtEnd: Bool { words.isEmpty }

    /// The next word, whatever it says.
    mutating func word() throws -> String {
        guard let word = words.popFirst() else { throw UnreadableProblem(description: "too few numbers") }
        return String(word)
    }

    /// The next number, whole.
    mutating func integer() throws -> Int {
        let word = try word()
        guard let value = Int(word) else { throw UnreadableProblem(description: "not whole: \(word)") }
        return value
    }

    /// So many whole numbers.
    mutating func integers(_ count: Int) throws -> [Int] {
        try (0..<count).map { _ in try integer() }
    }

    /// The next number, to the nearest Double.
    mutating func real() throws -> Double {
        let word = try word()
        guard let value = Double(word) else { throw UnreadableProblem(description: "no number: \(word)") }
        return value
    }

    /// So many numbers, each to the nearest Double.
    mutating func reals(_ count: Int) throws -> [Double] {
        try (0..<count).map { _ in try real() }
    }

    /// The next number times `scale`, exactly.
    mutating func rupiah(scale: Rupiah) throws -> Rupiah {
        let word = try word()
        let parts = word.split(separator: "E", omittingEmptySubsequences: false)
        let mantissa = parts[0].hasSuffix(".") ? parts[0].dropLast() : parts[0]
        guard parts.count <= 2, let exponent = parts.count == 2 ? Int(parts[1]) : 0,
            (0...12).contains(exponent),
            let number = Exact(decimal: String(mantissa)), number >= 0
        else { throw UnreadableProblem(description: "no amount: \(word)") }
        let factor = (0..<exponent).reduce(scale) { product, _ in product * 10 }
        guard factor % number.denominator == 0 else {
            throw UnreadableProblem(description: "not whole rupiah: \(word)")
        }
        return number.floorOfProduct(with: factor)
    }

    /// So many numbers times `scale`, exactly.
    mutating func rupiah(_ count: Int, scale: Rupiah) throws -> [Rupiah] {
        try (0..<count).map { _ in try rupiah(scale: scale) }
    }
}
