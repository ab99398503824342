import Orpheus

/// A model on a completions server, as a configuration names it: what can be asked to speak.
public struct Engine: Hashable, Sendable {
    public let endpoint: CompletionsEndpoint
    /// The languages of the voices that the model has; nil for whatever is asked.
    public let languages: Set<Voice.Language>?
    /// The most streams that are sent there at once.
    public let streams: Int
    /// Whether the server queues by priority (`--scheduling-policy priority`), and is told ours.
    public let takesPriority: Bool

    /// What `--max-num-seqs` of a GPU with room for a 3B model holds easily.
    public static let defaultStreams = 64

    public init(
        endpoint: CompletionsEndpoint, languages: Set<Voice.Language>? = nil,
        streams: Int = Engine.defaultStreams, takesPriority: Bool = false
    ) {
        self.endpoint = endpoint
        self.languages = languages
        self.streams = max(1, streams)
        self.takesPriority = takesPriority
    }

    func speaks(_ language: Voice.Language) -> Bool { languages?.contains(language) ?? true }
}
