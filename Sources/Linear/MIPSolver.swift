/// A solver of mixed-integer programs.
public protocol MIPSolver: Sendable {
    /// Name and version for the outcome.
    var name: String { get }

    /// Solves a model. Blocks until done; never throws: what happened is in the result.
    func solve(_ model: Model, options: SolveOptions) -> SolveResult
}
