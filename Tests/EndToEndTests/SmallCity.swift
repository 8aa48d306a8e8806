/// A small scenario as a planner writes it.
enum SmallCity {
    /// Two programs fit, the hall is too dear.
    static let text = """
        selaras: 1
        name: {id: Kota kecil, en: A small city}
        calendar: {start: 2023-01, end: 2024-12, step: quarter}
        quick_win: {label: Quick Win, finish_by: 2023-12, max_duration: 6}
        dimensions: [{id: governance, name: Smart Governance}]
        owners: [{id: kominfo, name: Dinas Kominfo}]
        funds:
          - {id: dau, name: DAU, ceilings: {2023: 150 juta, 2024: 150 juta}}
          - {id: pad, name: PAD, ceilings: {2023: 300 juta, 2024: 300 juta}}
        programs:
          - id: intranet
            name: {id: Intranet, en: Intranet}
            owner: kominfo
            dimension: governance
            benefits: {governance: 5}
            duration: 6
            costs:
              - {name: perangkat, kind: capital, amount: 400 juta}
          - id: portal
            name: {id: Portal layanan, en: Service portal}
            owner: kominfo
            dimension: governance
            benefits: {governance: 3}
            duration: 3
            costs: [{name: aplikasi, kind: capital, amount: 200 juta}]
            requires: [intranet]
          - id: hall
            name: {id: Gedung baru, en: A new hall}
            owner: kominfo
            dimension: governance
            benefits: {governance: 1}
            duration: 12
            costs: [{name: gedung, kind: capital, amount: 5 miliar}]

        """

    /// The same with the hall made mandatory: no plan can pay for it.
    static let infeasible = """
        extends: city.yaml
        programs:
          - {id: hall, must: {reason: janji kepala daerah}}

        """

    /// A portal that requires a program that does not exist.
    static let invalid = """
        extends: city.yaml
        programs:
          - {id: portal, requires: [intranett]}

        """

    /// The same with names that try to be something else.
    static let hostile = """
        extends: city.yaml
        name: {id: "</title></style><script>alert(1)</script>", en: "\\u202Eright to left"}
        quick_win: {label: "\\" onload='x' }*{display:none}", finish_by: 2023-12, max_duration: 6}
        dimensions: [{id: governance, name: "]]>--><!-- 😀"}]
        owners: [{id: kominfo, name: "\(String(repeating: "sangatpanjang", count: 40))"}]
        programs:
          - {id: intranet, name: "<img src=x onerror=alert(1)>", notes: "&lt;b&gt;", code: "<b>", proposed_by: "<i>"}
          - {id: portal, name: "\(String(repeating: "x", count: 500))", proposed_by: "\\u202E"}
          - {id: hall, name: "\\u200F\\u202Ekanan", must_not: {reason: "<script>"}}

        """

    /// The same with a portal that may take longer, and a vendor that may be late.
    static let late = """
        extends: city.yaml
        programs:
          - {id: portal, duration: {low: 2, likely: 3, high: 8}}
        risk: {events: [{id: vendor, probability: 50%, delay: {low: 1, high: 3}}]}
        simulation: {trials: 2000, seed: 7}

        """
}
