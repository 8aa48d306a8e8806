import Portfolio

extension Place {
    /// Reads `{id, name, weight}`.
    func dimension() -> Dimension? {
        guard let fields = Fields(self, known: ["id", "name", "weight"]) else { return nil }
        let id: Dimension.ID? = fields.required("id")?.identifier()
        let name = fields.required("name")?.name()
        let weight = fields["weight"]?.double(.share, in: 0...1_000_000_000)
        guard let id, let name else { return nil }
        return Dimension(id: id, name: name, weight: weight ?? 1)
    }

    /// Reads `{id, name, staff}`.
    func owner() -> Owner? {
        guard let fields = Fields(self, known: ["id", "name", "staff"]) else { return nil }
        let id: Owner.ID? = fields.required("id")?.identifier()
        let name = fields.required("name")?.name()
        let staff = fields["staff"]?.integer(in: 0...1_000_000_000)
        guard let id, let name else { return nil }
        return Owner(id: id, name: name, staff: staff)
    }

    /// Reads points per dimension, `{governance: 8, economy: -1}`.
    func benefits() -> [Dimension.ID: Double] {
        var points: [Dimension.ID: Double] = [:]
        for (key, value) in entriesByID() {
            guard let dimension: Dimension.ID = value.reference(key, to: .dimension),
                let number = value.double(in: -1_000_000_000...1_000_000_000)
            else { continue }
            points[dimension] = number
        }
        return points
    }

    /// The members of a map whose keys are ids; what a decimal comma cut off is reported.
    func entriesByID() -> [(key: String, value: Place)] {
        guard let entries = entries() else { return [] }
        return zip(entry.members ?? [], entries).filter { !reportComma($0.0) }.map(\.1)
    }
}
