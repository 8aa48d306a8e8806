/// How far away a proof is, as far as the number of programs tells; it decides what is worth its time.
package enum ProofDistance: CaseIterable, Comparable, Sendable {
    /// The tree ends soon: little is done before it.
    case near
    /// Neighbourhoods of plans are searched for longer, and beside the tree.
    case middling
    /// Neighbourhoods are searched for as long as they bring something, once cuts have strengthened the relaxation
    /// that they lie along; then the tree.
    case far

    /// Judges by the number of programs.
    init(programs: Int) { self = programs < 60 ? .near : programs < 100 ? .middling : .far }
}
