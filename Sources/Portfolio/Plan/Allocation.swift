/// Who pays what: the plan's money down to program, line, fund and year (model.md §5).
public struct Allocation: Hashable, Sendable {
    /// Payments > 0, sorted by year, program, line, fund.
    public var payments: [Payment]
    /// Every fund in every year of the calendar, sorted by fund, year.
    public var fundYears: [FundYear]

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        payments: [Payment],
        fundYears: [FundYear]
    ) {
        self.payments = payments
        self.fundYears = fundYears
    }
}

/// What one fund pays for one line in one year.
public struct Payment: Hashable, Sendable {
    /// The program.
    public var program: Program.ID
    /// The cost line's name.
    public var line: String
    /// The fund that pays.
    public var fund: Fund.ID
    /// The fiscal year.
    public var year: FiscalYear
    /// Rupiah, > 0.
    public var amount: Rupiah

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        program: Program.ID,
        line: String,
        fund: Fund.ID,
        year: FiscalYear,
        amount: Rupiah
    ) {
        self.program = program
        self.line = line
        self.fund = fund
        self.year = year
        self.amount = amount
    }
}

/// A fund's account of one year: ceiling + carriedIn = spent + carriedOut + lapsed.
public struct FundYear: Hashable, Sendable {
    /// The fund.
    public var fund: Fund.ID
    /// The fiscal year.
    public var year: FiscalYear
    /// Ceiling in rupiah.
    public var ceiling: Rupiah
    /// Carried in from the year before.
    public var carriedIn: Rupiah
    /// Paid in this year.
    public var spent: Rupiah
    /// Carried into the next year.
    public var carriedOut: Rupiah
    /// Gone at 31 December.
    public var lapsed: Rupiah

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        fund: Fund.ID,
        year: FiscalYear,
        ceiling: Rupiah,
        carriedIn: Rupiah,
        spent: Rupiah,
        carriedOut: Rupiah,
        lapsed: Rupiah
    ) {
        self.fund = fund
        self.year = year
        self.ceiling = ceiling
        self.carriedIn = carriedIn
        self.spent = spent
        self.carriedOut = carriedOut
        self.lapsed = lapsed
    }
}
