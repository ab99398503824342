/// What a stream costs the services of a farm, as it was measured.
package struct FarmCosts: Codable, Sendable {
    package struct Service: Codable, Sendable {
        /// `text`, `tokens` or `decoder`.
        package var name: String
        /// Processors that a stream keeps busy while it is spoken in real time.
        package var coresPerStream: Double
        /// Processors that an instance can use: the RPC of a service is one thread, a decoder has
        /// an engine a core.
        package var coresPerInstance: Double
        /// Streams that an instance takes at once, by its `--capacity`.
        package var capacity: Int

        package init(
            name: String, coresPerStream: Double, coresPerInstance: Double, capacity: Int
        ) {
            self.name = name
            self.coresPerStream = coresPerStream
            self.coresPerInstance = coresPerInstance
            self.capacity = capacity
        }
    }

    /// Streams at once while it was measured, and seconds of speech in all.
    package var streams: Int
    package var speechSeconds: Double
    package var services: [Service]

    package init(streams: Int, speechSeconds: Double, services: [Service]) {
        self.streams = streams
        self.speechSeconds = speechSeconds
        self.services = services
    }

    /// Processors that so many streams keep busy, at all services together.
    package func cores(streams: Int) -> Double {
        services.reduce(0) { $0 + $1.coresPerStream } * Double(streams)
    }
}
