/// The inks of all drawings: a colour for paper as an attribute, and a class that the page's style sheet takes up
/// where it is read in the dark.
enum Ink: String, Sendable, CaseIterable {
    /// Words and strong lines.
    case ink
    /// Secondary words and lines.
    case muted
    /// Grid lines.
    case rule
    /// The page itself.
    case paper
    /// What the drawing is about.
    case accent
    /// The same, as an area.
    case soft
    /// What to look at first.
    case warn

    /// The colour on paper.
    var light: String {
        switch self {
        case .ink: "#1b2126"
        case .muted: "#545d66"
        case .rule: "#d3d8dc"
        case .paper: "#ffffff"
        case .accent: "#0e5a6b"
        case .soft: "#cfe0e4"
        case .warn: "#8c4a0b"
        }
    }

    /// The colour in the dark.
    var dark: String {
        switch self {
        case .ink: "#e7eaec"
        case .muted: "#abb4bc"
        case .rule: "#3a434b"
        case .paper: "#14191d"
        case .accent: "#7cc3d3"
        case .soft: "#25474f"
        case .warn: "#e6a765"
        }
    }
}
