import ArgumentParser
import Glibc

/// The only place that prints: results on stdout, remarks on stderr.
enum Console {
    /// Turns a closed pipe from a signal into an error of `write`.
    static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

    /// Prints a result.
    ///
    /// - Throws: exit 0 where the reader has gone, 73 where stdout cannot be written.
    static func print(_ text: String) throws {
        let failure = write(text, to: STDOUT_FILENO)
        if failure == EPIPE { throw ExitCode.success }
        guard failure == 0 else {
            remark("error: standard output cannot be written: \(reason(failure))")
            throw ExitStatus.cannotCreate
        }
    }

    /// Prints a remark on a line of its own.
    static func remark(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

    /// Rewrites the last line of the terminal; nothing where stderr is none.
    static func rewriteLine(_ text: String) {
        if isTerminal { _ = write("\r\u{1B}[2K" + text, to: STDERR_FILENO) }
    }

    /// Whether remarks go to a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// The system's words for an error number.
    static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    /// Writes all bytes; the system's error number, 0 on success.
    static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return errno }
            bytes = bytes.dropFirst(max(0, count))
        }
        return 0
    }
}
