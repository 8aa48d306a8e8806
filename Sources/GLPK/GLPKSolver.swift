import CGLPKShims
import Foundation
import Linear

/// Branch and bound on GLPK's simplex method and cuts: one C call per solve, on a thread of its own.
public struct GLPKSolver: MIPSolver {
    /// How GLPK searches.
    public var parameters: GLPKParameters

    /// Makes a solver.
    public init(parameters: GLPKParameters = GLPKParameters()) { self.parameters = parameters }

    /// Name and version, such as GLPK 5.0.
    public var name: String { "GLPK \(String(cString: cglpk_version()))" }

    /// Solves a model; GLPK's environment is thread-local, hence the thread of its own.
    ///
    /// Where the search fails numerically it is tried once more without cuts, in the time that is left.
    public func solve(_ model: Model, options: SolveOptions) -> SolveResult {
        guard model.isFinite else { return SolveResult(termination: .failed("a number is not finite")) }
        if let incumbent = options.incumbent, model.violation(of: incumbent) > 1e-6 {
            return SolveResult(termination: .failed("the first incumbent breaks a row"))
        }
        let begin = ContinuousClock.now
        let result = onSolverThread { Solve(model: model, options: options, parameters: parameters).run() }
        guard case .failed = result.termination, parameters.hasCuts || options.separate != nil else {
            return result
        }
        let own = options.withoutCuts.after(begin.duration(to: .now) / .seconds(1))
        let plain = parameters.withoutCuts
        return onSolverThread { Solve(model: model, options: own, parameters: plain).run() }
    }
}

/// Runs a body on a thread with a deep stack and waits for it.
private func onSolverThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value {
    let box = ResultBox<Value>()
    let thread = Thread { box.fill(body()) }
    thread.stackSize = 64 << 20
    thread.start()
    return box.wait()
}

/// A value handed from one thread to another.
private final class ResultBox<Value: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var value: Value?

    func fill(_ value: Value) {
        condition.lock()
        self.value = value
        condition.signal()
        condition.unlock()
    }

    func wait() -> Value {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let value { return value }
            condition.wait()
        }
    }
}
