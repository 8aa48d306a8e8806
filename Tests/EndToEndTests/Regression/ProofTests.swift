import Foundation
import Testing

struct ProofTests {
    @Test("Another plan with the same goals is a tie and passes, unless the scenario says ties: fail")
    func ties() throws {
        try TestedFolder.inNewFolder(accepted: false) { (city) throws in
            let twin = """
                  - id: twin
                    name: Pusat panggilan kembar
                    owner: kominfo
                    dimension: living
                    benefits: {living: 4}
                    duration: 3
                    costs: [{name: perangkat, kind: capital, amount: 150 juta}]
                groups: [{id: one, kind: at_most, k: 1, of: [call-center, twin]}]
                risk:
                """
            try city.edit((of: "risk:", with: twin))
            #expect(try city.test("--update").answer.code == 0)
            let chosen =
                try city.selaras.read(TestedFolder.baseline).contains("call-center")
                ? "call-center" : "twin"
            let other = chosen == "twin" ? "call-center" : "twin"
            let rule = "rules: [{id: not, measure: count, where: {programs: [\(chosen)]}, max: 0}]\nrisk:"
            try city.edit((of: "risk:", with: twin), (of: "risk:", with: rule))
            let (tie, changed) = try city.test("--lang", "en")
            #expect(tie.code == 0 && changed.isEmpty)
            #expect(
                tie.output.hasPrefix(
                    "tie     city: same goals, another plan: \(chosen) leaves; \(other) enters"))
            #expect(tie.output.hasSuffix("1 scenarios: 0 passed, 1 tied, 0 failed\n"))
            try city.edit(
                (of: "risk:", with: twin), (of: "risk:", with: rule + " "),
                (of: "selaras: 1", with: "selaras: 1\nties: fail"))
            let fail = try city.test("--lang", "en")
            #expect(fail.answer.code == 1 && fail.changed.isEmpty)
            #expect(fail.answer.output.hasPrefix("FAIL    city: \(chosen) leaves; \(other) enters"))
        }
    }

    /// Twelve programs of which a search must choose: more than one node.
    private static let knapsack = """
        selaras: 1
        name: Ransel
        calendar: {start: 2023-01, end: 2023-12, step: year, benefits_until: 2024-12}
        dimensions: [{id: governance, name: Smart Governance}]
        owners: [{id: kominfo, name: Dinas Kominfo}]
        funds: [{id: pad, name: PAD, ceilings: {2023: 1000}}]
        objective: [maximise value]
        programs:

        """
        + zip(
            [93, 91, 87, 83, 79, 71, 67, 61, 59, 53, 47, 43],
            [251, 247, 239, 229, 223, 199, 191, 173, 167, 151, 137, 127]
        ).enumerated().map { number, item in
            "  - {id: p\(number), name: P, owner: kominfo, dimension: governance, duration: 12, "
                + "benefits: {governance: \(item.0)}, "
                + "costs: [{name: c, kind: capital, amount: \(item.1)}]}\n"
        }.joined()

    @Test(
        "A lost proof fails, an unproved baseline never passes as proved, and a won proof is to be accepted")
    func proof() throws {
        try TestedFolder.inNewFolder(accepted: false) { (city) throws in
            try city.selaras.write(Self.knapsack, to: "city.yaml")
            let limit = ["--node-limit", "1", "--lang", "en"]
            let accepted = try city.selaras.run(["test", "city.yaml", "--update"] + limit)
            #expect(accepted.code == 0 && accepted.output.contains("(not proved optimal)"))
            #expect(try city.selaras.read(TestedFolder.baseline).contains("\"status\": \"feasible\""))
            let again = try city.selaras.run(["test", "city.yaml", "--json"] + limit)
            #expect(again.code == 0 && again.output.contains("\"proved\": false"))
            let (proved, changed) = try city.test("--lang", "en")
            #expect(proved.code == 1 && changed.isEmpty)
            #expect(proved.output.contains("city: now proved: feasible → optimal"))
            #expect(try city.test("--update").answer.code == 0)
            let lost = try city.selaras.run(["test", "city.yaml"] + limit)
            #expect(lost.code == 1 && lost.output.contains("city: proof lost: optimal → feasible"))
        }
    }

    @Test("A limit before any answer ends with 2, and accepts nothing")
    func unanswered() throws {
        try TestedFolder.inNewFolder(accepted: false) { (city) throws in
            let exactly = "rules: [{id: exactly, measure: spend, min: 1000, max: 1000}]\nprograms:"
            try city.selaras.write(Self.knapsack.replacing("programs:", with: exactly), to: "city.yaml")
            for arguments in [[], ["--update"]] {
                let before = try city.files()
                let answer = try city.selaras.run(["test", "city.yaml", "--node-limit", "1"] + arguments)
                #expect(answer.code == 2, "\(answer.output)")
                #expect(answer.output.hasPrefix("GAGAL  city: batas tercapai sebelum ada jawaban"))
                #expect(try city.files() == before)
            }
        }
    }

    @Test("Another version of Selaras or its solver is said and passes where the outcome is the same")
    func engine() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.editBaseline((of: #""selaras": "0.1.0""#, with: #""selaras": "0.0.9""#))
            let (answer, changed) = try city.test()
            #expect(answer.code == 0 && changed.isEmpty)
            #expect(answer.output.contains("lulus  city (baseline dibuat oleh Selaras 0.0.9 dengan GLPK "))
        }
    }

    @Test("Risk figures are held exactly with the same generator, and by their intervals with another")
    func generator() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.editBaseline(
                (
                    of: #""p_all_quick_wins": {"estimate": 0.718"#,
                    with: #""p_all_quick_wins": {"estimate": 0.719"#
                ))
            let exact = try city.test()
            #expect(exact.answer.code == 1 && exact.changed.isEmpty)
            #expect(exact.answer.output.contains("city: risk.portfolio.p_all_quick_wins 0,7190 → 0,7180"))
            try city.editBaseline((of: "philox4x32-10/1", with: "philox4x32-10/0"))
            let overlapping = try city.test()
            #expect(overlapping.answer.code == 0)
            #expect(overlapping.answer.output.contains("pembangkit philox4x32-10/0 → philox4x32-10/1"))
            try city.editBaseline(
                (of: #"{"estimate": 0.719, "high": 0.737"#, with: #"{"estimate": 0.2, "high": 0.3"#))
            try city.editBaseline((of: #""low": 0.697"#, with: #""low": 0.1"#))
            let apart = try city.test()
            #expect(apart.answer.code == 1)
            #expect(apart.answer.output.contains("city: risk.portfolio.p_all_quick_wins 0,20 → 0,72"))
        }
    }
}
