/// Which endpoints are left alone for a while, because calls keep failing there. No clock, no I/O.
///
/// An endpoint is ejected when several calls fail in a row, or a large share of many. Each ejection
/// after another lasts twice as long. At most half of the endpoints are ejected at once: where more
/// fail, the fault is likely to be ours, or the load's.
package struct OutlierDetector: Sendable {
    /// How a call ended, as far as it tells of the endpoint.
    package enum Outcome: Sendable {
        case good
        /// Nothing about the endpoint: it refused, or the caller erred or left.
        case neutral
        case failed(RPCError)
    }

    package static let firstEjection: Duration = .seconds(1)
    package static let longestEjection: Duration = .seconds(30)
    /// Failures in a row that eject, where one alone proves nothing.
    package static let patience = 3
    /// The share of failed calls that ejects, though some in between end well.
    package static let failedShare = 0.5
    /// Calls that a share needs to mean something.
    package static let fewestCalls = 20
    /// The time in which they are counted.
    package static let window: Duration = .seconds(10)

    private struct Record {
        var failuresInRow = 0
        var ejections = 0
        var ejectedUntil: Instant?
        var lastFailure: RPCError?
        var windowStart: Instant
        var calls = 0
        var failures = 0
    }

    private var records: [Endpoint: Record] = [:]

    package init() {}

    package mutating func add(_ endpoint: Endpoint, at now: Instant) {
        if records[endpoint] == nil { records[endpoint] = Record(windowStart: now) }
    }

    package mutating func remove(_ endpoint: Endpoint) { records[endpoint] = nil }

    /// Another server has come in an endpoint's place: it has not failed yet.
    package mutating func forgive(_ endpoint: Endpoint, at now: Instant) {
        guard let until = records[endpoint]?.ejectedUntil else { return }
        records[endpoint]?.ejectedUntil = min(until, now)
    }

    /// Takes note of how a call ended.
    /// - Returns: For how long its endpoint is ejected, where that has just been decided.
    package mutating func record(
        _ outcome: Outcome, of endpoint: Endpoint, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) -> Duration? {
        guard var record = records[endpoint] else { return nil }
        defer { records[endpoint] = record }
        // Its calls are failing one after another: that is one ejection, not many.
        if let until = record.ejectedUntil, now < until { return nil }
        if now - record.windowStart >= Self.window {
            (record.windowStart, record.calls, record.failures) = (now, 0, 0)
        }
        // Who has just been back may fail again, which one call is enough to tell.
        let isReturning = record.ejectedUntil.map { now - $0 < SlowStart.returning } ?? false
        switch outcome {
        case .neutral: return nil
        case .good:
            record.calls += 1
            record.failuresInRow = 0
            if !isReturning { (record.ejections, record.ejectedUntil) = (0, nil) }
            return nil
        case .failed(let error):
            record.calls += 1
            record.failures += 1
            record.failuresInRow += 1
            record.lastFailure = error
        }
        let isOften =
            record.calls >= Self.fewestCalls
            && Double(record.failures) >= Double(record.calls) * Self.failedShare
        guard isReturning || record.failuresInRow >= Self.patience || isOften,
            mayEjectAnother(at: now)
        else { return nil }
        // Clients that saw one fault are not to return in step.
        let full = Self.firstEjection * (1 << min(record.ejections, 10))
        let time = min(full, Self.longestEjection) * Double.random(in: 0.8...1.2, using: &random)
        record.ejections += 1
        record.ejectedUntil = now + time
        (record.failuresInRow, record.calls, record.failures) = (0, 0, 0)
        return time
    }

    /// Until when an endpoint is ejected, and its last failure; nil where it is not.
    package func ejection(of endpoint: Endpoint, at now: Instant) -> (
        until: Instant, why: RPCError
    )? {
        guard let record = records[endpoint], let until = record.ejectedUntil, now < until,
            let why = record.lastFailure
        else { return nil }
        return (until, why)
    }

    package func isEjected(_ endpoint: Endpoint, at now: Instant) -> Bool {
        ejection(of: endpoint, at: now) != nil
    }

    private func mayEjectAnother(at now: Instant) -> Bool {
        let ejected = records.keys.count { isEjected($0, at: now) }
        return (ejected + 1) * 2 <= records.count
    }
}

extension OutlierDetector.Outcome {
    package init(_ status: Status) {
        self =
            switch status.code {
            case .ok: .good
            // It says itself that it goes, and takes no further calls.
            case .unavailable where status.reason == RPCError.draining.status.reason: .neutral
            case .unavailable, .internal, .unknown, .dataLoss: .failed(RPCError(status))
            default: .neutral
            }
    }
}
