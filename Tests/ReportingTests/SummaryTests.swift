import Planning
import Portfolio
import Reporting
import Testing

struct SummaryTests {
    private func summary(
        _ language: Language, status: PlanStatus = .optimal,
        name: LocalizedText = LocalizedText("Contoh", english: "Sample")
    ) throws -> String {
        let outcome = try #require(Sample.outcome(status: status, name: name))
        return Summary(of: try Report(outcome: outcome.jsonValue), in: language).markdown
    }

    @Test("The decision stands first, in the words and numbers of the language")
    func decision() throws {
        let indonesian = try summary(.indonesian)
        #expect(indonesian.hasPrefix("# Contoh\n\n## Keputusan\n\nPortofolio ini terbukti **optimal**"))
        #expect(
            indonesian.contains(
                "Dari 2 usulan program, 1 program dipilih untuk Jan 2023–Des 2023, dengan belanja Rp400.000.000"
            ))
        let english = try summary(.english)
        #expect(english.hasPrefix("# Sample\n\n## The decision\n\nThis portfolio is proved **optimal**"))
        #expect(english.contains("spending Rp400,000,000 for a portfolio value of 2.50"))
    }

    @Test("Pipes in names do not break the tables")
    func pipes() throws {
        #expect(try summary(.english).contains("| Intranet \\| jaringan"))
    }

    @Test("What lapses of a fund is shown")
    func money() throws {
        let row = try #require(
            try summary(.indonesian).split(separator: "\n").first { $0.hasPrefix("| PAD") })
        #expect(
            row.split(separator: "|").map { $0.filter { $0 != " " } } == [
                "PAD", "2023", "300,0", "0,0", "250,0", "0,0", "50,0",
            ])
    }

    @Test("An illustrative scenario says so under its name")
    func illustrative() throws {
        let name = LocalizedText("Quick Win (ILUSTRATIF)", english: "Quick wins (ILLUSTRATIVE)")
        #expect(try summary(.indonesian, name: name).contains("**ILUSTRASI.**"))
        #expect(try summary(.english, name: name).contains("**ILLUSTRATIVE.**"))
        #expect(!(try summary(.english).contains("ILLUSTRATIVE")))
    }

    @Test("Infeasibility ends in the planner's own lines")
    func infeasible() throws {
        let text = try summary(.english, status: .infeasible)
        #expect(text.contains("**Infeasible**"))
        #expect(text.contains("- `kota.yaml:41` mandatory [must]"))
    }

    @Test("Every summary carries digest, solver and repeatability")
    func provenance() throws {
        for status in [PlanStatus.optimal, .feasible, .infeasible, .unknown] {
            let text = try summary(.indonesian, status: status)
            #expect(text.contains("(SHA-256): abc"))
            #expect(text.contains("Solver 1.0"))
            #expect(text.contains("Dapat diulang: ya"))
        }
    }
}
