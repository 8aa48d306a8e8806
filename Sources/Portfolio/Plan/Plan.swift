/// A portfolio and its sequence: which programs, in which variant, started when.
public struct Plan: Hashable, Sendable {
    /// The chosen programs, sorted by id.
    public var programs: [PlannedProgram]

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        programs: [PlannedProgram]
    ) {
        self.programs = programs
    }

    /// The chosen entry of a program, or nil.
    public subscript(id: Program.ID) -> PlannedProgram? { programs.first { $0.program == id } }
}

/// One chosen program.
public struct PlannedProgram: Hashable, Sendable {
    /// The program.
    public var program: Program.ID
    /// The chosen variant.
    public var variant: Variant.ID
    /// First working period, 0-based.
    public var start: Int

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        program: Program.ID,
        variant: Variant.ID,
        start: Int
    ) {
        self.program = program
        self.variant = variant
        self.start = start
    }
}
