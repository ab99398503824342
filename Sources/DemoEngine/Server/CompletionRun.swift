import Hummingbird
import Logging

/// One accepted request on its way: waits for its turn, speaks, and writes.
struct CompletionRun: Sendable {
    let job: CompletionJob
    let response: CompletionResponse
    let ticket: Admission.Ticket
    let speaker: Speaker
    let metrics: EngineMetrics
    let rate: Double
    let logger: Logger

    /// Writes the body, all but its end; a task that is cancelled stops at once.
    func write(to writer: inout any ResponseBodyWriter) async throws {
        let start = ContinuousClock.now
        defer { ticket.leave() }
        do {
            try await ticket.turn()
            metrics.began(promptTokens: job.promptTokens)
            let generation = Generation(
                tokens: try await speaker.tokens(of: job.utterance), done: job.done,
                limit: job.limit, stops: job.stops)
            let pacer = Pacer(rate: rate)
            var sent = 0
            while sent < generation.ids.count {
                let due = try await pacer.due(after: sent, of: generation.ids.count)
                if response.request.wantsStream {
                    let events = (sent..<due).map { response.event(generation, $0) }.joined()
                    try await writer.write(ByteBuffer(string: events))
                }
                if sent == 0 { metrics.firstToken(after: start.duration(to: .now)) }
                metrics.sent(due - sent)
                sent = due
            }
            // The work is done: what is written from here on must not keep others waiting.
            ticket.leave()
            metrics.ended(generation.finish.reason, after: start.duration(to: .now))
            try await writer.write(ByteBuffer(string: ending(generation)))
            logger.debug("spoken", metadata: ["id": "\(response.id)", "tokens": "\(sent)"])
        } catch {
            metrics.ended("abort", after: start.duration(to: .now))
            logger.debug("the client has left", metadata: ["id": "\(response.id)"])
            throw error
        }
    }

    private func ending(_ generation: Generation) -> String {
        guard response.request.wantsStream else { return response.whole(generation) }
        let usage =
            response.request.stream_options?.include_usage == true
            ? response.usageEvent(completed: generation.ids.count) : ""
        return usage + CompletionResponse.done
    }
}
