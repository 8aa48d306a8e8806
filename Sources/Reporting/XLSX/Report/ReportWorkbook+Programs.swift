import Portfolio

extension ReportWorkbook {
    /// What is known of every candidate, chosen or not.
    func programs(_ plan: Report.Plan) -> Worksheet {
        var sheet = sheet(
            say("Program", "Programs"), title: say("Semua usulan program", "All candidate programs"))
        sheet.frozenColumns = 2
        let chosen = plan.programs.map { ($0.candidate, true) }
        let candidates = (chosen + report.leftOut.map { ($0.candidate, false) }).sorted { $0.0.id < $1.0.id }
        let ranks = Dictionary(report.saw.map { ($0.id, $0.rank.value) }) { first, _ in first }
        let dimensions = report.scenario.dimensions
        sheet.addTable(
            head: [
                "ID", "Program", say("Terpilih", "Chosen"), say("OPD", "Agency"),
                say("Dimensi", "Dimension"), say("Pengusul", "Proposed by"), say("Varian", "Variant"),
                say("Durasi (bulan)", "Duration (months)"), say("Belanja modal", "Capital"),
                say("Operasi per tahun", "Operating per year"),
                say("Skor berbobot per tahun", "Weighted points per year"),
            ]
                + dimensions.map { text($0.name) } + [
                    say("Peringkat SAW", "SAW rank"), say("Kontrak", "Contract"),
                    say("Kode", "Code"), say("Label", "Tags"), say("Catatan", "Notes"),
                ],
            rows: candidates.map { candidate, isChosen in
                facts(candidate, isChosen: isChosen)
                    + dimensions.map { .number(candidate.benefits[$0.id]?.value, .decimal) }
                    + [
                        .whole(ranks[candidate.id], .whole), .text(contract(candidate)),
                        .text(candidate.code ?? ""), .text(candidate.tags.joined(separator: ", ")),
                        .text(candidate.notes ?? ""),
                    ]
            })
        return sheet
    }

    private func facts(_ candidate: Report.Candidate, isChosen: Bool) -> [Cell] {
        [
            .text(candidate.id), .text(text(candidate.name)), .text(isChosen ? say("ya", "yes") : ""),
            .text(text(candidate.ownerName)), .text(text(candidate.dimensionName)),
            .text(proposer(candidate.proposedBy)), .text(variant(candidate)),
            .number(candidate.duration.value, .decimal), .whole(candidate.capital.value, .rupiah),
            .whole(candidate.operating.value, .rupiah), .number(candidate.points.value, .decimal),
        ]
    }

    private func contract(_ candidate: Report.Candidate) -> String {
        candidate.contract == "single_year"
            ? say("tahun tunggal", "single-year") : say("tahun jamak", "multi-year")
    }

    private func proposer(_ name: String?) -> String {
        switch name {
        case "government": say("Pemerintah", "Government")
        case "business": say("Dunia usaha", "Business")
        case "community": say("Masyarakat", "Community")
        case "academia": say("Akademisi", "Academia")
        default: name ?? ""
        }
    }

    /// What is not in the plan, and why.
    var notFunded: Worksheet {
        var sheet = sheet(
            say("Belum didanai", "Not funded"),
            title: say("Program yang belum didanai", "Programs left out"))
        sheet.frozenColumns = 2
        sheet.addTable(
            head: [
                "ID", "Program", say("OPD", "Agency"), say("Dimensi", "Dimension"),
                say("Pengusul", "Proposed by"), say("Belanja modal", "Capital"),
                say("Operasi per tahun", "Operating per year"),
                say("Skor berbobot per tahun", "Weighted points per year"), say("Alasan", "Why"),
            ],
            rows: report.leftOut.map { left in
                let candidate = left.candidate
                return [
                    .text(candidate.id), .text(text(candidate.name)), .text(text(candidate.ownerName)),
                    .text(text(candidate.dimensionName)), .text(proposer(candidate.proposedBy)),
                    .whole(candidate.capital.value, .rupiah), .whole(candidate.operating.value, .rupiah),
                    .number(candidate.points.value, .decimal), .text(text(left.why)),
                ]
            })
        return sheet
    }
}
