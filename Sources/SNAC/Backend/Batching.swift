/// How a backend likes its work.
public struct Batching: Hashable, Sendable {
    /// The most streams, and the most latent steps of all of them, in a batch.
    public let streams: Int
    public let latentSteps: Int
    /// Whether all engines work on one device: two small batches are then no faster than a large
    /// one, and what a step costs is its time and not a processor's.
    public let sharesDevice: Bool

    public init(streams: Int, latentSteps: Int, sharesDevice: Bool) {
        self.streams = streams
        self.latentSteps = latentSteps
        self.sharesDevice = sharesDevice
    }
}
