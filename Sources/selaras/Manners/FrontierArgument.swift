import ArgumentParser
import Portfolio
import Reporting

/// A frontier that the documents about an outcome show.
struct FrontierArgument: ParsableArguments {
    @Option(
        name: .customLong("frontier"),
        help: ArgumentHelp(
            "A frontier.json of the same scenario, shown in report.html, report.pdf and summary.md.",
            discussion:
                "Without it the frontier.json beside outcome.json is, where it is of the same scenario.",
            valueName: "file"))
    var path: String?

    /// The frontier that is named, or that lies in the folder of the outcome; nil where there is none.
    ///
    /// - Parameter digest: the scenario's.
    /// - Throws: exit 66 where a named one cannot be read, 65 where it is no frontier or of another
    ///   scenario. One that is not named is then left out with a remark.
    func load(of digest: String, beside folder: String, language: Language) throws -> FrontierReport? {
        if let path { return try Self.read(try InputFile.read(path), path, digest, "error", language) }
        let path = "\(folder)/frontier.json"
        guard let bytes = InputFile.ifThere(path) else { return nil }
        return try? Self.read(bytes, path, digest, "remark", language)
    }

    private static func read(
        _ bytes: [UInt8], _ path: String, _ digest: String, _ kind: String, _ language: Language
    ) throws -> FrontierReport {
        let frontier: FrontierReport
        do { frontier = try FrontierReport(json: bytes) } catch {
            let message = error.message(of: "frontier", by: "frontier")
            Console.remark("\(kind): \(path): \(message.text(in: language))")
            throw ExitStatus.invalidData
        }
        guard frontier.digest == digest else {
            let message = LocalizedText(
                "frontier dari skenario lain (sidik \(frontier.digest.prefix(12)), bukan \(digest.prefix(12))), tidak ditampilkan; buat ulang dengan `selaras frontier`",
                english:
                    "a frontier of another scenario (digest \(frontier.digest.prefix(12)), not \(digest.prefix(12))), not shown; make it again with `selaras frontier`"
            )
            Console.remark("\(kind): \(path): \(message.text(in: language))")
            throw ExitStatus.invalidData
        }
        return frontier
    }
}
