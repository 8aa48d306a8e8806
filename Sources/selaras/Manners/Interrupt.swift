import Glibc
import Synchronization

private let interruption = Atomic<Bool>(false)

/// Ctrl-C as a wish to stop: the first is heard by the search, a second ends the program at once.
enum Interrupt {
    /// Starts to listen, also where the caller had Ctrl-C blocked.
    static func listen() {
        interruption.store(false, ordering: .relaxed)
        _ = signal(SIGINT) { _ in
            interruption.store(true, ordering: .relaxed)
            _ = signal(SIGINT, SIG_DFL)
        }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Whether Ctrl-C was pressed.
    static var isRequested: Bool { interruption.load(ordering: .relaxed) }
}
