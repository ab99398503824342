/// What happened to one stream of tokens.
package struct TokenTrace: Sendable {
    package var frames = 0
    /// For each reply the seconds from the write of its last event until it was here.
    package var delays: [Double] = []
    /// As the service counted them at the end.
    package var tokens = 0
    /// Why it came to nothing, or was not what the replay had sent.
    package var failure: String?

    package init(frames: Int) { delays.reserveCapacity(frames) }
}
