import Foundation
import Testing

struct PDFTests {
    private static let tool = Binary.root.appendingPathComponent(".build/pdf-tools/bin/weasyprint").path
    private static let isInstalled = FileManager.default.isExecutableFile(atPath: tool) && Peer.has("pypdf")

    @Test(
        "The PDF has the report's text, and twice the same pages",
        .enabled(if: isInstalled, "WeasyPrint (make pdf-tools) or pypdf is not installed"))
    func print() throws {
        try Binary.inNewFolder { (selaras) throws in
            let texts = try ["one", "two"].map { folder in
                let answer = try selaras.run("run", "city.yaml", "--out", folder, "--pdf", "--lang", "en")
                #expect(answer.code == 0, "\(answer.remarks)")
                #expect(answer.remarks.contains("\(folder)/report.pdf"))
                return try Peer.run(
                    "read_pdf.py", [selaras.folder.appendingPathComponent("\(folder)/report.pdf").path])
            }
            #expect(texts[0] == texts[1])
            #expect(texts[0][1] == "210 x 297")
            #expect((Int(texts[0].first ?? "") ?? 0) >= 2)
            for words in ["A small city", "Service portal", "PAD", "Dinas Kominfo"] {
                #expect(texts[0].contains { $0.contains(words) }, "\(words)")
            }
        }
    }

    @Test(
        "The PDF fits the paper that is asked for",
        .enabled(if: isInstalled, "WeasyPrint (make pdf-tools) or pypdf is not installed"))
    func paper() throws {
        try Binary.inNewFolder { (selaras) throws in
            let arguments = ["run", "city.yaml", "--out", "out", "--pdf", "--paper", "f4"]
            #expect(try selaras.run(arguments).code == 0)
            let path = selaras.folder.appendingPathComponent("out/report.pdf").path
            #expect(try Peer.run("read_pdf.py", [path])[1] == "215 x 330")
            #expect(try selaras.run("run", "city.yaml", "--pdf", "--paper", "folio").code == 64)
        }
    }

    @Test("Without WeasyPrint one line says how to get it, everything else is written, and the code is 73")
    func missing() throws {
        try Binary.inNewFolder { (selaras) throws in
            let process = selaras.process(["run", "city.yaml", "--out", "out", "--pdf", "--lang", "en"])
            process.environment = ["SELARAS_WEASYPRINT": "/nowhere/weasyprint"]
            let remarks = Pipe()
            process.standardOutput = FileHandle.nullDevice
            process.standardError = remarks
            try process.run()
            let text = String(decoding: remarks.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.code == 73)
            #expect(text.split(separator: "\n").count == 1 && text.contains("make pdf-tools"))
            #expect(try selaras.names(in: "out").contains("report.html"))
            #expect(try !selaras.names(in: "out").contains { $0.hasSuffix(".pdf") || $0.hasSuffix(".part") })
        }
    }

    @Test("A tool that fails leaves no PDF and ends with 73")
    func failing() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("run", "city.yaml", "--out", "out").code == 0)
            let process = selaras.process(["report", "out/outcome.json", "--pdf"])
            process.environment = ["SELARAS_WEASYPRINT": "/bin/false"]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.code == 73)
            #expect(try !selaras.names(in: "out").contains { $0.hasSuffix(".pdf") || $0.hasSuffix(".part") })
        }
    }
}
