import Foundation
import Testing

struct VerifyTests {
    @Test("An outcome of the same scenario is accepted with its goals")
    func accepted() throws {
        try Binary.inNewFolder { (selaras) throws in
            _ = try selaras.run("run", "city.yaml", "--out", "out")
            let answer = try selaras.run(
                "verify", "city.yaml", "--plan", "out/outcome.json", "--lang", "en")
            #expect(answer.code == 0)
            #expect(answer.output.hasPrefix("accepted\n"))
            #expect(answer.output.contains("minimise cost: 600,000,000"))
        }
    }

    @Test("A tampered outcome is refused with the line of the law that it breaks")
    func tampered() throws {
        try Binary.inNewFolder { (selaras) throws in
            _ = try selaras.run("run", "city.yaml", "--out", "out")
            let good = try selaras.read("out/outcome.json")
            let bad = good.replacing("\"start\": \"2024-01\"", with: "\"start\": \"2023-01\"")
            #expect(bad != good)
            try selaras.write(bad, to: "bad.json")
            let answer = try selaras.run("verify", "city.yaml", "--plan", "bad.json")
            #expect(answer.code == 1)
            #expect(answer.output.contains("city.yaml:26:"))
            #expect(answer.output.contains("[requirement]"))
        }
    }

    @Test("A rupiah moved between funds is refused")
    func movedMoney() throws {
        try Binary.inNewFolder { (selaras) throws in
            _ = try selaras.run("run", "city.yaml", "--out", "out")
            let good = try selaras.read("out/outcome.json")
            let bad = good.replacing("\"spent\": 150000000", with: "\"spent\": 149999999")
            #expect(bad != good)
            try selaras.write(bad, to: "bad.json")
            #expect(try selaras.run("verify", "city.yaml", "--plan", "bad.json").code == 1)
        }
    }

    @Test("A plan alone is judged by whether it can be paid")
    func planAlone() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(#"{"programs": [{"id": "intranet", "start": "2023-01"}]}"#, to: "plan.json")
            #expect(try selaras.run("verify", "city.yaml", "--plan", "plan.json").code == 0)
            try selaras.write(#"{"programs": [{"id": "hall", "start": "2023-01"}]}"#, to: "dear.json")
            let dear = try selaras.run("verify", "city.yaml", "--plan", "dear.json", "--lang", "en")
            #expect(dear.code == 1)
            #expect(dear.output.contains("[fund-ceilings]"))
        }
    }

    @Test("An outcome of another scenario is refused before it is judged")
    func otherScenario() throws {
        try Binary.inNewFolder { (selaras) throws in
            _ = try selaras.run("run", "city.yaml", "--out", "out")
            try selaras.write(SmallCity.text.replacing("400 juta", with: "399 juta"), to: "city.yaml")
            let answer = try selaras.run("verify", "city.yaml", "--plan", "out/outcome.json")
            #expect(answer.code == 65)
            #expect(answer.remarks.contains("another scenario"))
        }
    }

    @Test("A file that is no plan ends with 65", arguments: ["", "{", "[]", "{\"status\": \"unknown\"}"])
    func noPlan(_ text: String) throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(text, to: "plan.json")
            let answer = try selaras.run("verify", "city.yaml", "--plan", "plan.json")
            #expect(answer.code == 65)
            #expect(answer.output.isEmpty)
        }
    }
}
