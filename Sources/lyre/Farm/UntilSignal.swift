import Dispatch
import Foundation

/// Waits for Control-C or SIGTERM, which no longer end the program by themselves.
enum UntilSignal {
    /// True when one came, false when the task was cancelled.
    static func wait() async -> Bool {
        let (signals, inlet) = AsyncStream<Void>.makeStream()
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { inlet.yield() }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        for await _ in signals { return true }
        return false
    }
}
