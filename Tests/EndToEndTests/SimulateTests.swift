import Testing

struct SimulateTests {
    @Test("run writes the risk into the outcome and as CSV, and simulate gives the same figures")
    func runs() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.late, to: "late.yaml")
            #expect(try selaras.run("run", "late.yaml", "--out", "out").code == 0)
            let csv = try selaras.run("simulate", "late.yaml", "--plan", "out/outcome.json", "--csv")
            #expect(csv.code == 0)
            #expect(try selaras.read("out/risk.csv") == csv.output)
            #expect(try selaras.read("out/outcome.json").contains("\"p_quick_win\""))
            #expect(csv.output.contains("event,vendor,value.by_exclusion,"))
        }
    }

    @Test("The same bytes on one thread and on three, other bytes for another seed")
    func threads() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.late, to: "late.yaml")
            let one = try selaras.run("simulate", "late.yaml", "--json", "--threads", "1")
            let three = try selaras.run("simulate", "late.yaml", "--json", "--threads", "3")
            let other = try selaras.run("simulate", "late.yaml", "--json", "--seed", "8")
            #expect(one.output == three.output && one.output != other.output)
        }
    }

    @Test("A trial is told as a dated story")
    func replay() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.late, to: "late.yaml")
            let story = try selaras.run("simulate", "late.yaml", "--replay", "1", "--lang", "en")
            #expect(story.code == 0)
            #expect(story.output.contains("2023-01-01  Intranet: starts, as planned\n"))
            #expect(story.output.contains("Service portal: finishes"))
        }
    }

    @Test("Two plans are compared under the same luck")
    func twoPlans() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.late, to: "late.yaml")
            _ = try selaras.run("run", "late.yaml", "--out", "out")
            try selaras.write(#"{"programs": [{"id": "intranet", "start": "2023-01"}]}"#, to: "less.json")
            let answer = try selaras.run(
                "simulate", "late.yaml", "--plan", "out/outcome.json", "--plan", "less.json", "--lang", "en")
            #expect(answer.code == 0)
            #expect(answer.output.contains("paired trials: both plans meet the same luck."))
        }
    }

    @Test("A plan that breaks a law, one of another scenario and no trials are refused")
    func refused() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(SmallCity.late, to: "late.yaml")
            try selaras.write(#"{"programs": [{"id": "hall", "start": "2023-01"}]}"#, to: "dear.json")
            let dear = try selaras.run("simulate", "late.yaml", "--plan", "dear.json")
            #expect(dear.code == 1 && dear.output.isEmpty)
            _ = try selaras.run("run", "city.yaml", "--out", "out")
            #expect(try selaras.run("simulate", "late.yaml", "--plan", "out/outcome.json").code == 65)
            for trials in ["0", "-5"] {
                let refused = try selaras.run("simulate", "late.yaml", "--trials", trials)
                #expect(refused.code == 64 && refused.remarks.contains("--trials must be from 1"))
            }
            #expect(try selaras.run("simulate", "late.yaml", "--plan", "none.json").code == 66)
        }
    }
}
