import Portfolio
import Reporting
import Testing

struct NumberFormsTests {
    let indonesian = NumberForms(.indonesian)
    let english = NumberForms(.english)

    @Test("Money is grouped by the signs of the language")
    func rupiah() {
        #expect(indonesian.rupiah(1_250_000_000) == "Rp1.250.000.000")
        #expect(english.rupiah(1_250_000_000) == "Rp1,250,000,000")
        #expect(indonesian.rupiah(0) == "Rp0")
        #expect(indonesian.rupiah(-999) == "-Rp999")
        #expect(indonesian.whole(Int64.min) == "-9.223.372.036.854.775.808")
    }

    @Test("Millions of rupiah have one decimal, rounded half away from zero")
    func millions() {
        #expect(indonesian.millions(1_250_000_000) == "1.250,0")
        #expect(indonesian.millions(1_250_449_999) == "1.250,4")
        #expect(indonesian.millions(1_250_450_000) == "1.250,5")
        #expect(indonesian.millions(999_950_000) == "1.000,0")
        #expect(english.millions(-1_450_000) == "-1.5")
        #expect(english.millions(-49_999) == "0.0")
        #expect(indonesian.millions(Int64.min) == "-9.223.372.036.854,8")
    }

    @Test("Decimals are rounded half away from zero, at any size")
    func decimals() {
        #expect(indonesian.decimal(1234.565, places: 1) == "1.234,6")
        #expect(indonesian.decimal(-0.25, places: 1) == "-0,3")
        #expect(indonesian.decimal(0.004) == "0,00")
        #expect(english.decimal(1e300) == "1e+300")
        #expect(english.percent(0.08391) == "8.39%")
    }

    @Test("Plain numbers are shortest exact forms, whole ones grouped")
    func plain() {
        #expect(indonesian.plain(0.1) == "0,1")
        #expect(indonesian.plain(12000) == "12.000")
    }

    @Test("Months carry the names of the language")
    func months() {
        #expect(indonesian.month(Month(year: 2023, month: 5)) == "Mei 2023")
        #expect(english.month(Month(year: 2023, month: 8)) == "Aug 2023")
        #expect(indonesian.month(Month(year: 2024, month: 12)) == "Des 2024")
    }
}
