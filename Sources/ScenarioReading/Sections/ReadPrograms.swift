import Portfolio

private let programKeys =
    [
        "id", "name", "owner", "dimension", "proposed_by", "tags", "in_progress", "must", "must_not",
        "requires",
        "requires_any", "helped_by", "variants", "contract", "code", "element", "yearly_return",
    ] + VariantParts.keys

extension Place {
    /// A program with all its variants; their cost lines get their eligible funds.
    func program(eligible: EligibleFunds?) -> Program? {
        guard let fields = Fields(self, known: programKeys) else { return nil }
        let id: Program.ID? = fields.required("id")?.identifier()
        let name = fields.required("name")?.name()
        let owner: Owner.ID? = fields.required("owner")?.reference(to: .owner)
        let dimension: Dimension.ID? = fields.required("dimension")?.reference(to: .dimension)
        let variants = variants(fields)
        var program = Program(
            id: id ?? "", name: name ?? LocalizedText(""), owner: owner ?? "", dimension: dimension ?? "",
            variants: variants, place: path)
        readRest(fields, into: &program)
        guard id != nil, name != nil, owner != nil, dimension != nil, !variants.isEmpty else { return nil }
        setEligibleFunds(eligible, of: &program)
        return program
    }

    private func readRest(_ fields: Fields, into program: inout Program) {
        program.proposedBy = fields["proposed_by"]?.text()
        program.tags = fields["tags"]?.labels() ?? []
        program.contract = fields["contract"]?.choice() ?? .multiYear
        program.inProgress = fields["in_progress"]?.progressMade()
        program.must = fields["must"]?.reason()
        program.mustNot = fields["must_not"]?.reason()
        program.requires = fields["requires"]?.requirements() ?? []
        program.requiresAny = fields["requires_any"]?.alternativeRequirement()
        program.helpedBy = fields["helped_by"]?.helpers() ?? []
        program.code = fields["code"]?.text()
        program.element = fields["element"]?.text()
        program.notes = fields["notes"]?.text()
        program.yearlyReturn = fields["yearly_return"]?.money()
    }

    private func setEligibleFunds(_ eligible: EligibleFunds?, of program: inout Program) {
        guard let eligible else { return }
        for v in program.variants.indices {
            for c in program.variants[v].costs.indices {
                let line = program.variants[v].costs[c]
                let ids = eligible.ids(
                    for: line, owner: program.owner, dimension: program.dimension, tags: program.tags)
                program.variants[v].costs[c].eligibleFunds = ids
            }
        }
    }

    /// Reads `{reason: …}`.
    private func reason() -> Reason? {
        guard let fields = Fields(self, known: ["reason"]) else { return nil }
        return fields.required("reason")?.text().map { Reason(text: $0, place: path) }
    }

    /// A share above 0 and below 1.
    private func progressMade() -> Exact? {
        guard let share = share() else { return nil }
        if share > 0, share < 1 { return share }
        reportNotPositive(upTo: "< 1")
        return nil
    }

    /// Requirements, sorted by program, then place in the file.
    private func requirements() -> [Requirement] {
        let read = (list() ?? []).compactMap { $0.requirement() }
        return read.enumerated().sorted { ($0.element.program, $0.offset) < ($1.element.program, $1.offset) }
            .map(\.element)
    }
}
