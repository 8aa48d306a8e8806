import Portfolio
import Simulation

extension ShardError {
    /// What is wrong and what to do, with the names of the files.
    func text(of files: [String], in language: Language) -> String {
        func say(_ indonesian: String, _ english: String) -> String {
            language == .indonesian ? indonesian : english
        }
        switch self {
        case .notAShard:
            return say(
                "\(files[0]) bukan pecahan simulasi: buat dengan simulate --trials-from … --trials-to …",
                "\(files[0]) is no shard: make one with simulate --trials-from … --trials-to …")
        case .otherVersion:
            return say(
                "\(files[0]) ditulis oleh versi lain: simulasikan bagian itu lagi dengan versi ini",
                "\(files[0]) was written by another version: simulate that part again with this one")
        case .damaged:
            return say(
                "\(files[0]) rusak: simulasikan bagian itu lagi",
                "\(files[0]) is damaged: simulate that part again")
        case .different(let one, let other, let what):
            let names = what.names
            return say(
                "\(files[one]) dan \(files[other]) bukan bagian dari satu simulasi: \(names.indonesian) berbeda",
                "\(files[one]) and \(files[other]) are not parts of one simulation: their \(names.english ?? "") differ"
            )
        case .overlap(let one, let other, let trials):
            return say(
                "\(files[one]) dan \(files[other]) sama-sama memuat putaran \(trials.words(say("sampai", "to"))): sebutkan salah satunya saja",
                "\(files[one]) and \(files[other]) both hold the trials \(trials.words("to")): name only one of them"
            )
        case .missing(let trials):
            let remedy =
                "selaras simulate --trials-from \(trials.lowerBound) --trials-to \(trials.upperBound)"
            return say(
                "Putaran \(trials.words("sampai")) tidak ada: jalankan \(remedy)",
                "The trials \(trials.words("to")) are missing: run \(remedy)")
        }
    }
}

extension ShardError.Difference {
    fileprivate var names: LocalizedText {
        switch self {
        case .scenario: LocalizedText("skenarionya", english: "scenarios")
        case .plan: LocalizedText("rencananya", english: "plans")
        case .seed: LocalizedText("benih acaknya", english: "seeds")
        case .policy: LocalizedText("kebijakannya", english: "policies")
        }
    }
}

extension Range<Int> {
    /// The first and the last, with a word between them.
    fileprivate func words(_ word: String) -> String { "\(lowerBound) \(word) \(upperBound - 1)" }
}
