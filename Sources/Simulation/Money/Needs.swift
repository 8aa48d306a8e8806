import Portfolio

/// Rupiah needed by eligible set, each set once; copies share the amounts.
struct Needs {
    /// Positions of the sets.
    let sets: UnsafePointer<Int>
    /// What is needed for each of them, ≥ 0.
    let amounts: UnsafeMutablePointer<Rupiah>
    /// How many sets there are.
    let count: Int

    /// All of it, rupiah.
    var total: Rupiah {
        var sum: Rupiah = 0
        for index in 0..<count { sum &+= amounts[index] }
        return sum
    }
}
