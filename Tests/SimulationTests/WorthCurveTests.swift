import Foundation
import Testing

@testable import Simulation

/// Months from 0 on, at and beyond the horizon of 60, and never.
private let months = (0..<300).map { Double($0) * 0.237 } + [60, .infinity]

@Suite("What operating from an instant on is worth")
struct WorthCurveTests {
    @Test(
        "A column of months is worth what each of them is, with a ramp or without",
        arguments: [[], [0.5], [0.2, 0.6, 1]])
    func columns(ramp: [Double]) {
        let curve = WorthCurve(years: DiscountedYears(discountRate: 0.08, horizon: 60), ramp: ramp)
        var column = months
        column.withUnsafeMutableBufferPointer { values in
            if let base = values.baseAddress { curve.replace(base, count: values.count) }
        }
        #expect(column == months.map(curve.from))
    }

    @Test("Without a discount a year at full operation counts 1, with one it follows the integral")
    func integral() {
        let plain = WorthCurve(years: DiscountedYears(discountRate: 0, horizon: 60), ramp: [])
        let discounted = WorthCurve(years: DiscountedYears(discountRate: 0.08, horizon: 60), ramp: [])
        for month in months where month < 60 {
            #expect(abs(plain.from(month) - (60 - month) / 12) < 1e-12)
            let exact = (pow(1.08, -month / 12) - pow(1.08, -5)) / log(1.08)
            #expect(abs(discounted.from(month) - exact) < 1e-12)
        }
    }
}
