import Portfolio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why the bytes of a file could not be had.
enum FileFailure: Error {
    /// The operating system's error number.
    case system(Int32)
    /// The file is larger than ``FileBytes/limit``.
    case tooLarge

    /// There is no such file.
    static let missing = FileFailure.system(ENOENT)

    /// The failure in words.
    var reason: LocalizedText {
        switch self {
        case .tooLarge:
            LocalizedText("berkas lebih besar dari 16 MB", english: "the file is larger than 16 MB")
        case .system(ENOENT), .system(ENOTDIR):
            LocalizedText("berkas tidak ada", english: "there is no such file")
        case .system(EACCES), .system(EPERM):
            LocalizedText("berkas tidak boleh dibaca", english: "permission to read it is denied")
        case .system(EISDIR):
            LocalizedText("ini folder, bukan berkas", english: "it is a directory, not a file")
        case .system(let number):
            LocalizedText(
                "berkas tidak dapat dibaca (\(number))", english: "it cannot be read (error \(number))")
        }
    }
}

/// Reads whole files of bounded size.
enum FileBytes {
    /// Largest accepted file: 16 MB.
    static let limit = 16 << 20

    /// The bytes of a file.
    static func read(_ path: String) throws(FileFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = readChunk(descriptor, into: &chunk)
            if count < 0 { throw .system(errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            if bytes.count > limit { throw .tooLarge }
        }
    }

    /// One read, taken up again when a signal interrupts it.
    private static func readChunk(_ descriptor: Int32, into chunk: inout [UInt8]) -> Int {
        while true {
            let count = chunk.withUnsafeMutableBytes { Int(systemRead(descriptor, $0.baseAddress, $0.count)) }
            if count >= 0 || errno != EINTR { return count }
        }
    }
}

private func systemRead(_ descriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, base, count)
}

/// The path without symbolic links, or nil where there is no such file.
func physicalPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}
