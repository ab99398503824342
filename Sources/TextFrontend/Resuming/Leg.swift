import LyreRPC

/// A part of a Speak call that another service does: whose servers have failed so far, and what
/// that cost.
struct Leg {
    enum Name: String, CaseIterable { case decode, tokens }

    /// How a call at one server ended.
    enum Outcome: Sendable {
        case complete
        /// - Parameters:
        ///   - at: Nil where the call could not be opened.
        ///   - after: Time in which the server had hung.
        case failed(RPCError, at: Endpoint?, after: Duration = .zero)
    }

    private let name: Name
    private let context: SpeakContext
    private let channel: Channel
    private var moves: Moves
    private var brokeOff: ContinuousClock.Instant?

    init(_ name: Name, of channel: Channel, _ context: SpeakContext) {
        self.name = name
        self.context = context
        self.channel = channel
        moves = Moves(service: channel.service)
    }

    var stalls: Int { moves.stalls }

    var options: CallOptions {
        CallOptions(
            timeout: context.call.remaining, traceparent: context.call.traceparent,
            avoiding: moves.avoided)
    }

    /// Something new has come.
    mutating func progress() {
        moves.progress()
        guard let start = brokeOff else { return }
        context.metrics.resumed(name, after: .now - start)
        brokeOff = nil
    }

    /// Returns when another server may be called.
    /// - Parameters:
    ///   - lost: Time in which the server had hung.
    ///   - hasBegun: Something has come that would be lost.
    /// - Throws: The failure, where that would not help.
    mutating func failed(
        _ error: RPCError, at endpoint: Endpoint?, after lost: Duration, hasBegun: Bool
    ) async throws {
        try Task.checkCancellation()
        let pause = try moves.failed(error, at: endpoint, hasBegun: hasBegun) { [channel] in
            channel.hasEndpoint(beside: $0)
        }
        // The channel knows of what statuses tell; of these nobody has told it.
        if let endpoint, error.code == .dataLoss || error == .hung {
            channel.reportFailure(of: endpoint, error)
        }
        guard channel.takeRetry() else { throw error }
        if hasBegun || !error.status.neverStarted {
            context.metrics.resumes(name)
            context.timeline.resumes(name)
            brokeOff = brokeOff ?? .now - lost
        }
        if pause > .zero { try await context.clock.sleep(for: pause) }
    }
}
