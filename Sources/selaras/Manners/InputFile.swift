import ArgumentParser
import Glibc

/// Reads the files that are named on the command line.
enum InputFile {
    /// The bytes of a file.
    ///
    /// - Throws: exit 66 where it cannot be read.
    static func read(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw unreadable(path, errno)
            }
        }
    }

    /// The bytes of a file that need not be there.
    static func ifThere(_ path: String) -> [UInt8]? {
        access(path, R_OK) == 0 ? try? read(path) : nil
    }

    /// What makes a file the same under another name: its device and number, or its name where there
    /// is none.
    static func identity(_ path: String) -> String {
        var status = stat()
        return stat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : path
    }

    private static func unreadable(_ path: String, _ code: Int32) -> ExitCode {
        Console.remark("error: \(path) cannot be read: \(Console.reason(code))")
        return ExitStatus.unreadable
    }
}
