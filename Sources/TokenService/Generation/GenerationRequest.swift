import Orpheus

/// What is to be spoken, and how.
public struct GenerationRequest: Hashable, Sendable {
    /// With the frames spoken so far, when a stream is resumed.
    public var prompt: Prompt
    /// Codes after those frames that make no whole frame yet; fewer than seven.
    public var pending: [UInt16]
    /// True when the first four of ``pending`` were handed out already; what comes begins with the
    /// fifth code of that frame.
    public var isFirstHalfOut: Bool
    /// Hand out the first frames in halves, see ``CodeStream/halvedFrames``.
    public var inHalves: Bool
    public var sampling: Sampling
    /// Its low 63 bits count.
    public var seed: UInt64
    /// The most tokens to generate now, the end of speech included.
    public var tokenLimit: Int
    /// Sent as `X-Request-Id`, to find the request in the server's log.
    public var requestID: String?
    /// Ask the server's slot constraint to act; only where one was found.
    public var constrainsSlots: Bool
    /// For a server that queues by priority: higher ones first. Nil sends none.
    public var priority: Int32?

    public init(
        prompt: Prompt, pending: [UInt16] = [], isFirstHalfOut: Bool = false,
        inHalves: Bool = false, sampling: Sampling = Sampling(), seed: UInt64, tokenLimit: Int,
        requestID: String? = nil, constrainsSlots: Bool = false, priority: Int32? = nil
    ) {
        precondition(pending.count < Slot.count, "pending codes are fewer than a frame")
        precondition(!isFirstHalfOut || pending.count >= Slot.firstHalf, "the half is not known")
        self.prompt = prompt
        self.pending = pending
        self.isFirstHalfOut = isFirstHalfOut
        self.inHalves = inHalves
        self.sampling = sampling
        self.seed = seed
        self.tokenLimit = tokenLimit
        self.requestID = requestID
        self.constrainsSlots = constrainsSlots
        self.priority = priority
    }

    /// The prompt as text, the pending codes included.
    var serializedPrompt: String {
        pending.enumerated().reduce(into: prompt.serialized) { text, code in
            let id = Slot.tokenID(slot: code.offset, code: code.element)
            text += "<custom_token_\(id - TokenID.firstCustom)>"
        }
    }

    /// True when the prompt holds speech already, so that an end at once is no fault.
    var isResumed: Bool { !prompt.spoken.isEmpty || !pending.isEmpty }

    /// What no server can be asked for, as a sentence, or nil.
    var fault: String? {
        let numbers = [
            ("temperature", sampling.temperature), ("top_p", sampling.topP),
            ("repetition_penalty", sampling.repetitionPenalty),
        ]
        if let (name, value) = numbers.first(where: { !$0.1.isFinite }) {
            return "\(name) is \(value), which is no finite number"
        }
        return tokenLimit > 0 ? nil : "the token limit is \(tokenLimit), but has to be at least 1"
    }
}
