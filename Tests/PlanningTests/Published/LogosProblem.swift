import Portfolio

/// Capital budgeting of a nuclear fleet (Idaho National Laboratory, LOGOS, Apache-2.0).
///
/// An investment has options, of which one at most is taken, or exactly one where it is mandatory or the
/// settings say that not selecting is an option of its own (`DoNothing`).
struct LogosProblem {
    /// One unit of the file in rupiah where its numbers are decimals.
    static let unit: Rupiah = 1_000_000

    private let name: String
    private let text: String
    private let investments: [String]
    private let capitals: [String]
    private let years: Int

    /// Reads `logos/<name>.xml`.
    init(_ name: String) throws {
        self.name = name
        text = try Evidence.text("logos/\(name).xml")
        investments = Self.words(Self.element("investments", in: text) ?? "")
        capitals = Self.words(Self.element("capitals", in: text) ?? "")
        years = max(1, Self.words(Self.element("time_periods", in: text) ?? "").count)
    }

    /// The problem, where `yearlyLimit` is given with that limit in every year.
    func choice(yearlyLimit: String? = nil) throws -> ChoiceProblem {
        let published = Self.element("available_capitals", in: text) ?? ""
        let written = yearlyLimit.map { Array(repeating: $0, count: years).joined(separator: " ") }
        var reader = NumberReader(written ?? published)
        let limits = try (0..<max(1, capitals.count)).map { _ in
            try reader.rupiah(years, scale: scale)
        }
        return ChoiceProblem(name: name, limits: limits, items: try items())
    }

    private func items() throws -> [ChoiceProblem.Item] {
        var values = NumberReader(Self.element("net_present_values", in: text) ?? "")
        var costs = NumberReader(Self.element("costs", in: text) ?? "")
        let mandatory = Set(Self.words(Self.element("mandatory", in: text) ?? ""))
        let exactlyOne = Self.element("nonSelection", in: text).map(Self.words) == ["True"]
        let items = try zip(investments, optionsByInvestment()).map { investment, options in
            ChoiceProblem.Item(
                id: investment, isRequired: exactlyOne || mandatory.contains(investment),
                options: try options.flatMap {
                    try variants(of: $0, value: values.real(), yearly: costs.rupiah(years, scale: scale))
                })
        }
        guard values.isAtEnd, costs.isAtEnd else {
            throw UnreadableProblem(description: "\(name) has more numbers than options")
        }
        return items
    }

    /// One option; where there are several capitals, one for each capital that may pay it.
    private func variants(
        of option: String, value: Double, yearly: [Rupiah]
    ) -> [ChoiceProblem.Option] {
        guard !capitals.isEmpty else {
            return [ChoiceProblem.Option(id: option, value: value, costs: [yearly])]
        }
        let nothing = Array(repeating: Rupiah(0), count: years)
        return capitals.indices.map { payer in
            ChoiceProblem.Option(
                id: capitals[payer], value: value,
                costs: capitals.indices.map { $0 == payer ? yearly : nothing })
        }
    }

    private func optionsByInvestment() -> [[String]] {
        guard let options = Self.element("options", in: text) else {
            return investments.map { _ in ["default"] }
        }
        return options.split(separator: ";").map { Self.words(String($0)) }
    }

    /// The one file whose costs are already whole money (10⁶ to 10¹⁰) needs no scale.
    private var scale: Rupiah { name == "test_mckp" ? 1 : Self.unit }

    private static func words(_ text: String) -> [String] {
        text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    }

    /// The text of the first element with a name, whatever its attributes; nil where there is none.
    private static func element(_ name: String, in text: String) -> String? {
        for piece in text.split(separator: "<") where piece.hasPrefix(name) {
            guard let end = piece.firstIndex(of: ">"), [">", " "].contains(piece.dropFirst(name.count).first)
            else { continue }
            return String(piece[piece.index(after: end)...])
        }
        return nil
    }
}
