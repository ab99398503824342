import StreamingHTTP

extension ServerSentEvents {
    /// The events that further bytes complete.
    mutating func push(_ bytes: [UInt8]) throws(ServerSentEventTooLarge) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        try push(bytes) { events.append($0) }
        return events
    }
}
