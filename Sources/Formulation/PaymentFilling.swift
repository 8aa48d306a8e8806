import Linear
import Portfolio

/// Fills the payment and carry columns for given starts: a maximum flow from needs to fund-years.
struct PaymentFilling: Sendable {
    /// D[S,y] as terms, sets in order, years within; empty where a set never spends.
    let needTerms: [[Model.Term]]
    private let payments: [FundCeilings.PaymentColumn]
    private let carries: [FundCeilings.CarryColumn]
    private let network: FundingNetwork
    /// Rupiah in one unit of money of the model.
    let moneyUnit: Double

    init(ceilings: FundCeilings, builder: ModelBuilder) {
        let needs = Needs(builder)
        payments = ceilings.payments
        carries = ceilings.carries
        needTerms = needs.sets.flatMap { set in
            builder.calendar.years.map { needs.terms(of: set, in: $0) }
        }
        network = FundingNetwork(sets: needs.sets, scenario: builder.scenario)
        moneyUnit = builder.moneyUnit
    }

    /// Fills the columns; false where the money does not suffice.
    func fill(_ values: inout [Double]) -> Bool {
        let needs = needTerms.map { $0.reduce(0) { $0 + $1.coefficient * values[$1.column.index] } }
        guard let flow = network.flow(needs: rupiah(needs)) else { return false }
        for payment in payments {
            values[payment.column.index] =
                Double(flow.paid(payment.set, payment.fund, payment.year)) / moneyUnit
        }
        for carry in carries {
            values[carry.column.index] = Double(flow.carried(carry.fund, carry.year)) / moneyUnit
        }
        return true
    }

    /// A test whether needs in rupiah can be paid.
    var test: FundingTest { FundingTest(network: network) }

    /// Needs in the model's unit as whole rupiah.
    func rupiah(_ needs: [Double]) -> [Int64] { needs.map { Int64(($0 * moneyUnit).rounded()) } }
}
