import ArgumentParser
import Glibc

/// Reads files.
enum InputFile {
    /// Why a file cannot be read, as the system says it.
    struct Refusal: Error {
        let code: Int32
        /// Whether there is no such file.
        var isAbsent: Bool { code == ENOENT || code == ENOTDIR }
    }

    /// The bytes of a file that is named on the command line.
    ///
    /// - Throws: exit 66 where it cannot be read.
    static func read(_ path: String) throws -> [UInt8] {
        do { return try bytes(path) } catch {
            Console.remark("error: \(path) cannot be read: \(Console.reason(error.code))")
            throw ExitStatus.unreadable
        }
    }

    /// The bytes of a file.
    ///
    /// - Throws: ``Refusal``; nothing is printed.
    static func bytes(_ path: String) throws(Refusal) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Refusal(code: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw Refusal(code: errno)
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
}
