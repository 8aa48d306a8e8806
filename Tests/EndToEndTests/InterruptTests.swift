import Foundation
import Testing

struct InterruptTests {
    @Test("Ctrl-C ends a long search with 130 and leaves no half-written file")
    func interrupt() throws {
        try Binary.inNewFolder { (selaras) throws in
            let scenario = Binary.root.appendingPathComponent("scenarios/pangkalpinang/quick-win-1.yaml").path
            let process = selaras.process(["run", scenario, "--out", "out", "--time-limit", "120"])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            while !selaras.exists("out"), process.isRunning { usleep(1_000) }
            process.interrupt()
            process.waitUntilExit()
            #expect(process.code == 130)
            let files = selaras.exists("out") ? try selaras.names(in: "out") : []
            #expect(!files.contains { $0.hasSuffix(".part") })
            let always = [
                "outcome.json", "plan.csv", "plan.excel.csv", "report.html", "report.xlsx", "summary.md",
            ]
            let simulated = (always + ["risk.csv", "trials.csv"]).sorted()
            #expect(files.isEmpty || files == always || files == simulated)
        }
    }

    @Test("Ctrl-C ends a simulation with what is done so far, told as such, and the same as that many trials")
    func interruptedSimulation() throws {
        try Binary.inNewFolder { (selaras) throws in
            _ = try selaras.run("run", "city.yaml", "--out", "out", "--trials", "10")
            let arguments = ["simulate", "city.yaml", "--plan", "out/outcome.json", "--json", "--trials"]
            let process = selaras.process(arguments + ["10000000"])
            try selaras.write("", to: "risk.json")
            process.standardOutput = try FileHandle(
                forWritingTo: selaras.folder.appendingPathComponent("risk.json"))
            process.standardError = FileHandle.nullDevice
            try process.run()
            // Reading and verifying take a few hundredths of a second of processor time.
            while process.isRunning, try processorTicks(of: process) < 60 { usleep(5_000) }
            process.interrupt()
            process.waitUntilExit()
            #expect(process.code == 130)
            let text = try selaras.read("risk.json")
            #expect(text.contains("\"complete\": false"))
            let done = try #require(text.firstMatch(of: /"trials": (\d+)/)?.1)
            #expect(Int(done).map { 0 < $0 && $0 < 10_000_000 } == true)
            let again = try selaras.run(
                "simulate", "city.yaml", "--plan", "out/outcome.json", "--json", "--trials", String(done))
            #expect(again.code == 0)
            #expect(again.output == text.replacing("\"complete\": false", with: "\"complete\": true"))
        }
    }

    /// Hundredths of a second of processor time that a process has used (proc(5), fields 14 and 15).
    private func processorTicks(of process: Process) throws -> Int {
        let path = "/proc/\(process.processIdentifier)/stat"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return .max }
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12 else { return .max }
        return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
    }
}
