import Portfolio

/// What every document of a scenario says that calls itself illustrative.
enum IllustrativeMark {
    /// Whether a scenario's name calls it illustrative, in either language.
    static func isDue(_ name: LocalizedText) -> Bool {
        [name.indonesian, name.english ?? ""].contains { text in
            ["ilustrati", "illustrati"].contains { text.lowercased().contains($0) }
        }
    }

    /// The mark itself.
    static func word(in language: Language) -> String {
        language == .indonesian ? "ILUSTRASI" : "ILLUSTRATIVE"
    }

    /// What it means.
    static func meaning(in language: Language) -> String {
        language == .indonesian
            ? "Skor, biaya, durasi, dan tanggal dalam skenario ini adalah contoh, bukan data resmi."
            : "Scores, costs, durations and dates of this scenario are examples, not official data."
    }

    /// Both, as one paragraph.
    static func text(in language: Language) -> String { "\(word(in: language)). \(meaning(in: language))" }
}
