import Portfolio

/// The parts of which the scenarios of published problems are made.
enum PublishedScenario {
    /// The one dimension, in which values are counted.
    static let points: Dimension.ID = "points"
    /// The one agency.
    static let owner: Owner.ID = "owner"
    /// The calendar begins with this year.
    static let firstYear = 2001

    /// A scenario by years whose one goal is the sum of the chosen values.
    static func make(name: String, years: Int, funds: [Fund], programs: [Program]) throws -> Scenario {
        let start = Month(year: firstYear, month: 1)
        guard years > 0,
            let calendar = PlanningCalendar(
                start: start, end: start.advanced(by: 12 * years - 1), step: .year)
        else { throw UnreadableProblem(description: "\(name) has no years") }
        return Scenario(
            name: LocalizedText(name), calendar: calendar,
            dimensions: [Dimension(id: points, name: LocalizedText("Value"))],
            owners: [Owner(id: owner, name: LocalizedText("Owner"))],
            funds: funds, programs: programs, objective: [.maximiseBenefit(points)])
    }

    /// A fund with a limit for every year, which lapses.
    static func fund(_ id: Fund.ID, limits: [Rupiah]) -> Fund {
        let ceilings = limits.enumerated().map { (FiscalYear(firstYear + $0.offset), $0.element) }
        return Fund(
            id: id, name: LocalizedText(id.rawValue),
            ceilings: Dictionary(uniqueKeysWithValues: ceilings))
    }

    /// A capital line that spends exactly these amounts year after year; nil where they are all 0.
    static func line(_ fund: Fund.ID, years: [Rupiah], place: ScenarioPath) -> CostLine? {
        let amount = years.reduce(0, +)
        guard amount > 0 else { return nil }
        let divisor = years.reduce(0, greatestCommonDivisor)
        return CostLine(
            name: fund.rawValue, kind: .capital, amount: amount,
            profile: .weights(years.map { Int($0 / divisor) }), funds: [fund], eligibleFunds: [fund],
            place: place)
    }

    /// A variant that works through all years of the calendar.
    static func variant(
        _ id: Variant.ID, of program: Program.ID, value: Double, costs: [CostLine], years: Int
    ) -> Variant {
        Variant(
            id: id, duration: Duration(planned: Exact(Int64(12 * years))),
            costs: costs.sorted { $0.name < $1.name }, benefits: value == 0 ? [:] : [points: value],
            place: place(of: program).key("variants").id(id.rawValue))
    }

    /// A program of the one agency; `needs` are chosen with it, in any order.
    static func program(
        _ id: Program.ID, variants: [Variant], isRequired: Bool = false, needs: [Program.ID] = []
    ) -> Program {
        let place = place(of: id)
        let requires = needs.sorted().enumerated().map { position, program in
            Requirement(
                program: program, timing: .choiceOnly, place: place.key("requires").index(position))
        }
        return Program(
            id: id, name: LocalizedText(id.rawValue), owner: owner, dimension: points,
            variants: variants.sorted { $0.id < $1.id },
            must: isRequired ? Reason(text: "as published", place: place.key("must")) : nil,
            requires: requires, place: place)
    }

    /// Where a program stands.
    static func place(of program: Program.ID) -> ScenarioPath {
        ScenarioPath().key("programs").id(program.rawValue)
    }

    private static func greatestCommonDivisor(_ a: Rupiah, _ b: Rupiah) -> Rupiah {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
