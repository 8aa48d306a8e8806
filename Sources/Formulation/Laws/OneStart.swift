import Linear
import Portfolio

/// §3: Σ x[p,·,·] ≤ 1; = 1 for `must` and `in_progress`; what has started by t has started later.
///
///     z[p,m,t] ≤ z[p,m,t']  for t < t',   Σ_m z[p,m,last] ≤ 1
struct OneStart {
    func add(to builder: inout ModelBuilder) {
        for start in builder.starts { addChain(start, to: &builder) }
        for (index, program) in builder.scenario.programs.enumerated() {
            let isForced = program.must != nil || program.inProgress != nil
            guard isForced || builder.candidates[index].count > 1 else { continue }
            let name = builder.names.name(isForced ? "must" : "once", program.id.rawValue)
            builder.addRow(name, builder.chosen(program.id), in: (isForced ? 1 : 0)...1)
        }
    }

    private func addChain(_ start: StartedBy, to builder: inout ModelBuilder) {
        let program = builder.program(of: start).id.rawValue
        for (earlier, later) in zip(start.columns, start.columns.dropFirst()) {
            let name = builder.names.name("stays", program)
            builder.addRow(name, [.init(1, earlier), .init(-1, later)], in: (-.infinity)...0)
        }
    }
}
