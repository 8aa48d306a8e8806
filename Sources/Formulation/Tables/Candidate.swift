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
}
