/// The languages of the reports.
public enum Language: String, Hashable, Sendable, CaseIterable {
    /// Bahasa Indonesia.
    case indonesian = "id"
    /// English.
    case english = "en"
}

/// A text in Bahasa Indonesia and, where given, in English.
public struct LocalizedText: Hashable, Sendable {
    /// Bahasa Indonesia, or the one text there is.
    public var indonesian: String
    /// English; nil means the Indonesian text serves for both.
    public var english: String?

    /// Makes a text; without `english` one text serves for both languages.
    public init(_ indonesian: String, english: String? = nil) {
        self.indonesian = indonesian
        self.english = english
    }

    /// The text in a language.
    public func text(in language: Language) -> String {
        language == .english ? english ?? indonesian : indonesian
    }
}
