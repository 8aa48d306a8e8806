import Portfolio
import Probability

extension Recorder {
    /// Whole multiples of a unit.
    func wholes(_ values: UnsafeBufferPointer<Double>, unit: Double) -> UnsafeBufferPointer<Int64> {
        let whole = whole.base
        for trial in values.indices { whole[trial] = WholeNumber.rounded(values[trial] * (1 / unit)) }
        return UnsafeBufferPointer(start: whole, count: values.count)
    }

    /// What values fall short of one without uncertainty, in units of ``points``.
    func losses(
        _ values: UnsafeBufferPointer<Double>, from certain: Double
    ) -> UnsafeBufferPointer<Int64> {
        let whole = whole.base
        for trial in values.indices {
            whole[trial] = WholeNumber.rounded((certain - values[trial]) * (1 / Self.points))
        }
        return UnsafeBufferPointer(start: whole, count: values.count)
    }

    /// The dates that exist, in units of ``months``.
    func dates(_ dates: UnsafeBufferPointer<Double>) -> UnsafeBufferPointer<Int64> {
        let whole = whole.base
        var count = 0
        for date in dates {
            whole[count] = WholeNumber.rounded(date / Self.months)
            count &+= date >= 0 && date < .infinity ? 1 : 0
        }
        return UnsafeBufferPointer(start: whole, count: count)
    }

    /// Shares in units of ``parts``, where there is a whole.
    func shares(
        _ amounts: UnsafeBufferPointer<Rupiah>, of wholes: UnsafeBufferPointer<Rupiah>
    ) -> UnsafeBufferPointer<Int64> {
        let whole = whole.base
        var count = 0
        for trial in amounts.indices {
            whole[count] = WholeNumber.rounded(
                WholeNumber.double(amounts[trial]) / WholeNumber.double(wholes[trial]) * (1 / Self.parts))
            count &+= wholes[trial] > 0 ? 1 : 0
        }
        return UnsafeBufferPointer(start: whole, count: count)
    }
}
