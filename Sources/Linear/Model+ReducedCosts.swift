extension Model {
    /// The model with every integer column fixed whose other value no solution below a cutoff can have.
    ///
    /// Where the relaxation at the root has the bound z and a column at its lower bound has the reduced
    /// cost r, a solution in which the column is one larger costs at least z + r.
    ///
    /// Source: H. Crowder, E. L. Johnson, M. Padberg, Solving large-scale zero-one linear programming
    /// problems, Operations Research 31 (1983), doi:10.1287/opre.31.5.803.
    public func fixed(by root: SolveResult.Root, below cutoff: Double) -> Model {
        var narrowed = self
        let left = cutoff - root.bound + 1e-7 * (1 + abs(cutoff))
        for (index, reducedCost) in root.reducedCosts.enumerated() where abs(reducedCost) > left {
            let column = columns[index]
            guard column.isInteger, column.upper - column.lower == 1 else { continue }
            let value = reducedCost > 0 ? column.lower : column.upper
            narrowed.setBounds(value...value, of: Column(index))
        }
        return narrowed
    }
}
