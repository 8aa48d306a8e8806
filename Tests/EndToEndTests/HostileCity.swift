/// The small city with names that no document may take for markup, formulas or ends of cells.
enum HostileCity {
    /// The names, as they are.
    static let names = [
        "=cmd|'/c calc'!A0", "<script>alert(1)</script>", "\"petik\" & 'koma', titik; baru",
        "\u{202E}terbalik\u{202C} \u{200F}kanan", "🏙️ kota 👩‍👩‍👧",
        String(repeating: "panjang ", count: 62) + "kata",
        "+1", "@SUM(A1)", "<img src=x onerror=alert(1)>", "]]>--><b>",
    ]

    /// The scenario as a planner with such names would write it, in JSON, which is YAML too.
    static var text: String {
        let quoted = names.map { name in
            "\""
                + name.map { $0 == "\"" ? "\\\"" : "\($0)" }.joined() + "\""
        }
        return """
            {"selaras": 1, "name": \(quoted[1]),
             "calendar": {"start": "2023-01", "end": "2024-12", "step": "quarter"},
             "quick_win": {"label": \(quoted[8]), "finish_by": "2023-12", "max_duration": 6},
             "dimensions": [{"id": "governance", "name": \(quoted[2])}],
             "owners": [{"id": "kominfo", "name": \(quoted[3])}],
             "funds": [{"id": "dau", "name": \(quoted[6]), "ceilings": {"2023": "150 juta", "2024": "150 juta"}},
                       {"id": "pad", "name": \(quoted[9]), "ceilings": {"2023": "300 juta", "2024": "300 juta"}}],
             "programs": [
              {"id": "intranet", "name": \(quoted[0]), "owner": "kominfo", "dimension": "governance",
               "proposed_by": \(quoted[7]), "tags": [], "notes": \(quoted[7]), "benefits": {"governance": 5}, "duration": 6,
               "must": {"reason": \(quoted[4])},
               "costs": [{"name": \(quoted[1]), "kind": "capital", "amount": "400 juta"}]},
              {"id": "portal", "name": \(quoted[4]), "owner": "kominfo", "dimension": "governance",
               "benefits": {"governance": 3}, "duration": 3,
               "costs": [{"name": "aplikasi", "kind": "capital", "amount": "200 juta"}]},
              {"id": "hall", "name": \(quoted[5]), "owner": "kominfo", "dimension": "governance",
               "must_not": {"reason": \(quoted[8])}, "benefits": {"governance": 1}, "duration": 12,
               "costs": [{"name": "gedung", "kind": "capital", "amount": "5 miliar"}]}]}
            """
    }
}
