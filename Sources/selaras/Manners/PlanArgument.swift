import ArgumentParser
import Planning
import Portfolio
import Reporting
import Verification

/// A plan named on the command line.
enum PlanArgument {
    /// Reads a plan that was made from a scenario.
    ///
    /// - Throws: exit 66 where it cannot be read, 65 where it is no plan of this scenario.
    static func read(_ path: String, of loaded: LoadedScenario) throws -> PlanFile {
        try plan(try InputFile.read(path), named: path, of: loaded)
    }

    private static func plan(
        _ bytes: [UInt8], named path: String, of loaded: LoadedScenario
    ) throws -> PlanFile {
        let file: PlanFile
        do { file = try PlanFile(bytes, calendar: loaded.scenario.calendar) } catch {
            Console.remark("error: \(path): \(error.reason)")
            throw ExitStatus.invalidData
        }
        if let digest = file.digest, digest != loaded.digest {
            Console.remark(
                "error: \(path) was made from another scenario (digest \(digest), not \(loaded.digest))")
            throw ExitStatus.invalidData
        }
        return file
    }

    /// Reads a plan that the verifier must accept, with its money allotted.
    ///
    /// - Throws: as ``read(_:of:)``; exit 1 where it breaks a law.
    static func accepted(
        _ path: String, of loaded: LoadedScenario, language: Language
    ) throws -> (appraisal: Appraisal, allocation: Allocation) {
        try accepted(try InputFile.read(path), named: path, of: loaded, language: language)
    }

    /// Reads a plan from its text, which the verifier must accept.
    ///
    /// - Throws: exit 65 where it is no plan of this scenario, 1 where it breaks a law.
    static func accepted(
        _ bytes: [UInt8], named path: String, of loaded: LoadedScenario, language: Language
    ) throws -> (appraisal: Appraisal, allocation: Allocation) {
        let file = try plan(bytes, named: path, of: loaded)
        let verdict = Verifier(scenario: loaded.scenario).verify(file.plan, allocation: file.allocation)
        guard verdict.isAccepted, let appraisal = verdict.appraisal,
            let allocation = file.allocation
                ?? CanonicalAllocation(scenario: loaded.scenario).allocate(appraisal)
        else {
            Console.remark(VerdictText(loaded: loaded, language: language).lines(of: verdict))
            throw ExitStatus.no
        }
        return (appraisal, allocation)
    }
}
