import ArgumentParser
import GLPK
import Portfolio
import Regression
import Reporting
import ScenarioReading

/// Plans, simulates and judges one scenario at a time.
struct CaseRun: Sendable {
    let language: Language
    let planning: PlanningArguments
    let simulation: SimulationArguments
    let baselines: BaselineFolder
    let cache: OutcomeCache?
    /// Whether the terminal may show how far a search is.
    let showsProgress: Bool

    /// What came of a case.
    struct Answer: Sendable {
        var result: CaseResult
        /// The baseline that was found.
        var accepted = BaselineFolder.Found.nothing
        /// The outcome with its judged parts; nil where there is none.
        var outcome: JSONValue?
        var now: Baseline?
        /// The whole outcome that the baseline was taken from, where it could still be had.
        var acceptedOutcome: JSONValue?
        /// Under what the outcome may be kept.
        var key: CacheEntry.Key?
        /// What goes to stderr.
        var remarks: [String] = []
    }

    /// Runs a case; nil where somebody has asked to stop.
    func answer(to item: TestCase) -> Answer? {
        guard !Interrupt.isRequested else { return nil }
        if item.hasVanished { return failure(item, .vanished, Self.vanished) }
        let read: ReadScenario
        do { read = try ScenarioReader().read(path: item.file) } catch {
            return failure(
                item, .unreadable,
                LocalizedText(
                    "berkas tidak dapat dibaca: \(error.reason.indonesian)",
                    english: "the file cannot be read: \(error.reason.text(in: .english))"))
        }
        guard let loaded = LoadedScenario(read, path: item.file) else {
            var answer = failure(item, .invalid, nil)
            answer.result.findings = read.findings
            return answer
        }
        var answer = judged(item, loaded)
        answer?.remarks += read.findings.map { String($0.text(in: language).dropLast()) }
        return answer
    }

    private func judged(_ item: TestCase, _ loaded: LoadedScenario) -> Answer? {
        var answer = failure(
            item, .defect,
            LocalizedText("cacat pada selaras, mohon dilaporkan", english: "a defect of selaras"))
        answer.key = cache?.key(scenario: loaded.digest, options: options)
        guard let outcome = outcome(of: loaded, for: &answer) else { return answer }
        guard !Interrupt.isRequested else { return nil }
        guard let now = try? Baseline(outcome: outcome, file: baselines.recorded(item.file)) else {
            return answer
        }
        answer.outcome = outcome
        answer.now = now
        answer.accepted = baselines.find(item.name)
        let judge = Judge(name: item.name, file: item.file, scenario: loaded.scenario) {
            loaded.sourceMap.location(of: $0)
        }
        switch answer.accepted {
        case .nothing: answer.result = judge.judge(outcome, now, against: nil)
        case .baseline(let baseline, _):
            answer.result = judge.judge(outcome, now, against: baseline)
            answer.acceptedOutcome = acceptedOutcome(of: item.name, baseline)
        case .unusable(let reason, _):
            answer.result = judge.judge(outcome, now, against: nil)
            answer.result.verdict = .unusable
            answer.result.reason = reason
        }
        return answer
    }

    /// The outcome, from the cache where it can be trusted.
    private func outcome(of loaded: LoadedScenario, for answer: inout Answer) -> JSONValue? {
        if let cache, let key = answer.key {
            let (kept, remark) = cache.outcome(of: key, in: language)
            answer.remarks += [remark].compactMap(\.self)
            if let kept {
                answer.key = nil
                return kept
            }
        }
        guard
            let result = try? planning.result(of: loaded, language: language, showsProgress: showsProgress)
        else { return nil }
        var outcome = planning.outcome(of: loaded, result: result)
        outcome.risk = simulation.risk(
            of: result, scenario: loaded.scenario, threads: planning.threads, language: language)
        if outcome.plan == nil || !outcome.isRepeatable { answer.key = nil }
        return try? JSONReader.read(Array(outcome.json.utf8))
    }

    /// The whole outcome that a baseline was taken from, where the cache or an earlier run still has it.
    private func acceptedOutcome(of name: String, _ baseline: Baseline) -> JSONValue? {
        let cached = cache.flatMap {
            $0.outcome(of: $0.key(scenario: baseline.digest, options: options), in: language).0
        }
        let beside = (try? InputFile.bytes("\(baselines.path)/\(name)/outcome.json")).flatMap {
            try? JSONReader.read($0)
        }
        return [cached, beside].compactMap(\.self).first { outcome in
            let judged = try? Baseline(outcome: outcome, file: nil)
            return judged?.digest == baseline.digest && judged?.figures == baseline.figures
        }
    }

    /// What decides an outcome besides the scenario and the program.
    private var options: [String] {
        [
            "node-limit \(planning.nodeLimit.map(String.init) ?? "")",
            "time-limit \(planning.timeLimit.map { "\($0)" } ?? "")",
            "trials \(simulation.trials.map(String.init) ?? "")",
            "seed \(simulation.seed.map(String.init) ?? "")",
            "policy \(simulation.policy?.rawValue ?? "")",
            "precision \(simulation.precision.map { "\($0)" } ?? "")",
        ]
    }

    private func failure(_ item: TestCase, _ verdict: Verdict, _ reason: LocalizedText?) -> Answer {
        Answer(result: CaseResult(name: item.name, file: item.file, verdict: verdict, reason: reason))
    }

    private static let vanished = LocalizedText(
        "berkas skenario hilang, tetapi baseline-nya masih ada; pulihkan berkasnya, atau terima dengan --update",
        english: "the scenario's file is gone, its baseline is not; restore the file, or accept with --update"
    )
}

extension CaseRun {
    /// Takes an answer in its turn: keeps its outcome, accepts it where asked to, and prints its line.
    ///
    /// - Throws: 73 where a baseline or stdout cannot be written.
    func finish(_ answer: Answer, updating: BaselineUpdate?, words: ResultText?) throws -> Answer {
        var answer = answer
        for remark in answer.remarks { Console.remark(remark) }
        if let cache, let key = answer.key, let outcome = answer.outcome { cache.keep(outcome, under: key) }
        try updating?.accept(&answer)
        if let words { try Console.print(words.line(of: answer.result)) }
        return answer
    }
}
