/// What is asked of the logits processor of `deploy/vllm`, by `vllm_xargs`.
enum SlotConstraint {
    /// Only ids of the slot that is due, and the end of speech between frames.
    case on
    /// The end of speech at once: the answer of a server that has the processor.
    case probe

    var json: String { "{\"lyre_slots\":\"\(self)\"}" }
}
