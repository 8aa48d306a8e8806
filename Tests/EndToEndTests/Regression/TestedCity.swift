import Foundation

/// A small scenario with risks, on which regression runs are tried.
enum TestedCity {
    /// A portal after an intranet, a call centre beside them, and money for all but the hall.
    static let text = """
        selaras: 1
        name: {id: Kota uji, en: A city under test}
        calendar: {start: 2023-01, end: 2024-12, step: quarter}
        quick_win: {label: Quick Win, finish_by: 2023-12, max_duration: 6}
        dimensions:
          - {id: governance, name: Smart Governance, weight: 3}
          - {id: living, name: Smart Living, weight: 2}
        owners: [{id: kominfo, name: Dinas Kominfo}]
        funds:
          - {id: dau, name: DAU, ceilings: {2023: 500 juta, 2024: 100 juta}}
          - {id: pad, name: PAD, ceilings: {2023: 300 juta, 2024: 100 juta}}
        programs:
          - id: intranet
            name: Intranet
            owner: kominfo
            dimension: governance
            benefits: {governance: 5}
            duration: {low: 4, likely: 6, high: 8, plan: 6}
            costs: [{name: perangkat, kind: capital, amount: 400 juta}]
          - id: portal
            name: Portal layanan
            owner: kominfo
            dimension: governance
            benefits: {governance: 3}
            duration: 3
            costs: [{name: aplikasi, kind: capital, amount: 200 juta}]
            requires: [intranet]
          - id: call-center
            name: Pusat panggilan
            owner: kominfo
            dimension: living
            benefits: {living: 4}
            duration: 3
            costs: [{name: perangkat, kind: capital, amount: 150 juta}]
          - id: hall
            name: Gedung baru
            owner: kominfo
            dimension: governance
            benefits: {governance: 1}
            duration: 12
            costs: [{name: gedung, kind: capital, amount: 5 miliar}]
        risk: {events: [{id: vendor, probability: 50%, delay: {low: 1, high: 3}}]}
        simulation: {trials: 2000, seed: 7}
        expect:
          - {value: status, is: optimal}
          - {value: plan.count, at_least: 1}

        """
}

/// A folder in which regression runs are tried.
struct TestedFolder {
    /// The program, in an environment that is no CI.
    var selaras: Binary

    /// Works in a new folder with the city in `city.yaml` and its baseline accepted.
    static func inNewFolder(accepted: Bool = true, _ body: (TestedFolder) throws -> Void) throws {
        try Binary.inNewFolder { (selaras) throws in
            var folder = TestedFolder(selaras: selaras)
            folder.selaras.environment["CI"] = "false"
            try folder.selaras.write(TestedCity.text, to: "city.yaml")
            if accepted { _ = try folder.selaras.run("test", "city.yaml", "--update") }
            try body(folder)
        }
    }

    /// Every file below, by its path.
    func files() throws -> [String: Data] {
        let all = FileManager.default.enumerator(atPath: selaras.folder.path)
        return try (all?.allObjects as? [String] ?? []).reduce(into: [:]) { files, path in
            let url = selaras.folder.appendingPathComponent(path)
            if (try url.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true {
                files[path] = try Data(contentsOf: url)
            }
        }
    }

    /// Writes the city with parts of its text replaced.
    func edit(_ changes: (of: String, with: String)...) throws {
        try selaras.write(
            changes.reduce(TestedCity.text) { $0.replacing($1.of, with: $1.with) }, to: "city.yaml")
    }

    /// Replaces parts of the city's baseline.
    func editBaseline(_ changes: (of: String, with: String)...) throws {
        let text = try selaras.read(Self.baseline)
        try selaras.write(changes.reduce(text) { $0.replacing($1.of, with: $1.with) }, to: Self.baseline)
    }

    /// The city's baseline.
    static let baseline = "reports/city/baseline.json"

    /// Runs `selaras test` with the city, and says whether it left every file as it was.
    func test(_ arguments: String...) throws -> (answer: Binary.Answer, changed: Set<String>) {
        let before = try files()
        let answer = try selaras.run(["test", "city.yaml"] + arguments)
        let after = try files()
        return (answer, Set(before.keys).union(after.keys).filter { before[$0] != after[$0] })
    }
}
