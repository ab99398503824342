#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A detached thread: libcurl's calls block, and Swift's own threads must not.
final class EngineThread {
    private let run: @Sendable () -> Void

    private init(_ run: @escaping @Sendable () -> Void) { self.run = run }

    static func start(_ run: @escaping @Sendable () -> Void) {
        let context = Unmanaged.passRetained(EngineThread(run)).toOpaque()
        let result = create(context)
        precondition(result == 0, "no thread for HTTP: \(String(cString: strerror(result)))")
    }

    #if canImport(Glibc)
        private static func create(_ context: UnsafeMutableRawPointer) -> Int32 {
            var thread = pthread_t()
            let result = pthread_create(&thread, nil, threadMain, context)
            if result == 0 { pthread_detach(thread) }
            return result
        }
    #else
        private static func create(_ context: UnsafeMutableRawPointer) -> Int32 {
            var thread: pthread_t?
            let result = pthread_create(&thread, nil, { threadMain($0) }, context)
            if let thread { pthread_detach(thread) }
            return result
        }
    #endif

    fileprivate func main() { run() }
}

private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<EngineThread>.fromOpaque(context).takeRetainedValue().main()
    return nil
}
