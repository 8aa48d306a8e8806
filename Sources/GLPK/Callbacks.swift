import CGLPKShims
import Linear

/// The caller's closures, reachable from C.
final class Callbacks {
    private let options: SolveOptions
    private let columns: Int
    private var rows = RowArrays([])

    init(options: SolveOptions, columns: Int) {
        self.options = options
        self.columns = columns
    }

    /// Passes progress on; nonzero asks to stop.
    func report(_ progress: cglpk_progress) -> Int32 {
        options.progress?(SolveProgress(progress))
        return options.isCancelled?() == true ? 1 : 0
    }

    /// Asks the caller what it thinks of a solution, and writes the answer where C reads it.
    func judge(_ values: UnsafePointer<Double>, _ objective: Double, _ answer: inout cglpk_verdict) {
        let solution = Array(UnsafeBufferPointer(start: values, count: columns))
        guard let verdict = options.judge?(solution, objective) else { return }
        write(verdict, to: &answer)
    }

    /// Lets the caller look elsewhere, and writes what it brings where C reads it.
    func improve(_ progress: cglpk_progress, _ answer: inout cglpk_verdict) {
        var known = SolveProgress(progress)
        known.relaxed = progress.relaxed.map { Array(UnsafeBufferPointer(start: $0, count: columns)) }
        guard let verdict = options.improve?(known) else { return }
        write(verdict, to: &answer)
    }

    private func write(_ verdict: SolutionVerdict, to answer: inout cglpk_verdict) {
        answer.is_incumbent = verdict.isIncumbent ? 1 : 0
        answer.stop = verdict.stops ? 1 : 0
        if let cutoff = verdict.cutoff {
            answer.has_cutoff = 1
            answer.cutoff = cutoff
        }
        guard let cut = verdict.cut, let column = answer.column, let value = answer.value else { return }
        answer.lower = cut.bounds.lowerBound
        answer.upper = cut.bounds.upperBound
        for (position, term) in cut.terms.merged.enumerated() {
            column[position] = Int32(term.column.index)
            value[position] = term.coefficient
        }
        answer.terms = Int32(cut.terms.merged.count)
    }

    /// Lends C the rows that the values of a relaxation break, until the next call.
    func separate(_ values: UnsafePointer<Double>, _ answer: inout cglpk_rows) {
        let point = Array(UnsafeBufferPointer(start: values, count: columns))
        rows = RowArrays(options.separate?(point) ?? [])
        answer = rows.lent
    }
}

extension SolveProgress {
    fileprivate init(_ progress: cglpk_progress) {
        self.init(
            incumbent: progress.has_incumbent != 0 ? progress.incumbent : nil,
            bound: progress.has_bound != 0 ? progress.bound : nil, nodes: Int(progress.nodes),
            seconds: progress.seconds)
        iterations = progress.iterations
    }
}
