import Portfolio

/// A plan read from `outcome.json` or from a file with a plan alone.
public struct PlanFile: Hashable, Sendable {
    /// The plan.
    public let plan: Plan
    /// Who pays what, where the file says so.
    public let allocation: Allocation?
    /// Digest of the scenario that the file was made from, where it says so.
    public let digest: String?

    /// Why a file holds no plan.
    public struct Unusable: Error, Hashable, Sendable {
        /// What is wrong, and where.
        public let reason: String
    }

    /// Reads a plan in the calendar of its scenario.
    ///
    /// - Throws: ``Unusable`` where the text is not JSON or has not the form of a plan.
    public init(_ bytes: [UInt8], calendar: PlanningCalendar) throws(Unusable) {
        let value: JSONValue
        do { value = try JSONReader.read(bytes) } catch {
            throw Unusable(
                reason: "line \(error.line), column \(error.column): not valid JSON: \(error.reason)")
        }
        digest = value["scenario"]?["digest"]?.text
        if let status = value["status"]?.text, value["plan"] == nil {
            throw Unusable(reason: "the outcome has status \(status) and holds no plan")
        }
        let content = value["plan"] ?? value
        guard let programs = content["programs"]?.elements else {
            throw Unusable(reason: "\"programs\" is missing: neither an outcome nor a plan")
        }
        var planned: [PlannedProgram] = []
        var payments: [Payment] = []
        for (position, program) in programs.enumerated() {
            let place = "programs[\(position)]"
            let item = try Self.planned(program, at: place, calendar: calendar)
            planned.append(item)
            payments += try Self.payments(program, of: item.program, at: place)
        }
        plan = Plan(programs: planned.sorted { $0.program < $1.program })
        guard let funds = content["funds"]?.elements else {
            allocation = nil
            return
        }
        var fundYears: [FundYear] = []
        for (position, fund) in funds.enumerated() {
            fundYears += try Self.fundYears(fund, at: "funds[\(position)]")
        }
        allocation = Allocation(payments: payments, fundYears: fundYears)
    }

    private static func planned(
        _ value: JSONValue, at place: String, calendar: PlanningCalendar
    ) throws(Unusable) -> PlannedProgram {
        guard let id = value["id"]?.text else { throw Unusable(reason: "\(place).id: a text is expected") }
        guard let start = value["start"]?.text.flatMap({ Month($0) }) else {
            throw Unusable(reason: "\(place).start: a month such as \"2023-01\" is expected")
        }
        let period = calendar.period(containing: start)
        guard calendar.firstMonth(of: period) == start else {
            throw Unusable(reason: "\(place).start: \(start) does not begin a planning period")
        }
        if let variant = value["variant"], variant.text == nil {
            throw Unusable(reason: "\(place).variant: a text is expected")
        }
        return PlannedProgram(
            program: Program.ID(id), variant: Variant.ID(value["variant"]?.text ?? "default"), start: period)
    }

    private static func payments(
        _ value: JSONValue, of program: Program.ID, at place: String
    ) throws(Unusable) -> [Payment] {
        var payments: [Payment] = []
        for (position, line) in (value["lines"]?.elements ?? []).enumerated() {
            let place = "\(place).lines[\(position)]"
            guard let name = line["name"]?.text, let funds = line["paid_by"]?.members else {
                throw Unusable(reason: "\(place): \"name\" and \"paid_by\" are expected")
            }
            for (fund, years) in funds.sorted(by: { $0.key < $1.key }) {
                payments += try amounts(years, at: "\(place).paid_by.\(fund)").map { year, amount in
                    Payment(program: program, line: name, fund: Fund.ID(fund), year: year, amount: amount)
                }
            }
        }
        return payments
    }

    private static func amounts(
        _ value: JSONValue, at place: String
    ) throws(Unusable) -> [(FiscalYear, Rupiah)] {
        guard let members = value.members else { throw Unusable(reason: "\(place): an object is expected") }
        return try members.sorted { $0.key < $1.key }.map { year, amount throws(Unusable) in
            guard let year = Int(year), let amount = amount.whole else {
                throw Unusable(reason: "\(place): a fiscal year with whole rupiah is expected")
            }
            return (FiscalYear(year), amount)
        }
    }

    private static func fundYears(_ value: JSONValue, at place: String) throws(Unusable) -> [FundYear] {
        guard let id = value["id"]?.text, let years = value["years"]?.members else {
            throw Unusable(reason: "\(place): \"id\" and \"years\" are expected")
        }
        return try years.sorted { $0.key < $1.key }.map { year, figures throws(Unusable) in
            guard let year = Int(year), let ceiling = figures["ceiling"]?.whole,
                let carriedIn = figures["carried_in"]?.whole, let spent = figures["spent"]?.whole,
                let carriedOut = figures["carried_out"]?.whole, let lapsed = figures["lapsed"]?.whole
            else { throw Unusable(reason: "\(place).years: five whole amounts of rupiah are expected") }
            return FundYear(
                fund: Fund.ID(id), year: FiscalYear(year), ceiling: ceiling, carriedIn: carriedIn,
                spent: spent, carriedOut: carriedOut, lapsed: lapsed)
        }
    }
}
