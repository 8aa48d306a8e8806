import Portfolio

extension HTMLReport {
    /// What is not funded, and why.
    var leftOut: Section {
        let title = say("Program yang belum didanai beserta alasannya", "What is not funded, and why")
        guard !report.leftOut.isEmpty else {
            let none = words("Semua usulan program terpilih.", "Every candidate is chosen.")
            return Section(id: "left-out", title: title, content: [paragraph(none)])
        }
        var table = Table(
            say("Skor tertimbang terbesar dahulu", "The most weighted points first"),
            [
                .init(say("Program dan OPD", "Program and agency"), .head),
                .init(say("Alasan menurut data yang ada", "Why, from the facts at hand")),
                .init(say("Belanja awal (Rp juta)", "One-off costs (Rp million)"), .number),
                .init(say("Operasi per tahun (Rp juta)", "Operation a year (Rp million)"), .number),
                .init(say("Skor tertimbang per tahun", "Weighted points a year"), .number),
            ])
        for program in report.leftOut.sorted(by: {
            $0.candidate.points.value != $1.candidate.points.value
                ? $0.candidate.points.value > $1.candidate.points.value : $0.candidate.id < $1.candidate.id
        }) {
            let candidate = program.candidate
            table.add(
                [
                    .group([name(candidate), tag("br"), tag("small", [:], name(candidate.ownerName))]),
                    name(program.why), millions(candidate.capital), millions(candidate.operating),
                    decimal(candidate.points),
                ], id: candidate.id)
        }
        return Section(id: "left-out", title: title, content: [table.markup])
    }

    /// The ranking by simple additive weighting beside the optimum.
    var saw: Section {
        var table = Table(
            say("Peringkat SAW dan keputusan", "SAW ranking and decision"),
            [
                .init(say("Peringkat", "Rank"), .number), .init(say("Program", "Program"), .head),
                .init(say("Skor SAW", "SAW score"), .drawing), .init(say("Skor", "Score"), .number),
                .init(say("Skor tertimbang per Rp1 miliar", "Weighted points per Rp1 billion"), .number),
                .init(say("Terpilih", "Chosen"), .brief), .init(say("Mengapa berbeda", "Why it differs")),
            ])
        for row in report.saw {
            table.add(
                [
                    whole(row.rank), name(report.name(of: row.id)),
                    ShareStrip(
                        title: say("Skor SAW ", "SAW score ") + forms.decimal(row.score.value, places: 3)
                    )
                    .bar(row.score.value, isFull: row.isChosen),
                    decimal(row.score, places: 3), decimal(row.pointsPerBillion),
                    .text(row.isChosen ? say("ya", "yes") : say("tidak", "no")),
                    row.why.map { name($0) } ?? "–",
                ], id: row.id)
        }
        let differing = report.saw.count { !$0.agrees }
        return Section(
            id: "saw", title: say("Peringkat SAW di samping hasil optimal", "SAW ranking beside the optimum"),
            content: [
                paragraph(
                    words(
                        "SAW (simple additive weighting) menjumlahkan skor tiap dimensi, dibagi skor terbesar di antara semua usulan, dikali bobot dimensi. SAW tidak mengenal biaya, pagu, waktu, tenaga, maupun prasyarat; karena itu keputusannya dapat berbeda.",
                        "SAW (simple additive weighting) adds up the points of every dimension, divided by the greatest among all candidates, times the weight of the dimension. It knows neither cost nor ceilings, time, staff or requirements; that is why decisions may differ."
                    ),
                    differing == 0
                        ? words(" Di sini keduanya sama.", " Here both agree.")
                        : words(
                            " Kolom terakhir menyebut alasan bagi setiap program yang diputuskan lain.",
                            " The last column says why for every program that is decided otherwise.")),
                table.markup,
            ])
    }
}
