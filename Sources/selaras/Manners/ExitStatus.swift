import ArgumentParser

/// How a command ends; most usage errors (64) are ArgumentParser's own.
enum ExitStatus {
    /// Done, and the answer is no.
    static let no = ExitCode(1)
    /// Stopped at a limit without an answer.
    static let noAnswer = ExitCode(2)
    /// An argument means nothing for this scenario.
    static let usage = ExitCode(64)
    /// The scenario or plan is not valid.
    static let invalidData = ExitCode(65)
    /// A file named on the command line cannot be read.
    static let unreadable = ExitCode(66)
    /// A defect of the program.
    static let defect = ExitCode(70)
    /// An output cannot be created.
    static let cannotCreate = ExitCode(73)
    /// Interrupted.
    static let interrupted = ExitCode(130)
}
