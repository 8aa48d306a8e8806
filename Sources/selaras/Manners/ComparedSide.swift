import ArgumentParser
import Planning
import Portfolio
import Reporting
import Simulation

/// One side of a comparison on the command line: an outcome, or a scenario that is planned first.
struct ComparedSide {
    let letter: String
    let path: String
    let language: Language
    let planning: PlanningArguments
    let simulation: SimulationArguments

    /// Reads, or plans and simulates, the side.
    ///
    /// - Throws: exit 66 where the file cannot be read, 65 where it is neither an outcome nor a valid
    ///   scenario, 1 where it has no plan, 2 where a limit came before any plan, 130 on interrupt.
    func side() throws -> ComparisonSide {
        let bytes = try InputFile.read(path)
        guard let outcome = OutcomeText(bytes) else { return try planned() }
        return try side(try report(of: outcome), trials: trialsBeside())
    }

    private func report(of outcome: OutcomeText) throws -> Report {
        do { return try outcome.report() } catch {
            throw refused(error.message)
        }
    }

    /// The trials that lie beside the outcome; a table that cannot be read is none, with a remark.
    private func trialsBeside() throws -> TrialTable? {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let table = (folder + ["trials.csv"]).joined(separator: "/")
        guard let bytes = InputFile.ifThere(table) else { return nil }
        do { return try TrialTable(csv: bytes) } catch {
            Console.remark(
                say(
                    "catatan: \(table), baris \(error.line): bukan tabel putaran; selang tidak berpasangan",
                    "remark: \(table), line \(error.line): no table of trials; intervals are unpaired"))
            return nil
        }
    }

    private func planned() throws -> ComparisonSide {
        var input = ScenarioArgument()
        input.path = path
        input.language = language
        let loaded = try input.load()
        let result = try planning.result(of: loaded, language: language)
        var outcome = planning.outcome(of: loaded, result: result)
        outcome.risk = simulation.risk(
            of: result, scenario: loaded.scenario, threads: planning.threads, language: language)
        if Interrupt.isRequested { throw ExitStatus.interrupted }
        let trials = outcome.risk.flatMap { try? TrialTable(csv: Array($0.trialsCSV.utf8)) }
        do { return try side(Report(outcome: outcome.jsonValue), trials: trials) } catch let error
            as UnusableOutcome
        {
            Console.remark(
                "error: a defect of selaras, please report it: \(error.message.text(in: .english))")
            throw ExitStatus.defect
        }
    }

    private func side(_ report: Report, trials: TrialTable?) throws -> ComparisonSide {
        guard let side = ComparisonSide(letter: letter, label: label, report: report, trials: trials) else {
            Console.remark(
                say(
                    "galat: \(path): tidak ada rencana (status \(report.status.rawValue)), jadi tidak ada yang dapat dibandingkan",
                    "error: \(path): there is no plan (status \(report.status.rawValue)), so that nothing can be compared"
                ))
            throw report.status == .unknown ? ExitStatus.noAnswer : ExitStatus.no
        }
        return side
    }

    /// The name of the file; of its folder where the file is called outcome.json as after every run.
    private var label: String {
        let parts = path.split(separator: "/").map(String.init)
        guard let file = parts.last else { return path }
        let folder = parts.dropLast().last.flatMap { [".", ".."].contains($0) ? nil : $0 }
        return file == "outcome.json" ? folder ?? file : file
    }

    private func refused(_ message: LocalizedText) -> ExitCode {
        Console.remark("error: \(path): \(message.text(in: language))")
        return ExitStatus.invalidData
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }
}
