import Orpheus

/// What a ``Canary`` found out about an engine.
package struct CanaryFindings: Equatable, Sendable, CustomStringConvertible {
    package enum Proof: String, Sendable {
        case holds, fails
        case unknown = "could not be examined"
    }

    /// The prompt became the ids that the model was trained with.
    package private(set) var prompt = Proof.unknown
    /// The end of speech ends a generation.
    package private(set) var stop = Proof.unknown
    /// The repetition penalty acts; without it the model loops.
    package private(set) var penalty = Proof.unknown
    /// The slot constraint of `deploy/vllm` is there.
    package var hasSlotConstraint = false
    private var promptIDs: [Int] = []

    package init() {}

    package mutating func judge(prompt ids: [Int]?) {
        guard let ids else { return }
        promptIDs = ids
        let head = [TokenID.startOfHuman, TokenID.beginOfText]
        let tail = [
            TokenID.endOfTurn, TokenID.endOfHuman, TokenID.startOfAI, TokenID.startOfSpeech,
        ]
        // Between them is text, which the model's own tokenizer cuts.
        let text = ids.dropFirst(head.count).dropLast(tail.count)
        let isRight = ids.starts(with: head) && ids.suffix(tail.count).elementsEqual(tail)
            && !text.isEmpty && text.allSatisfy { $0 < TokenID.beginOfText }
        prompt = isRight ? .holds : .fails
    }

    package mutating func judgeStop(_ answer: CanaryAnswer) {
        guard answer.ids.first == TokenID.endOfSpeech else { return }
        stop = answer.ids.count == 1 && answer.finishReason == "stop" ? .holds : .fails
    }

    package mutating func judgePenalty(_ ids: [Int], favoured: Int) {
        guard ids.count == 2, ids[0] == favoured else { return }
        penalty = ids[1] == favoured ? .fails : .holds
    }

    /// Why the engine must not be used; nil where nothing speaks against it.
    package var defect: String? {
        guard prompt == .fails else { return nil }
        return "it makes the ids \(promptIDs.prefix(4))...\(promptIDs.suffix(5)) of a prompt, which"
            + " are not Orpheus': is this its tokenizer?"
    }

    package var warnings: [String] {
        var warnings: [String] = []
        if stop == .fails {
            warnings.append("the engine does not stop at the end of speech, token 128258")
        }
        if penalty == .fails {
            warnings.append(
                "the engine's repetition penalty has no effect: speech will loop (see vLLM #27878)")
        }
        return warnings
    }

    package var description: String {
        "prompt ids \(prompt.rawValue), stop id \(stop.rawValue), repetition penalty "
            + "\(penalty.rawValue), slot constraint \(hasSlotConstraint ? "found" : "not there")"
    }
}
