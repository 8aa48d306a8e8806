import CGLPKShims
import Linear

/// One solve: the model as C arrays, the callbacks, and the answer as a value.
struct Solve: Sendable {
    let model: Model
    let options: SolveOptions
    let parameters: GLPKParameters

    /// Solves on the calling thread.
    func run() -> SolveResult {
        let arrays = ModelArrays(model)
        var values = [Double](repeating: 0, count: model.columns.count + 1)
        var result = cglpk_result()
        let callbacks = Callbacks(options: options, columns: model.columns.count)
        var reducedCosts = values
        values.withUnsafeMutableBufferPointer { buffer in
            reducedCosts.withUnsafeMutableBufferPointer { costs in
                result.values = buffer.baseAddress
                result.reduced_costs = costs.baseAddress
                arrays.withModel(constant: model.constant) { pointer in
                    withOptions(callbacks) { cglpk_solve(pointer, $0, &result) }
                }
            }
        }
        values.removeLast()
        reducedCosts.removeLast()
        var answer = answer(result, values)
        if result.has_root != 0 {
            answer.root = SolveResult.Root(bound: result.root_bound, reducedCosts: reducedCosts)
        }
        return answer
    }

    private func withOptions(_ callbacks: Callbacks, _ body: (UnsafePointer<cglpk_options>) -> Void) {
        var c = cglpk_options()
        c.node_limit = Int32(clamping: options.nodeLimit ?? 0)
        c.time_limit = options.timeLimit ?? 0
        c.absolute_gap = options.absoluteGap
        c.memory_mib = parameters.memoryLimit
        c.iterations_per_line = parameters.iterationsPerLine
        c.mir_cuts = parameters.mixedIntegerRoundingCuts && !options.isQuick ? 1 : 0
        c.gomory_cuts = parameters.gomoryCuts && !options.isQuick ? 1 : 0
        c.propagation = parameters.propagation ? 1 : 0
        c.reliability = options.isQuick ? 1 : parameters.reliability
        c.group_reliability = options.isQuick ? 1 : parameters.groupReliability
        c.most_tried = options.isQuick ? 8 : 100
        c.threads = Int32(clamping: options.threads)
        c.tasks = options.isQuick ? 1 : parameters.tasks
        c.has_cutoff = options.cutoff == nil ? 0 : 1
        c.cutoff = options.cutoff ?? 0
        c.info = Unmanaged.passUnretained(callbacks).toOpaque()
        c.progress = { info, progress in
            guard let info, let progress else { return 0 }
            return Unmanaged<Callbacks>.fromOpaque(info).takeUnretainedValue().report(progress.pointee)
        }
        if options.judge != nil {
            c.judge = { info, values, objective, verdict in
                guard let info, let values, let verdict else { return }
                let callbacks = Unmanaged<Callbacks>.fromOpaque(info).takeUnretainedValue()
                callbacks.judge(values, objective, &verdict.pointee)
            }
        }
        if options.separate != nil {
            c.separate = { info, values, rows in
                guard let info, let values, let rows else { return }
                Unmanaged<Callbacks>.fromOpaque(info).takeUnretainedValue().separate(values, &rows.pointee)
            }
        }
        if options.improve != nil {
            c.improve = { info, progress, verdict in
                guard let info, let progress, let verdict else { return }
                let callbacks = Unmanaged<Callbacks>.fromOpaque(info).takeUnretainedValue()
                callbacks.improve(progress.pointee, &verdict.pointee)
            }
        }
        withExtendedLifetime(callbacks) {
            guard let incumbent = options.incumbent else { return body(&c) }
            incumbent.withUnsafeBufferPointer {
                c.first_incumbent = $0.baseAddress
                body(&c)
            }
        }
    }

    private func answer(_ result: cglpk_result, _ values: [Double]) -> SolveResult {
        var answer = SolveResult(termination: termination(result), nodes: Int(result.nodes))
        answer.iterations = result.iterations
        if result.has_bound != 0, result.bound.isFinite { answer.bound = result.bound }
        if result.has_solution != 0 {
            answer.values = values
            answer.objective = result.objective
        }
        return answer
    }

    private func termination(_ result: cglpk_result) -> Termination {
        switch Int(result.status) {
        case CGLPK_OPTIMAL: return .optimal
        case CGLPK_INFEASIBLE: return .infeasible
        case CGLPK_UNBOUNDED: return .unbounded
        case CGLPK_NODE_LIMIT: return .nodeLimit
        case CGLPK_TIME_LIMIT: return .timeLimit
        case CGLPK_CANCELLED: return .cancelled
        default:
            let said = withUnsafeBytes(of: result.message) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            return .failed(said.isEmpty ? "numerical failure" : said)
        }
    }
}
