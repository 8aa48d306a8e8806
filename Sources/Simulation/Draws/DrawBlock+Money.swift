import Portfolio
import Probability

extension DrawBlock {
    /// floor(B·Π(1 − cut)).
    func cutCeilings() {
        for shocked in shockedRows {
            let ceiling = rollout.sets.ceilings[shocked]
            let (kept, ceilings) = (row(shocked, of: kept), row(shocked, of: ceilings))
            for trial in kept.indices {
                ceilings[trial] = kept[trial] == 1 ? ceiling : Rupiah(Double(ceiling) * kept[trial])
            }
        }
    }

    /// round-half-up(amount × factors), factors below 0 counting as 0; all lines together stay
    /// below 2⁵¹ rupiah.
    func realise() {
        let most = (0x1p51 / Double(max(1, rollout.lines.count * rollout.years.count))).rounded(.down)
        for (index, line) in rollout.lines.enumerated() {
            let amount = Double(line.amount)
            let (factors, amounts) = (row(factorRow[index], of: factors), row(index, of: amounts))
            for trial in factors.indices {
                let half = amount * factors[trial] + 0.5
                let whole = WholeNumber.floor(half > 0 ? (half < most ? half : most) : 0)
                amounts[trial] = factors[trial] == 1 ? line.amount : whole
            }
        }
    }
}
