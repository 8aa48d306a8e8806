/// A user's mistake, or something to think about: what is wrong, where, and what to do.
public struct Finding: Hashable, Sendable {
    /// Stable name of the rule that was broken.
    public var rule: RuleID
    /// Error or warning.
    public var severity: Severity
    /// Where it is.
    public var location: SourceLocation
    /// What is wrong, in the user's words.
    public var message: LocalizedText
    /// What to do.
    public var remedy: LocalizedText

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        rule: RuleID,
        severity: Severity = Severity.error,
        location: SourceLocation,
        message: LocalizedText,
        remedy: LocalizedText
    ) {
        self.rule = rule
        self.severity = severity
        self.location = location
        self.message = message
        self.remedy = remedy
    }

    /// How bad a finding is.
    public enum Severity: String, Hashable, Sendable {
        /// The scenario is not valid.
        case error
        /// The scenario is valid, but probably not as meant.
        case warning
    }
}

/// A place in a text file.
public struct SourceLocation: Hashable, Sendable {
    /// File as named by the user, or relative to the folder of the scenario.
    public var file: String
    /// Line, from 1.
    public var line: Int
    /// Column in Unicode scalars, from 1.
    public var column: Int

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        file: String,
        line: Int,
        column: Int
    ) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceLocation: Comparable, CustomStringConvertible {
    /// By file, then line, then column.
    public static func < (left: Self, right: Self) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }

    /// The printed form: file, line and column joined by colons.
    public var description: String { "\(file):\(line):\(column)" }
}
