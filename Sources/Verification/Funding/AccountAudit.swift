import Portfolio

/// Holds the accounts of the fund-years against model.md §5: they balance, follow each other, keep
/// the carry limit, and carry all that may be carried.
struct AccountAudit {
    /// The scenario.
    let scenario: Scenario
    /// Who pays what.
    let allocation: Allocation

    /// A fund in a year.
    private struct Key: Hashable {
        let fund: Fund.ID
        let year: FiscalYear
    }

    /// Every broken sentence, by fund and year.
    func violations() -> [Violation] {
        let accounts = Dictionary(grouping: allocation.fundYears) { Key(fund: $0.fund, year: $0.year) }
        let paid = payments()
        var breaches: [Violation] = []
        for fund in scenario.funds {
            var carried: Rupiah = 0
            for year in scenario.calendar.years {
                let key = Key(fund: fund.id, year: year)
                let listed = accounts[key] ?? []
                guard let account = listed.first, listed.count == 1 else {
                    breaches.append(missing(fund, year, times: listed.count))
                    continue
                }
                breaches += audit(account, of: fund, paid: paid[key] ?? 0, carried: carried)
                carried = account.carriedOut
            }
        }
        return breaches + strangers(accounts: accounts.keys, payments: paid)
    }

    private func payments() -> [Key: Int128] {
        var paid: [Key: Int128] = [:]
        for payment in allocation.payments {
            paid[Key(fund: payment.fund, year: payment.year), default: 0] += Int128(payment.amount)
        }
        return paid
    }

    private func audit(_ account: FundYear, of fund: Fund, paid: Int128, carried: Rupiah) -> [Violation] {
        let isLast = account.year == scenario.calendar.years.last
        let ceiling = fund.ceilings[account.year] ?? 0
        let limit = isLast ? 0 : fund.carryLimit(in: account.year)
        let available = Int128(account.ceiling) + Int128(account.carriedIn)
        let used = Int128(account.spent) + Int128(account.carriedOut) + Int128(account.lapsed)
        let rest = available - paid
        let canonical = max(0, min(Int128(limit), rest))
        return [
            differs(fund, account, .ceiling, Int128(account.ceiling), Int128(ceiling)),
            differs(fund, account, .carriedIn, Int128(account.carriedIn), Int128(carried)),
            differs(fund, account, .spent, Int128(account.spent), paid),
            differs(fund, account, .carriedOut, Int128(account.carriedOut), canonical),
            differs(fund, account, .balance, used, available),
            negative(fund, account), exceeded(fund, account, by: -rest),
        ].compactMap { $0 }
    }

    /// The figure of an account that is wrong.
    private enum Figure: String {
        case ceiling, carriedIn, spent, carriedOut, balance

        var name: LocalizedText {
            switch self {
            case .ceiling: LocalizedText("pagu", english: "ceiling")
            case .carriedIn: LocalizedText("luncuran masuk", english: "carried in")
            case .spent: LocalizedText("belanja", english: "spent")
            case .carriedOut: LocalizedText("luncuran keluar", english: "carried out")
            case .balance:
                LocalizedText(
                    "belanja, luncuran keluar dan hangus", english: "spent, carried out and lapsed")
            }
        }
    }

    private func differs(
        _ fund: Fund, _ account: FundYear, _ figure: Figure, _ found: Int128, _ due: Int128
    ) -> Violation? {
        guard found != due else { return nil }
        let (is_, shouldBe) = (Int64(clamping: found), Int64(clamping: due))
        return violation(
            fund, figure, by: found - due,
            .saying {
                "\($0.name(fund.name)), \($0.year(account.year)): \(figure.name.text(in: $0.language)) \($0.money(is_)), seharusnya \($0.money(shouldBe))."
            } english: {
                "\($0.name(fund.name)), \($0.year(account.year)): \(figure.name.text(in: $0.language)) \($0.money(is_)), should be \($0.money(shouldBe))."
            })
    }

    private func exceeded(_ fund: Fund, _ account: FundYear, by excess: Int128) -> Violation? {
        guard excess > 0 else { return nil }
        let amount = Int64(clamping: excess)
        return violation(
            fund, .ceiling, by: excess,
            .saying {
                "\($0.name(fund.name)), \($0.year(account.year)): pembayaran melampaui pagu dan luncuran sebesar \($0.money(amount))."
            } english: {
                "\($0.name(fund.name)), \($0.year(account.year)): payments exceed ceiling and carried-in money by \($0.money(amount))."
            })
    }

    private func negative(_ fund: Fund, _ account: FundYear) -> Violation? {
        let least = min(
            account.carriedIn, account.spent, account.carriedOut, account.lapsed)
        guard least < 0 else { return nil }
        return violation(
            fund, .balance, by: Int128(least),
            .saying {
                "\($0.name(fund.name)), \($0.year(account.year)): jumlah negatif \($0.money(least))."
            } english: {
                "\($0.name(fund.name)), \($0.year(account.year)): a negative amount \($0.money(least))."
            })
    }

    private func missing(_ fund: Fund, _ year: FiscalYear, times: Int) -> Violation {
        violation(
            fund, .ceiling, by: Int128(max(1, fund.ceilings[year] ?? 0)),
            .saying {
                "\($0.name(fund.name)), \($0.year(year)): tercatat \(times) kali, seharusnya sekali."
            } english: {
                "\($0.name(fund.name)), \($0.year(year)): accounted \(times) times, should be once."
            })
    }

    /// Accounts and payments of funds or years that the scenario does not have.
    private func strangers(
        accounts: some Sequence<Key>, payments: [Key: Int128]
    ) -> [Violation] {
        let years = scenario.calendar.years
        let unknown = Set(accounts).union(payments.keys).filter {
            scenario.fund($0.fund) == nil || !years.contains($0.year)
        }
        return unknown.sorted { ($0.fund, $0.year) < ($1.fund, $1.year) }.map { key in
            Violation(
                rule: .fundCeilings, place: ScenarioPath().key("funds").id(key.fund.rawValue),
                excess: .rupiah(max(1, Int64(clamping: (payments[key] ?? 0).magnitude))),
                message: .saying {
                    "Sumber dana \(key.fund) pada \($0.year(key.year)) tidak ada dalam skenario."
                } english: {
                    "The scenario has no fund \(key.fund) in \($0.year(key.year))."
                })
        }
    }

    private func violation(
        _ fund: Fund, _ figure: Figure, by amount: Int128, _ message: LocalizedText
    ) -> Violation {
        let place = ScenarioPath().key("funds").id(fund.id.rawValue)
        return Violation(
            rule: .fundCeilings,
            place: figure == .carriedOut ? place.key("unspent") : place.key("ceilings"),
            excess: .rupiah(Int64(clamping: amount.magnitude)), message: message)
    }
}
