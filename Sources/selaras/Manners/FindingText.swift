import Portfolio

extension Finding {
    /// `file:line:column: error: message [rule]` and the remedy on a line of its own.
    func text(in language: Language) -> String {
        "\(location): \(severity.rawValue): \(message.text(in: language).onOneLine) [\(rule)]\n"
            + "    \(remedy.text(in: language).onOneLine)\n"
    }
}

extension String {
    /// The text with control characters and ends of lines in escaped form, because a scenario's words
    /// that a finding quotes may hold any.
    fileprivate var onOneLine: String {
        unicodeScalars.map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: scalar.escaped(asASCII: true)
            default: String(scalar)
            }
        }.joined()
    }
}
