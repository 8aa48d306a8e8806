import Portfolio

extension RuleID {
    /// Staff needed of an owner that states none.
    static let ownerWithoutStaff = RuleID("owner-without-staff")
}

extension Validation {
    /// Staff can only be needed of an owner with `staff`.
    func checkStaffOwners(_ draft: Draft) {
        let unlimited = Set(draft.owners.filter { $0.staff == nil }.map(\.id))
        for program in draft.programs {
            for variant in program.variants {
                for owner in variant.staff.keys where unlimited.contains(owner) {
                    let own = variant.place.key("staff").key(owner.rawValue)
                    let place =
                        sourceMap.locations[own] == nil ? program.place.key("staff").key(owner.rawValue) : own
                    report(owner, at: location(place))
                }
            }
        }
    }

    private func report(_ owner: Owner.ID, at location: SourceLocation) {
        reading.error(
            .ownerWithoutStaff, at: location,
            LocalizedText(
                "`\(owner)` tidak menyebut `staff`, sehingga tenaganya tidak dapat diminta.",
                english: "`\(owner)` states no `staff`, so nobody can be needed of it."),
            remedy: LocalizedText(
                "Tambahkan `staff` pada OPD itu, atau hapus kebutuhan ini.",
                english: "Add `staff` to that owner, or remove this need."))
    }
}
