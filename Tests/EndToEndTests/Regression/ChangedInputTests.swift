import Testing

struct ChangedInputTests {
    @Test("An unchanged scenario passes without a word about it")
    func unchanged() throws {
        try TestedFolder.inNewFolder { (city) throws in
            let (answer, changed) = try city.test()
            #expect(answer.code == 0 && changed.isEmpty && answer.remarks.isEmpty)
            #expect(answer.output == "lulus  city\n1 skenario: 1 lulus, 0 seri, 0 gagal\n")
        }
    }

    @Test("A lower ceiling fails: another start, and another fund pays")
    func ceiling() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "500 juta, 2024", with: "300 juta, 2024"))
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(
                answer.output.hasPrefix(
                    "GAGAL  city: portal mulai Jul 2023 → Jan 2024; portal bukan quick win lagi; "
                        + "dau 2023 -200 juta; dan "))
        }
    }

    @Test("The same plan paid by another fund fails, although every goal is the same")
    func money() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "500 juta, 2024", with: "450 juta, 2024"))
            let (answer, changed) = try city.test("--lang", "en")
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(answer.output.hasPrefix("FAIL    city: dau 2023 -50 million; pad 2023 +50 million"))
        }
    }

    @Test("A higher cost fails with the money it takes")
    func cost() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "amount: 200 juta", with: "amount: 210 juta"))
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(answer.output.hasPrefix("GAGAL  city: pad 2023 +10 juta; belanja 750 juta → 760 juta; "))
        }
    }

    @Test("Another weight fails with the value, where the plan stays")
    func weight() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "weight: 2}", with: "weight: 2.5}"))
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(answer.output.hasPrefix("GAGAL  city: nilai portofolio 9,55 → 9,32; risk."))
        }
    }

    @Test("A new rule fails with the program that it puts out")
    func rule() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "risk:", with: "rules: [{id: few, measure: count, max: 2}]\nrisk:"))
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(
                answer.output.hasPrefix("GAGAL  city: portal keluar; pad 2023 -200 juta; nilai portofolio "))
        }
    }

    @Test("A likelier risk fails with the figures that move")
    func risk() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "probability: 50%", with: "probability: 70%"))
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(answer.output.hasPrefix("GAGAL  city: risk.portfolio.finish.p50 11,03 → "))
        }
    }

    @Test("Another seed, or more trials, pass where the intervals overlap, and are said")
    func luck() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "seed: 7", with: "seed: 8"))
            let (seed, changed) = try city.test("--lang", "en")
            #expect(seed.code == 0 && changed.isEmpty)
            #expect(
                seed.output.hasPrefix(
                    "pass    city (the scenario has changed, its outcome has not; "
                        + "seed 7 → 8: risk figures are compared by their intervals)\n"))
            try city.edit((of: "trials: 2000", with: "trials: 4000"))
            let trials = try city.test("--lang", "en")
            #expect(trials.answer.code == 0 && trials.changed.isEmpty)
            #expect(trials.answer.output.contains("trials 2000 → 4000: "))
            try city.edit()
            let fewer = try city.test("--trials", "500")
            #expect(fewer.answer.code == 0 && fewer.answer.output.contains("putaran 2000 → 500: "))
        }
    }

    @Test("Another policy of the simulation fails")
    func policy() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "seed: 7", with: "seed: 7, policy: free"))
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(answer.output.contains("city: kebijakan simulasi budget → free"))
        }
    }

    @Test("A scenario that no plan can meet any more fails with its status")
    func infeasible() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "duration: 12\n", with: "duration: 12\n    must: {reason: janji}\n"))
            let (answer, changed) = try city.test()
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(answer.output.contains("status = infeasible, seharusnya optimal; "))
            #expect(answer.output.contains("status optimal → tidak layak"))
        }
    }

    @Test("An invalid scenario and one that cannot be read fail with 1 and their places")
    func invalid() throws {
        try TestedFolder.inNewFolder { (city) throws in
            try city.edit((of: "requires: [intranet]", with: "requires: [intranett]"))
            let (answer, changed) = try city.test("--lang", "en")
            #expect(answer.code == 1 && changed.isEmpty)
            #expect(answer.output.hasPrefix("FAIL    city: city.yaml:27:16: "))
            #expect(answer.output.contains("[unknown-id]"))
            let absent = try city.selaras.run("test", "nowhere.yaml")
            #expect(absent.code == 1 && absent.output.hasPrefix("GAGAL  nowhere: berkas tidak dapat dibaca"))
        }
    }
}
