import Foundation

/// What can be set of the demo engine; the names of vLLM's flags where it has one.
public struct DemoEngineConfiguration: Sendable {
    public var host = "127.0.0.1"
    /// 0 takes any that is free.
    public var port = 0
    /// The name that requests have to give as `model`.
    public var servedModelName = "orpheus"
    /// The folder of the codec's weights; nil for the demo voice that comes along.
    public var modelFolder: URL?
    /// Tokens a second for each stream, 0 for as fast as possible. Real time needs 82.
    public var rate = 400.0
    /// Requests that run at once (`--max-num-seqs`).
    public var maxSequences = 64
    /// Requests that may wait (`--max-num-queued-reqs`); nil for any number.
    public var maxQueued: Int?
    /// Tokens of prompt and completion together (`--max-model-len`).
    public var maxModelLength = 8192
    /// What clients have to send as bearer token (`--api-key`); nil for nothing.
    public var apiKey: String?

    public init() {}
}
