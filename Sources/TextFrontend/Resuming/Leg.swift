import LyreRPC

/// A part of a Speak call that another service does: whose servers have failed so far, and what
/// that cost.
struct Leg {
    enum Name: String, CaseIterable { case decode, tokens }

    /// How a call at one server ended.
    enum Outcome: Sendable {
        case complete
        /// - Parameter at: Nil where the call could not be opened.
        case failed(RPCError, at: Endpoint?)
    }

    private let name: Name
    private let farm: Farm
    private let channel: Channel
    private var moves: Moves
    private var brokeOff: ContinuousClock.Instant?

    init(_ name: Name, of channel: Channel, _ farm: Farm) {
        self.name = name
        self.farm = farm
        self.channel = channel
        moves = Moves(service: channel.service)
    }

    var stalls: Int { moves.stalls }

    var options: CallOptions {
        CallOptions(
            timeout: farm.context.remaining, traceparent: farm.context.traceparent,
            avoiding: moves.avoided)
    }

    /// Something new has come.
    mutating func progress() {
        moves.progress()
        guard let start = brokeOff else { return }
        farm.metrics.resumed(name, after: .now - start)
        brokeOff = nil
    }

    /// Returns when another server may be called.
    /// - Parameter hasBegun: Something has come that would be lost.
    /// - Throws: The failure, where that would not help.
    mutating func failed(
        _ error: RPCError, at endpoint: Endpoint?, hasBegun: Bool
    ) async throws {
        try Task.checkCancellation()
        let pause = try moves.failed(error, at: endpoint, hasBegun: hasBegun) { [channel] in
            channel.hasEndpoint(beside: $0)
        }
        if hasBegun || !error.status.neverStarted {
            farm.metrics.resumes(name)
            farm.timeline.resumes(name)
            brokeOff = brokeOff ?? .now
        }
        if pause > .zero { try await farm.clock.sleep(for: pause) }
    }
}

/// What both legs of a call share.
struct Farm: Sendable {
    let context: CallContext
    let clock: any Clock<Duration>
    let metrics: FrontendMetrics
    let timeline: SpeakTimeline
}
