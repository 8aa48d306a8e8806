import Planning
import Portfolio

/// What a reader of a verdict should know besides the differences.
struct Remarks {
    /// The baseline; nil where there is none.
    let accepted: Baseline?
    /// The outcome.
    let now: Baseline
    /// Whether the outcome differs.
    let hasDifferences: Bool

    /// All of them.
    var all: [LocalizedText] { proof + origin + luck }

    private var proof: [LocalizedText] {
        guard now.figures.status == .feasible else { return [] }
        return [LocalizedText("belum terbukti optimal", english: "not proved optimal")]
    }

    private var origin: [LocalizedText] {
        guard let accepted else { return [] }
        var list: [LocalizedText] = []
        if accepted.digest != now.digest, !hasDifferences {
            list.append(
                LocalizedText(
                    "isi skenario berubah, hasilnya tidak",
                    english: "the scenario has changed, its outcome has not"))
        }
        let (old, new) = (accepted.versions, now.versions)
        if old.selaras != new.selaras || old.solver != new.solver {
            list.append(
                LocalizedText(
                    "baseline dibuat oleh Selaras \(old.selaras) dengan \(old.solver)",
                    english: "the baseline was made by Selaras \(old.selaras) with \(old.solver)"))
        }
        return list
    }

    private var luck: [LocalizedText] {
        guard let accepted, let old = accepted.figures.risk, let new = now.figures.risk else { return [] }
        let changes = [
            change("seed", "seed", old.seed, new.seed),
            change("putaran", "trials", "\(old.trials)", "\(new.trials)"),
            change("pembangkit", "generator", accepted.versions.generator, now.versions.generator),
        ].compactMap(\.self)
        guard !changes.isEmpty else { return [] }
        return [
            LocalizedText(
                changes.map(\.indonesian).joined(separator: ", ")
                    + ": angka risiko dibandingkan dengan selang keyakinannya",
                english: changes.map { $0.text(in: .english) }.joined(separator: ", ")
                    + ": risk figures are compared by their intervals")
        ]
    }

    private func change(
        _ indonesian: String, _ english: String, _ old: String, _ new: String
    ) -> LocalizedText? {
        guard old != new else { return nil }
        return LocalizedText("\(indonesian) \(old) → \(new)", english: "\(english) \(old) → \(new)")
    }
}
