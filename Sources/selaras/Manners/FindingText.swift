import Portfolio

extension Finding {
    /// `file:line:column: error: message [rule]` and the remedy on a line of its own.
    func text(in language: Language) -> String {
        "\(location): \(severity.rawValue): \(message.text(in: language)) [\(rule)]\n"
            + "    \(remedy.text(in: language))\n"
    }
}
