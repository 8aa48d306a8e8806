import ArgumentParser
import Glibc
import Reporting

/// Files appear whole or not at all: written beside their place, then renamed.
enum OutputFile {
    /// Makes a folder and those around it, and makes sure that it can be written.
    ///
    /// - Throws: exit 73.
    static func createFolder(_ path: String) throws {
        var folder = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            folder += part + "/"
            if mkdir(folder, 0o777) != 0, errno != EEXIST, !isFolder(folder) {
                throw refused(path, errno)
            }
        }
        guard isFolder(path) else { throw refused(path, ENOTDIR) }
        try probe(path + "/probe")
    }

    /// Makes sure that a file can be created in its folder, and leaves nothing behind.
    ///
    /// - Throws: exit 73.
    static func probe(_ path: String) throws {
        guard isReplaceable(path) else { return }
        let temporary = temporaryName(path)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw refused(path, errno) }
        close(descriptor)
        unlink(temporary)
    }

    /// Writes a file whole; a device or pipe is written in place.
    ///
    /// - Throws: exit 73; then an earlier file of that name is as it was.
    static func write(_ text: String, to path: String) throws {
        guard isReplaceable(path) else { return try writeInPlace(text, to: path) }
        let temporary = temporaryName(path)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw refused(path, errno) }
        var failure = Console.write(text, to: descriptor)
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(temporary, path) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(temporary)
            throw refused(path, failure)
        }
    }

    /// Writes a workbook whole.
    ///
    /// - Throws: exit 73; then an earlier file of that name is as it was.
    static func write(_ workbook: Workbook, to path: String) throws {
        try replace(path) { temporary throws(Workbook.Failure) in try workbook.write(to: temporary) }
    }

    /// Has a file written beside its place, then puts it there.
    ///
    /// - Throws: exit 73 where that fails; then an earlier file of that name is as it was.
    static func replace<Failure: Error & CustomStringConvertible>(
        _ path: String, by write: (String) throws(Failure) -> Void
    ) throws {
        try probe(path)
        let temporary = temporaryName(path)
        do { try write(temporary) } catch {
            unlink(temporary)
            Console.remark("error: \(path) cannot be written: \(error)")
            throw ExitStatus.cannotCreate
        }
        guard rename(temporary, path) == 0 else {
            let failure = errno
            unlink(temporary)
            throw refused(path, failure)
        }
    }

    private static func writeInPlace(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw refused(path, errno) }
        defer { close(descriptor) }
        let failure = Console.write(text, to: descriptor)
        guard failure == 0 else { throw refused(path, failure) }
    }

    private static func refused(_ path: String, _ code: Int32) -> ExitCode {
        Console.remark("error: \(path) cannot be written: \(Console.reason(code))")
        return ExitStatus.cannotCreate
    }

    private static func temporaryName(_ path: String) -> String { "\(path).\(getpid()).part" }

    private static func isFolder(_ path: String) -> Bool {
        mode(of: path).map { $0 & S_IFMT == S_IFDIR } ?? false
    }

    /// Whether the path is free or a plain file, which a rename may replace.
    private static func isReplaceable(_ path: String) -> Bool {
        mode(of: path).map { $0 & S_IFMT == S_IFREG } ?? true
    }

    private static func mode(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode : nil
    }
}
