#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The standard normal law, exactly for the reference and by table for drawing.
public enum NormalScore {
    /// Φ(z).
    public static func cdf(_ z: Double) -> Double { 0.5 * erfc(-z * 0.5.squareRoot()) }

    /// Φ⁻¹(p): a rational starting value on the smaller tail and three steps of Halley's method.
    public static func quantile(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        let tail = min(p, 1 - p)
        let z = -lowerTail(tail)
        return p < 0.5 ? -z : z
    }

    /// Φ⁻¹ of a probability of at most ½, refined.
    private static func lowerTail(_ p: Double) -> Double {
        var z = p < 0.02425 ? outer(p) : inner(p - 0.5)
        for _ in 0..<3 {
            let error = (cdf(z) - p) * (2 * Double.pi).squareRoot() * exp(z * z / 2)
            z -= error / (1 + z * error / 2)
        }
        return z
    }

    /// Acklam's rational starting values (relative error 1.15·10⁻⁹).
    private static func inner(_ q: Double) -> Double {
        let r = q * q
        let top = polynomial(
            r,
            [
                -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690,
                -30.66479806614716, 2.506628277459239,
            ])
        let bottom = polynomial(
            r,
            [
                -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
                -13.28068155288572, 1,
            ])
        return q * top / bottom
    }

    private static func outer(_ p: Double) -> Double {
        let q = (-2 * log(p)).squareRoot()
        let top = polynomial(
            q,
            [
                -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
                4.374664141464968, 2.938163982698783,
            ])
        let bottom = polynomial(
            q, [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1])
        return top / bottom
    }

    private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }

    /// The score of 32 random bits, by table: |error| ≤ 2·10⁻⁶.
    public static func score(bits: UInt32) -> Double { scores.value(bits) }

    /// The scores of a column of bits.
    public static func fill(
        _ output: UnsafeMutableBufferPointer<Double>, bits: UnsafeBufferPointer<UInt32>
    ) {
        scores.fill(output, bits: bits)
    }

    /// Φ(z) by table, linear between 4,096 cells on [−8, 8]: |error| ≤ 5·10⁻⁷; no transcendental.
    public static func uniform(ofScore z: Double) -> Double { uniforms.value(z) }

    /// Φ of a column of scores, in place.
    static func replaceByUniforms(_ scores: UnsafeMutableBufferPointer<Double>) {
        uniforms.replace(scores)
    }

    private static let scores = TailTable(quantile)
    private static let uniforms = ScoreTable(range: 8, cells: 4096, cdf)
}
