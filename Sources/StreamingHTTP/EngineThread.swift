import CCurl
import Glibc

/// A detached thread: libcurl's calls block, and Swift's own threads must not.
final class EngineThread {
    private let run: @Sendable () -> Void

    private init(_ run: @escaping @Sendable () -> Void) { self.run = run }

    static func start(_ run: @escaping @Sendable () -> Void) {
        let context = Unmanaged.passRetained(EngineThread(run)).toOpaque()
        var thread = pthread_t()
        let result = pthread_create(&thread, nil, threadMain, context)
        precondition(result == 0, "no thread for HTTP: \(String(cString: strerror(result)))")
        pthread_detach(thread)
    }

    fileprivate func main() { run() }
}

private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    ccurl_name_thread("lyre-http")
    Unmanaged<EngineThread>.fromOpaque(context).takeRetainedValue().main()
    return nil
}
