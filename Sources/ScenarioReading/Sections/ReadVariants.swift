import Portfolio

/// What a variant may have of its own; absent means that the program's entry holds.
struct VariantParts {
    /// The keys that a program and its variants share.
    static let keys = [
        "duration", "costs", "staff", "benefits", "ramp", "window", "cost_factor", "benefit_factor",
        "procurement", "notes",
    ]

    private let fields: Fields
    private let duration: Duration?
    private let costs: [CostLine]?
    private let staff: [Owner.ID: Int]?
    private let benefits: [Dimension.ID: Double]?
    private let ramp: [Double]?
    private let window: Window?
    private let costFactor: Distribution?
    private let benefitFactor: Distribution?
    private let procurement: ProcurementRoute.ID?
    private let notes: String?

    /// Reads what is given.
    init(_ fields: Fields) {
        self.fields = fields
        duration = fields["duration"]?.duration()
        costs = fields["costs"]?.costs()
        staff = fields["staff"]?.staff()
        benefits = fields["benefits"]?.benefits()
        ramp = fields["ramp"]?.filledList()?.compactMap { $0.share()?.doubleValue }
        window = fields["window"]?.window()
        costFactor = fields["cost_factor"]?.distribution()
        benefitFactor = fields["benefit_factor"]?.distribution()
        procurement = fields["procurement"]?.reference(to: .route)
        notes = fields["notes"]?.text()
    }

    /// Whether a key is written, even where its value could not be read.
    func has(_ key: String) -> Bool { fields[key] != nil }

    /// The complete variant; nil where the duration or costs are not known.
    func variant(id: Variant.ID, name: LocalizedText?, within program: VariantParts?, place: ScenarioPath)
        -> Variant?
    {
        func part<Value>(_ key: String, _ value: (VariantParts) -> Value?) -> Value? {
            has(key) ? value(self) : program.flatMap(value)
        }
        guard let duration = part("duration", \.duration), let costs = part("costs", \.costs) else {
            return nil
        }
        return Variant(
            id: id, name: name, duration: duration, costs: costs.sorted { $0.name < $1.name },
            staff: part("staff", \.staff) ?? [:], benefits: part("benefits", \.benefits) ?? [:],
            ramp: part("ramp", \.ramp) ?? [], window: part("window", \.window) ?? Window(),
            costFactor: part("cost_factor", \.costFactor),
            benefitFactor: part("benefit_factor", \.benefitFactor),
            procurement: part("procurement", \.procurement), notes: part("notes", \.notes), place: place)
    }
}

extension Place {
    /// The variants of a program, `default` where it states none; sorted by id.
    func variants(_ fields: Fields) -> [Variant] {
        let own = VariantParts(fields)
        guard let list = fields["variants"] else {
            for key in ["duration", "costs"] { _ = fields.required(key) }
            return own.variant(id: "default", name: nil, within: nil, place: path).map { [$0] } ?? []
        }
        let variants = list.table(read: { $0.variant(within: own) }) ?? []
        return variants.sorted { $0.id < $1.id }
    }

    private func variant(within program: VariantParts) -> Variant? {
        guard let fields = Fields(self, known: ["id", "name"] + VariantParts.keys) else { return nil }
        let id: Variant.ID? = fields.required("id")?.identifier()
        let name = fields["name"]?.name()
        let parts = VariantParts(fields)
        for key in ["duration", "costs"] where !program.has(key) { _ = fields.required(key) }
        return id.flatMap { parts.variant(id: $0, name: name, within: program, place: path) }
    }

    /// `{diskominfo: 4}`: only positive numbers are kept.
    func staff() -> [Owner.ID: Int] {
        var staff: [Owner.ID: Int] = [:]
        for (key, value) in entriesByID() {
            guard let owner: Owner.ID = value.reference(key, to: .owner),
                let count = value.integer(in: 0...1_000_000), count > 0
            else { continue }
            staff[owner] = count
        }
        return staff
    }

    /// Reads `{earliest, latest_finish, start_months}`.
    func window() -> Window? {
        guard let fields = Fields(self, known: ["earliest", "latest_finish", "start_months"]) else {
            return nil
        }
        let months = fields["start_months"]?.filledList()?.compactMap { $0.integer(in: 1...12) }
        return Window(
            earliest: fields["earliest"]?.month(), latestFinish: fields["latest_finish"]?.month(),
            startMonths: months.map { Set($0).sorted() })
    }
}
