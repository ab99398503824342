import Foundation

/// The figures of one run.
package struct TokensReport: Codable, Sendable {
    package let streams: Int
    package let seconds: Double
    /// Tokens a second of each stream.
    package let rate: Double
    /// One token each.
    package let events: Int
    package let failedStreams: Int
    /// Why the first of them failed.
    package let failure: String?
    /// Of the token service in all, user and system.
    package let cpuMicrosecondsPerEvent: Double?
    /// From the write of a frame's last event to the frame at the caller.
    package let eventToFrameMillisecondsP50: Double?
    package let eventToFrameMillisecondsP99: Double?
    package let eventToFrameMillisecondsMax: Double?
    package let kilobytesPerStream: Double?
    /// Processor seconds of this process, replay and callers, in a second of the run.
    package let clientCpuShare: Double

    /// What a run took.
    package struct Cost: Sendable {
        /// Processor seconds of the token service; nil where they are not known.
        package let service: Double?
        package let client: Double
        package let wall: Double
        /// Bytes by which the service's memory grew at most; nil where they are not known.
        package let memory: Int?

        package init(service: Double?, client: Double, wall: Double, memory: Int?) {
            self.service = service
            self.client = client
            self.wall = wall
            self.memory = memory
        }
    }

    package init(rate: Double, tokens: Int, traces: [TokenTrace], cost: Cost) {
        let failures = traces.compactMap(\.failure)
        let delays = Percentiles(traces.flatMap(\.delays))
        streams = traces.count
        seconds = Self.rounded(Double(tokens) / rate)
        self.rate = rate
        events = tokens * traces.count
        failedStreams = failures.count
        failure = failures.first
        let count = Double(max(events, 1))
        cpuMicrosecondsPerEvent = cost.service.map { Self.rounded($0 * 1e6 / count) }
        eventToFrameMillisecondsP50 = delays(0.5).map { Self.rounded($0 * 1000) }
        eventToFrameMillisecondsP99 = delays(0.99).map { Self.rounded($0 * 1000) }
        eventToFrameMillisecondsMax = delays.greatest.map { Self.rounded($0 * 1000) }
        kilobytesPerStream = cost.memory.map {
            Self.rounded(Double($0) / 1000 / Double(max(traces.count, 1)))
        }
        clientCpuShare = Self.rounded(cost.client / cost.wall)
    }

    package var json: String {
        get throws {
            return try ReportJSON.text(self)
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
