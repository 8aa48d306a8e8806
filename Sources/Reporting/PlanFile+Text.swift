import Portfolio

extension PlanFile {
    /// A plan with its allocation on one line, as ``init(_:calendar:)`` reads it.
    public static func line(
        plan: Plan, allocation: Allocation, calendar: PlanningCalendar, digest: String
    ) -> String {
        let programs = plan.programs.map { planned -> JSONValue in
            let payments = allocation.payments.filter { $0.program == planned.program }
            return [
                "id": .string(planned.program.rawValue), "variant": .string(planned.variant.rawValue),
                "start": .string(calendar.firstMonth(of: planned.start).description),
                "lines": .array(lines(of: payments)),
            ]
        }
        let document: JSONValue = [
            "scenario": ["digest": .string(digest)], "programs": .array(programs),
            "funds": .array(funds(of: allocation.fundYears)),
        ]
        return document.line
    }

    private static func lines(of payments: [Payment]) -> [JSONValue] {
        Dictionary(grouping: payments, by: \.line).sorted { $0.key < $1.key }.map { name, payments in
            let funds = Dictionary(grouping: payments, by: \.fund).map { fund, payments in
                (fund.rawValue, byYear(payments.map { ($0.year, JSONValue.integer($0.amount)) }))
            }
            return ["name": .string(name), "paid_by": .object(Dictionary(funds) { _, last in last })]
        }
    }

    private static func funds(of fundYears: [FundYear]) -> [JSONValue] {
        Dictionary(grouping: fundYears, by: \.fund).sorted { $0.key < $1.key }.map { fund, years in
            let figures = years.map { year -> (FiscalYear, JSONValue) in
                (
                    year.year,
                    [
                        "ceiling": .integer(year.ceiling), "carried_in": .integer(year.carriedIn),
                        "spent": .integer(year.spent), "carried_out": .integer(year.carriedOut),
                        "lapsed": .integer(year.lapsed),
                    ]
                )
            }
            return ["id": .string(fund.rawValue), "years": byYear(figures)]
        }
    }

    private static func byYear(_ values: [(FiscalYear, JSONValue)]) -> JSONValue {
        .object(Dictionary(values.map { ($0.0.description, $0.1) }) { _, last in last })
    }
}
