import Portfolio

extension JSONValue {
    /// A localised text as members: the Indonesian under its name, the English, where there is one, under `<name>_en`.
    static func texts(_ name: String, _ text: LocalizedText?) -> [String: JSONValue] {
        guard let text else { return [:] }
        var members: [String: JSONValue] = [name: .string(text.indonesian)]
        members["\(name)_en"] = text.english.map(JSONValue.string)
        return members
    }

    /// The members of a thing with an id and a name.
    static func named(_ id: String, _ name: LocalizedText) -> [String: JSONValue] {
        texts("name", name).merging(["id": .string(id)]) { $1 }
    }

    /// An exact number, whole where it is whole.
    static func exact(_ value: Exact) -> JSONValue {
        value.denominator == 1 ? .integer(value.numerator) : .number(value.doubleValue)
    }

    /// Rupiah by fiscal year.
    static func money(_ years: [FiscalYear: Rupiah]) -> JSONValue {
        .object(Dictionary(years.map { ($0.key.description, .integer($0.value)) }) { $1 })
    }

    /// Rupiah by fund and fiscal year.
    static func money(_ paidBy: PaidBy) -> JSONValue {
        .object(Dictionary(paidBy.map { ($0.key.rawValue, money($0.value)) }) { $1 })
    }
}
