/// The first trials of a simulation: a row per trial, a column per figure, as `trials.csv` holds them.
public struct TrialTable: Sendable, Hashable {
    /// Number of each trial, from 0.
    public let trials: [Int64]
    /// Figures of each trial by name: value, cost, finish, quick_wins, lapsed; a figure that does not
    /// exist in a trial is nil.
    public let columns: [String: [Double?]]

    /// Why a text is no table of trials.
    public struct Unusable: Error, Hashable, Sendable {
        /// Line, from 1.
        public let line: Int
    }

    /// Reads `trials.csv`: a head with the column `trial`, then numbers alone.
    ///
    /// - Throws: ``Unusable`` at the first line that does not fit.
    public init(csv bytes: [UInt8]) throws(Unusable) {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let names = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false).map(
            String.init)
        guard let key = names.firstIndex(of: "trial"), Set(names).count == names.count else {
            throw Unusable(line: 1)
        }
        var trials: [Int64] = []
        var values = Array(repeating: [Double?](), count: names.count)
        for (index, line) in lines.dropFirst().enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count == names.count, let trial = Int64(cells[key]) else {
                throw Unusable(line: index + 2)
            }
            trials.append(trial)
            for (column, cell) in cells.enumerated() {
                guard cell.isEmpty || Double(cell)?.isFinite == true else { throw Unusable(line: index + 2) }
                values[column].append(Double(cell))
            }
        }
        self.trials = trials
        columns = Dictionary(zip(names, values).filter { $0.0 != "trial" }) { $1 }
    }
}
