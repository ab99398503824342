import Foundation
import StreamingHTTP
import Synchronization

/// Sends spans to a collector by OTLP over HTTP, some seconds' at a time.
///
/// It is never in the way: nobody waits for it, what a collector does not take is dropped and
/// counted, and one that cannot be reached is told of once.
public final class OTLPExporter: Sendable {
    private static let look = Duration.seconds(1)
    /// Looks from one request to the next; OpenTelemetry's own exporters wait five seconds too.
    private static let looks = 5
    /// Spans of a request; as many do not wait for their time.
    private static let batch = 512

    public let buffer: SpanBuffer
    private let url: String
    private let instance: String
    private let http: HTTPEngine
    private let trouble: @Sendable (String) -> Void
    private let state = Mutex((exported: 0, lastTrouble: ""))

    /// - Parameters:
    ///   - endpoint: `http://collector:4318`; the path `/v1/traces` is added where it has none.
    ///   - instance: Tells this process from others of its kind.
    ///   - trouble: Told when spans are not taken, once for each reason in a row.
    /// - Throws: ``TracingError`` where the endpoint is no URL.
    public init(
        endpoint: String, instance: String, buffer: SpanBuffer, http: HTTPEngine = HTTPEngine(),
        trouble: @escaping @Sendable (String) -> Void
    ) throws(TracingError) {
        guard let parts = URLComponents(string: endpoint), let scheme = parts.scheme,
            ["http", "https"].contains(scheme), parts.host?.isEmpty == false
        else { throw TracingError("'\(endpoint)' is no collector such as http://127.0.0.1:4318") }
        let hasPath = !["", "/"].contains(parts.path)
        url = hasPath ? endpoint : endpoint.trimmingSuffix("/") + OTLP.path
        self.instance = instance
        self.buffer = buffer
        self.http = http
        self.trouble = trouble
    }

    /// Spans that a collector took.
    public var exported: Int { state.withLock { $0.exported } }

    /// Exports until the task is cancelled, and then what is left.
    public func run() async {
        repeat {
            for _ in 0..<Self.looks where buffer.count < Self.batch {
                try? await Task.sleep(for: Self.look)
            }
            // What is on its way arrives, though this task may be cancelled.
            await Task { await flush() }.value
        } while !Task.isCancelled
        await Task { await flush() }.value
    }

    /// Sends what waits.
    func flush() async {
        let spans = buffer.take()
        var start = 0
        while start < spans.count {
            let batch = Array(spans[start..<min(start + Self.batch, spans.count)])
            start += batch.count
            if let reason = await send(batch) {
                // The next ones would fare alike.
                buffer.drop(batch.count + spans.count - start)
                return tell(reason)
            }
            state.withLock {
                $0.exported += batch.count
                $0.lastTrouble = ""
            }
        }
    }

    /// Why spans were not taken; nil where they were.
    private func send(_ spans: [Span]) async -> String? {
        let request = HTTPRequest(
            method: "POST", url: url, headers: ["Content-Type": "application/json"],
            body: OTLP.request(spans, instance: instance),
            timeouts: HTTPTimeouts(connect: .seconds(2), head: .seconds(5), idle: .seconds(5)),
            proxy: .environment)
        do {
            let response = try await http.send(request)
            response.body.drain()
            return (200..<300).contains(response.status)
                ? nil : "the collector answered with status \(response.status)"
        } catch {
            return "\(error)"
        }
    }

    private func tell(_ reason: String) {
        let isNew = state.withLock { state in
            defer { state.lastTrouble = reason }
            return state.lastTrouble != reason
        }
        if isNew { trouble(reason) }
    }
}

/// Why there can be no tracing, in one sentence.
public struct TracingError: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
