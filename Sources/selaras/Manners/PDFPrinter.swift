import ArgumentParser
import Foundation
import Portfolio
import Reporting

/// Turns pages into PDF with WeasyPrint, where that is installed.
///
/// It is looked for in `$SELARAS_WEASYPRINT`, then where `make pdf-tools` puts the pinned one (beside
/// the build, or in `.build` of the working folder), then on the PATH.
struct PDFPrinter {
    private let tool: String

    /// Finds the tool; nil where there is none.
    init?() {
        guard let tool = Self.places.first(where: { access($0, X_OK) == 0 && !Self.isFolder($0) }) else {
            return nil
        }
        self.tool = tool
    }

    /// How to get the tool.
    static func advice(in language: Language) -> String {
        language == .indonesian
            ? "catatan: PDF tidak dibuat karena WeasyPrint tidak ditemukan; `make pdf-tools` memasangnya, atau sebut di SELARAS_WEASYPRINT"
            : "remark: no PDF, because WeasyPrint was not found; `make pdf-tools` installs it, or name it in SELARAS_WEASYPRINT"
    }

    /// Prints a page; nothing is fetched from any network.
    ///
    /// - Throws: exit 73 where the tool fails; then an earlier PDF of that name is as it was.
    func print(_ page: HTMLReport, on paper: Paper, to path: String) throws {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).html")
        defer { try? FileManager.default.removeItem(at: copy) }
        let text = page.text(on: paper)
        try OutputFile.replace(path) { temporary throws(PrintingFailure) in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: tool)
            process.arguments = ["--quiet", "--allowed-protocols", "data", "-", temporary]
            do { try Data(text.utf8).write(to: copy) } catch {
                throw PrintingFailure(reason: "\(copy.path) cannot be written")
            }
            process.standardInput = FileHandle(forReadingAtPath: copy.path)
            process.standardOutput = FileHandle.nullDevice
            do { try process.run() } catch { throw PrintingFailure(reason: "\(tool) cannot be started") }
            process.waitUntilExit()
            guard process.terminationReason == .exit, process.terminationStatus == 0 else {
                throw PrintingFailure(reason: "\(tool) failed")
            }
        }
    }

    /// Why there is no PDF.
    struct PrintingFailure: Error, CustomStringConvertible {
        let reason: String
        var description: String { reason }
    }

    private static var places: [String] {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["SELARAS_WEASYPRINT"], !named.isEmpty { return [named] }
        let pinned = "pdf-tools/bin/weasyprint"
        let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let build = URL(fileURLWithPath: running).deletingLastPathComponent().deletingLastPathComponent()
        let beside = [build.deletingLastPathComponent(), build].map { $0.appendingPathComponent(pinned).path }
        let onPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/weasyprint" }
        return beside + [".build/\(pinned)"] + onPath
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
