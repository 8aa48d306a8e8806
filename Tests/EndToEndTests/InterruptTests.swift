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
            #expect(
                files.isEmpty || files == ["outcome.json", "plan.csv", "report.html", "summary.md"]
                    || files == ["outcome.json", "plan.csv", "report.html", "risk.csv", "summary.md"])
        }
    }
}
