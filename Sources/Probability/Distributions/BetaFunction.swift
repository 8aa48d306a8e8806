#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The regularised incomplete beta function and its inverse.
struct BetaFunction: Sendable {
    let a: Double
    let b: Double
    private let logFactor: Double

    /// For a, b > 0.
    init(a: Double, b: Double) {
        self.a = a
        self.b = b
        logFactor = lgamma(a + b) - lgamma(a) - lgamma(b)
    }

    /// I_x(a, b), by the continued fraction of DLMF 8.17.22 on the side where it converges quickly.
    func regularised(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let front = exp(logFactor + a * log(x) + b * log1p(-x))
        return x < (a + 1) / (a + b + 2)
            ? front * Self.fraction(a, b, x) / a : 1 - front * Self.fraction(b, a, 1 - x) / b
    }

    /// The x with I_x(a, b) = p: Newton's method kept within a bracket that bisection narrows.
    func inverse(_ p: Double) -> Double {
        guard p > 0 else { return 0 }
        guard p < 1 else { return 1 }
        var (low, high, x) = (0.0, 1.0, a / (a + b))
        for _ in 0..<200 {
            let error = regularised(x) - p
            if error > 0 { high = x } else { low = x }
            let density = exp(logFactor + (a - 1) * log(x) + (b - 1) * log1p(-x))
            var next = x - error / density
            if !(next > low && next < high) { next = (low + high) / 2 }
            if abs(next - x) <= 1e-16 + 1e-15 * x { return next }
            x = next
        }
        return x
    }

    /// Lentz's algorithm (Press et al., Numerical Recipes, 3rd ed., §6.4).
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / nonZero(1 - (a + b) * x / (a + 1), tiny)
        var result = d
        for m in 1...500 {
            let k = Double(m)
            let even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k))
            d = 1 / nonZero(1 + even * d, tiny)
            c = nonZero(1 + even / c, tiny)
            result *= d * c
            let odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1))
            d = 1 / nonZero(1 + odd * d, tiny)
            c = nonZero(1 + odd / c, tiny)
            result *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return result
    }

    private static func nonZero(_ x: Double, _ tiny: Double) -> Double { abs(x) < tiny ? tiny : x }
}
