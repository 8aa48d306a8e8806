import Portfolio

/// A candidate's place by simple additive weighting, beside what the plan does with it.
///
/// S = Σ_k W_k·b_k / max|b_k|, the maximum over all candidates; a dimension in which nobody has points counts 0.
/// (Fishburn, 1967; the benefit criteria of Hwang & Yoon, 1981.) It knows neither money nor time nor dependencies.
public struct SAWRow: Sendable {
    /// The candidate.
    public var id: Program.ID
    /// Its name.
    public var name: LocalizedText
    /// Place, 1 the best; equal scores in the order of ids.
    public var rank: Int
    /// S, from −1 to 1.
    public var score: Double
    /// Weighted points per year for each Rp1 billion of capital; nil without capital.
    public var pointsPerBillion: Double?
    /// Whether it is in the plan.
    public var isChosen: Bool
    /// Whether a list cut off after as many programs as the plan has would decide the same.
    public var agrees: Bool
    /// Why the plan decides otherwise; nil where it agrees.
    public var why: LocalizedText?
}

/// Ranks the candidates of a plan by simple additive weighting.
struct SAWRanking {
    let scenario: Scenario
    let chosen: [Program.ID: ProgramFacts]
    let leftOut: [LeftOut]

    /// All candidates, the best score first.
    var rows: [SAWRow] {
        let candidates = (Array(chosen.values) + leftOut.map(\.facts)).sorted {
            $0.program.id < $1.program.id
        }
        let greatest = scenario.dimensions.map { dimension in
            candidates.map { abs($0.variant.benefits[dimension.id] ?? 0) }.max() ?? 0
        }
        let scored = candidates.map { (facts: $0, score: score($0, greatest: greatest)) }.sorted {
            $0.score != $1.score ? $0.score > $1.score : $0.facts.program.id < $1.facts.program.id
        }
        return scored.enumerated().map { place, entry in
            row(entry.facts, score: entry.score, rank: place + 1)
        }
    }

    private func score(_ facts: ProgramFacts, greatest: [Double]) -> Double {
        zip(scenario.dimensions, greatest).reduce(0) { sum, entry in
            let (dimension, most) = entry
            guard most > 0 else { return sum }
            return sum + scenario.weight(of: dimension.id) * (facts.variant.benefits[dimension.id] ?? 0)
                / most
        }
    }

    private func row(_ facts: ProgramFacts, score: Double, rank: Int) -> SAWRow {
        let program = facts.program
        let isChosen = chosen[program.id] != nil
        let agrees = isChosen == (rank <= chosen.count)
        return SAWRow(
            id: program.id, name: program.name, rank: rank, score: score,
            pointsPerBillion: facts.pointsPerBillion,
            isChosen: isChosen, agrees: agrees,
            why: agrees ? nil : isChosen ? whyChosen(facts) : whyLeftOut(program))
    }

    private func whyLeftOut(_ program: Program) -> LocalizedText? {
        leftOut.first { $0.id == program.id }?.why
    }

    private func whyChosen(_ candidate: ProgramFacts) -> LocalizedText {
        let program = candidate.program
        var facts: [LocalizedText] = []
        if let must = program.must {
            facts.append(LocalizedText("wajib: \(must.text)", english: "mandatory: \(must.text)"))
        }
        if program.inProgress != nil {
            facts.append(LocalizedText("sedang berjalan", english: "in progress"))
        }
        let dependants = scenario.programs.filter { other in
            chosen[other.id] != nil && other.requires.contains { $0.program == program.id }
        }
        if !dependants.isEmpty {
            facts.append(
                LocalizedText(
                    "prasyarat bagi \(dependants.map(\.name.indonesian).joined(separator: ", "))",
                    english:
                        "needed by \(dependants.map { $0.name.text(in: .english) }.joined(separator: ", "))"
                ))
        }
        if let rank = costRank(candidate), rank <= chosen.count {
            facts.append(
                LocalizedText(
                    "murah bagi skornya: peringkat \(rank) dari \(chosen.count + leftOut.count) menurut skor per rupiah",
                    english:
                        "cheap for its points: rank \(rank) of \(chosen.count + leftOut.count) by points per rupiah"
                ))
        }
        return facts.isEmpty ? fits : .joined(facts)
    }

    private var fits: LocalizedText {
        LocalizedText(
            "bersama program terpilih lainnya memberi nilai lebih besar di bawah pagu, tenaga, dan waktu yang sama",
            english:
                "together with the other chosen programs it is worth more under the same money, staff and time"
        )
    }

    /// Place among the candidates by points per rupiah; nil without capital.
    private func costRank(_ facts: ProgramFacts) -> Int? {
        guard let own = facts.pointsPerBillion else { return nil }
        let others = (Array(chosen.values) + leftOut.map(\.facts)).compactMap(\.pointsPerBillion)
        return 1 + others.count { $0 > own }
    }
}

extension SAWRow {
    /// The entry in `outcome.json`.
    var jsonValue: JSONValue {
        var members = JSONValue.texts("why", why)
        members["id"] = .string(id.rawValue)
        members["rank"] = .integer(Int64(rank))
        members["score"] = .number(score)
        members["points_per_billion"] = pointsPerBillion.map(JSONValue.number) ?? .null
        members["chosen"] = .bool(isChosen)
        members["agrees"] = .bool(agrees)
        return .object(members)
    }
}
