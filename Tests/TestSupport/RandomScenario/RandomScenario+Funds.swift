import Portfolio

extension RandomScenario {
    /// One to three funds, ceilings left open; the first one pays for everything.
    mutating func makeFunds() -> [Fund] {
        ["pad", "dau", "dak"].prefix(random.int(1...3)).enumerated().map { index, id in
            let shares = ["0", "0.2", "0.333", "0.5", "1"].map { exact($0) }
            return Fund(
                id: .init(id), name: .init(id), ceilings: [:],
                unspent: random.chance(50) ? .carry(random.pick(shares)) : .lapse,
                paysFor: index > 0 && random.chance(70) ? makePaysFor() : nil)
        }
    }

    private mutating func makePaysFor() -> PaysFor {
        var restriction = PaysFor()
        switch random.int(1...5) {
        case 1: restriction.kinds = [.capital]
        case 2: restriction.kinds = [.operating]
        case 3: restriction.owners = [owners[0].id]
        case 4: restriction.dimensions = [dimensions[0].id]
        default: restriction.tags = ["it", "health"]
        }
        if random.chance(20) { restriction.kinds = [.capital] }
        return restriction
    }

    /// Ceilings that pay for a part of what the programs would cost together.
    mutating func setCeilings() {
        let total = programs.reduce(0) { $0 + ($1.variants.last?.costs ?? []).reduce(0) { $0 + Int($1.amount) } }
        for index in funds.indices {
            for year in calendar.years {
                let percent = random.chance(8) ? 0 : random.int(10...120)
                funds[index].ceilings[year] = Rupiah(total * percent / 100 + random.int(0...2))
            }
        }
    }

    /// Cost lines of a variant that works d periods, every one with a fund that may pay.
    mutating func makeCosts(_ duration: Int, of program: Program) -> [CostLine] {
        var kinds: [CostLine.Kind] = random.chance(92) ? [.capital] : []
        if random.chance(25) { kinds.append(.capital) }
        if random.chance(55) { kinds.append(.operating) }
        if random.chance(8) { kinds.append(.operating) }
        return kinds.enumerated().map { index, kind in
            let named = random.chance(30) ? random.some(1...2, of: funds.map(\.id)) : nil
            let payers = funds.filter { pays($0, for: kind, of: program) }.map(\.id)
            let eligible = payers.filter { named?.contains($0) ?? true }
            return CostLine(
                name: "\(kind.rawValue)-\(index)", kind: kind,
                amount: Rupiah(random.chance(4) ? 0 : random.pick(amounts) * random.int(1...3)),
                profile: kind == .capital ? makeProfile(duration) : .even,
                years: kind == .operating && random.chance(35) ? random.int(1...2) : nil,
                funds: eligible.isEmpty ? nil : named,
                eligibleFunds: (eligible.isEmpty ? payers : eligible).sorted(),
                place: program.place.key("costs").index(index))
        }
    }

    private mutating func makeProfile(_ duration: Int) -> SpendProfile {
        let weights = (0..<duration).map { _ in random.pick([0, 1, 2, 3, 7, 1_000_000]) }
        let explicit = weights.allSatisfy { $0 == 0 } ? SpendProfile.finish : .weights(weights)
        return random.pick([.even, .even, .front, .back, .start, .finish, explicit, explicit])
    }

    private func pays(_ fund: Fund, for kind: CostLine.Kind, of program: Program) -> Bool {
        guard let only = fund.paysFor else { return true }
        return (only.kinds?.contains(kind) ?? true) && (only.owners?.contains(program.owner) ?? true)
            && (only.dimensions?.contains(program.dimension) ?? true)
            && (only.tags?.contains(where: program.tags.contains) ?? true)
    }
}
