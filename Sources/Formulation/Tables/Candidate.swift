import Portfolio

/// One way of carrying out one program, with everything that depends only on its start.
struct Candidate {
    /// Position of the program in the scenario.
    let program: Int
    /// The variant.
    let variant: Variant
    /// d, periods of work.
    let duration: Int
    /// Periods in which it may start, ascending; empty where it can start nowhere.
    let starts: [Int]

    /// The variant by name.
    var name: VariantName { VariantName(program: program, variant: variant.id) }
}

/// A variant by name: those of different programs may have the same id.
struct VariantName: Hashable {
    /// Position of the program in the scenario.
    let program: Int
    /// Id within the program.
    let variant: Variant.ID
}
