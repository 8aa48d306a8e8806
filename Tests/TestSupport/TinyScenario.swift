import Portfolio

/// The smallest parts of a scenario, for tests that say only what they are about.
public enum Tiny {
    /// A calendar of months from a first month on; `T` periods of the step.
    public static func calendar(
        _ start: String = "2023-01", periods: Int, step: PlanningCalendar.Step = .month, beyond: Int = 0
    ) -> PlanningCalendar {
        let end = Month(start)?.advanced(by: periods * step.months - 1)
        guard let first = Month(start), let last = end,
            let calendar = PlanningCalendar(
                start: first, end: last, step: step,
                benefitsUntil: last.advanced(by: beyond * step.months))
        else { preconditionFailure("no calendar of \(periods) periods from \(start)") }
        return calendar
    }

    /// A decimal number.
    public static func exact(_ text: String) -> Exact {
        guard let number = Exact(decimal: text) else { preconditionFailure("no number: \(text)") }
        return number
    }

    /// A program of the owner `dinas` in the dimension `living`, with the one variant `default`.
    public static func program(
        _ id: Program.ID, months: String = "1", costs: [CostLine] = [], points: Double = 0
    ) -> Program {
        let place = ScenarioPath().key("programs").id(id.rawValue)
        let variant = Variant(
            id: "default", duration: Duration(planned: exact(months)), costs: costs,
            benefits: ["living": points], place: place)
        return Program(
            id: id, name: LocalizedText(id.rawValue), owner: "dinas", dimension: "living",
            variants: [variant], place: place)
    }

    /// A capital line.
    public static func capital(
        _ amount: Rupiah, _ profile: SpendProfile = .even, funds: [Fund.ID] = ["pad"]
    ) -> CostLine {
        CostLine(
            name: "capital", kind: .capital, amount: amount, profile: profile, eligibleFunds: funds,
            place: ScenarioPath())
    }

    /// An operating line.
    public static func operating(
        _ amount: Rupiah, years: Int? = nil, funds: [Fund.ID] = ["pad"]
    ) -> CostLine {
        CostLine(
            name: "operating", kind: .operating, amount: amount, years: years, eligibleFunds: funds,
            place: ScenarioPath())
    }

    /// A fund with its ceilings from 2023 on.
    public static func fund(
        _ ceilings: [Rupiah], id: Fund.ID = "pad", unspent: Fund.Unspent = .lapse
    ) -> Fund {
        let years = ceilings.enumerated().map { (FiscalYear(2023 + $0), $1) }
        return Fund(
            id: id, name: LocalizedText(id.rawValue), ceilings: Dictionary(uniqueKeysWithValues: years),
            unspent: unspent)
    }

    /// A scenario of the owner `dinas`, the dimension `living` and, unless given, a rich fund `pad`.
    public static func scenario(
        _ calendar: PlanningCalendar, programs: [Program], funds: [Fund] = [], staff: Int? = nil,
        dimensions: [Dimension] = [Dimension(id: "living", name: LocalizedText("Smart Living"))]
    ) -> Scenario {
        let rich = fund(ceilings: 1_000_000_000, in: calendar)
        return Scenario(
            name: LocalizedText("kecil"), calendar: calendar, dimensions: dimensions,
            owners: [Owner(id: "dinas", name: LocalizedText("Dinas"), staff: staff)],
            funds: funds.isEmpty ? [rich] : funds, programs: programs)
    }

    private static func fund(ceilings: Rupiah, in calendar: PlanningCalendar) -> Fund {
        let years = calendar.years.map { ($0, ceilings) }
        return Fund(
            id: "pad", name: LocalizedText("PAD"), ceilings: Dictionary(uniqueKeysWithValues: years))
    }
}
