/// Spearman's rank correlation of paired values, with mean ranks for ties; nil where one of them
/// does not vary.
public func rankCorrelation(_ x: [Double], _ y: [Double]) -> Double? {
    precondition(x.count == y.count)
    guard let first = x.first, let other = y.first, x.contains(where: { $0 != first }),
        y.contains(where: { $0 != other })
    else { return nil }
    let (a, b) = (meanRanks(x), meanRanks(y))
    let center = Double(x.count + 1) / 2
    var (products, squares, otherSquares) = (0.0, 0.0, 0.0)
    for index in a.indices {
        let (one, two) = (a[index] - center, b[index] - center)
        products += one * two
        squares += one * one
        otherSquares += two * two
    }
    return max(-1, min(1, products / (squares * otherSquares).squareRoot()))
}

private func meanRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = Array(repeating: 0.0, count: values.count)
    var first = 0
    while first < order.count {
        var last = first
        while last + 1 < order.count && values[order[last + 1]] == values[order[first]] { last += 1 }
        for position in first...last { ranks[order[position]] = Double(first + last) / 2 + 1 }
        first = last + 1
    }
    return ranks
}
