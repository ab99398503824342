import Logging
import Synchronization

/// What the program writes: to the log line by line, and the reason of its end kept.
final class EngineOutput: Sendable {
    private struct State {
        var splitter = LineSplitter()
        var words = FailureWords()
        var last: String?
    }

    private let logger: Logger
    private let state = Mutex(State())

    init(logger: Logger) { self.logger = logger }

    /// The last thing that was said.
    var lastLine: String? { state.withLock { $0.last } }

    /// A new run begins.
    func begin() { state.withLock { $0 = State() } }

    /// Bytes as they come; none at their end.
    func take(_ bytes: ArraySlice<UInt8>) {
        state.withLock { state in
            let lines = bytes.isEmpty ? state.splitter.finish() : state.splitter.push(bytes)
            for line in lines { add(EngineLine(line), to: &state) }
        }
    }

    /// Something that is said for the program.
    func say(_ text: String) {
        state.withLock { add(EngineLine(text), to: &$0) }
    }

    /// The run is over: why, in the program's words.
    func finish() -> String? { state.withLock { $0.words.text } }

    private func add(_ line: EngineLine, to state: inout State) {
        guard !line.isBlank else { return }
        state.words.push(line)
        if line.logLevel > .trace { state.last = line.message }
        var metadata: Logger.Metadata = [:]
        if let process = line.process { metadata["process"] = "\(process)" }
        if let source = line.source { metadata["source"] = "\(source)" }
        logger.log(level: line.logLevel, "\(line.message)", metadata: metadata)
    }
}
