import Testing

struct ExpectationTests {
    @Test("An expectation that does not hold fails with its place, though the outcome is the baseline's")
    func broken() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "plan.count, at_least: 1", with: "plan.count, at_least: 4"))
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(
                answer.output.hasPrefix(
                    "GAGAL  city: city.yaml:46:5: plan.count = 3, seharusnya paling sedikit 4"))
        }
    }

    @Test(
        "Any path of the outcome can be expected",
        arguments: [
            "plan.programs.call-center.start, is: 2023-01", "plan.funds.pad.years.2023.spent, is: 250 juta",
            "plan.cost, at_most: 0.75 miliar", "objective.0.bound, within: [9.5, 9.6]",
            "objective.maximise value.value, at_least: 9.5", "plan.programs.0.quick_win, is: true",
            "risk.quick_wins_on_time, at_least: 50%", "risk.portfolio.p_all_quick_wins, at_most: 0.9",
            "risk.portfolio.years.pad.2023.p_overrun, is: 0",
            "risk.drivers.vendor.value.by_exclusion, at_least: 0",
            "plan.value, is: 9.55", "search.repeatable, is: true",
        ])
    func anyPath(_ entry: String) throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "plan.count, at_least: 1", with: entry))
            let (answer, _) = try city.test()
            #expect(answer.code == 0, "\(answer.output)")
        }
    }

    @Test("A path that leads nowhere says how far it leads, and what is there")
    func lost() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "plan.count, at_least: 1", with: "plan.funds.dak.years, is: 1"))
            let (answer, _) = try city.test("--lang", "en")
            #expect(answer.code == 1)
            #expect(answer.output.contains("plan.funds.dak.years does not exist; plan.funds has: dau, pad"))
        }
    }

    @Test("An update accepts the outcome, not what the scenario itself excludes")
    func update() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "at_least: 1}", with: "at_least: 4}"))
            let (answer, changed) = try city.test("--update")
            #expect(answer.code == 1 && changed == [TestedFolder.baseline])
            #expect(answer.output.contains("(isi skenario berubah, hasilnya tidak; baseline diterima, "))
        }
    }
}
