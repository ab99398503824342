extension Prompt {
    /// Reads a serialized prompt back: what a stand-in for the model sees of a request.
    ///
    /// Audio codes after the header must be whole frames or the beginning of one; the beginning is
    /// returned beside the prompt.
    /// - Throws: ``PromptError/malformed(_:)``, or the errors of ``init(voice:text:spoken:)``.
    public static func parse(
        _ serialized: String
    ) throws(PromptError) -> (prompt: Prompt, pending: [UInt16]) {
        let head = custom(TokenID.startOfHuman) + "<|begin_of_text|>"
        let turn = "<|eot_id|>"
        let tail = [TokenID.endOfHuman, TokenID.startOfAI, TokenID.startOfSpeech].map(custom)
            .joined()
        guard serialized.hasPrefix(head) else { throw .malformed("it does not begin with \(head)") }
        guard let turnAt = serialized.firstRange(of: turn) else { throw .malformed("\(turn) is missing") }
        let line = serialized[..<turnAt.lowerBound].dropFirst(head.count)
        let rest = serialized[turnAt.upperBound...]
        guard rest.hasPrefix(tail) else { throw .malformed("\(tail) is missing after \(turn)") }
        guard let colon = line.firstRange(of: ": ") else { throw .malformed("no 'voice: ' before the text") }
        let voice: Voice
        do { voice = try Voice(named: String(line[..<colon.lowerBound])) } catch {
            throw .malformed(error.description)
        }

        var tokens = TokenTextParser()
        var assembler = FrameAssembler()
        var frames: [Frame] = []
        var pending: [UInt16] = []
        for id in tokens.push(rest.dropFirst(tail.count)) {
            switch assembler.push(id) {
            case .frame(let frame):
                frames.append(frame)
                pending = []
            case .partial: pending.append(Slot.decode(id)!.code)
            case .stray, .endOfSpeech: throw .malformed("token \(id) is no code of the slot due")
            }
        }
        guard tokens.isAtBoundary, assembler.dropped == 0 else {
            throw .malformed("what follows the header are no audio codes")
        }
        return (try Prompt(voice: voice, text: String(line[colon.upperBound...]), spoken: frames), pending)
    }
}
