import Foundation

/// The built `selaras` beside the tests, run as a user runs it.
struct Binary {
    /// How a run ended and what it wrote.
    struct Answer {
        let code: Int32
        let output: String
        let remarks: String
    }

    /// Folder of the run.
    let folder: URL
    /// Variables of the run's environment besides or instead of those of the tests.
    var environment: [String: String] = [:]

    /// The package's root.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The executable: in the folder of the running test bundle.
    static var path: String {
        let running =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: running).deletingLastPathComponent().appendingPathComponent("selaras")
            .path
    }

    /// Makes a process that is not yet started.
    func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        return process
    }

    /// Runs to the end; the streams go through files, so that no pipe can fill up.
    func run(_ arguments: String...) throws -> Answer { try run(arguments) }

    /// Runs to the end.
    func run(_ arguments: [String]) throws -> Answer {
        let process = process(arguments)
        let streams = try ["stdout", "stderr"].map { name in
            let url = folder.appendingPathComponent(".\(name)-\(UUID().uuidString)")
            try Data().write(to: url)
            return url
        }
        defer { for url in streams { try? FileManager.default.removeItem(at: url) } }
        process.standardOutput = try FileHandle(forWritingTo: streams[0])
        process.standardError = try FileHandle(forWritingTo: streams[1])
        try process.run()
        process.waitUntilExit()
        let texts = try streams.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Answer(code: process.code, output: texts[0], remarks: texts[1])
    }

    /// Writes a file into the folder.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    /// Reads a file of the folder.
    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }

    /// A file's bytes.
    func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

    /// Names in a folder of the folder, sorted.
    func names(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path).sorted()
    }

    /// Whether a name is there.
    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
    }

    /// Works in a new folder with the small scenario in `city.yaml`, and removes it afterwards.
    static func inNewFolder<Result>(_ body: (Binary) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("selaras-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let binary = Binary(folder: folder)
        try binary.write(SmallCity.text, to: "city.yaml")
        return try body(binary)
    }
}

extension Process {
    /// The exit code, or 128 + the signal that ended it, as a shell says it.
    var code: Int32 { terminationReason == .exit ? terminationStatus : 128 + terminationStatus }
}
