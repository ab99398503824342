import Orpheus

/// What the replay of an engine sends: for each stream its own codes, one token an event, in the
/// shape that vLLM 0.32 gives to `return_token_ids` and `include_usage`.
///
/// All events are made beforehand, each as a chunk of HTTP/1.1, so that to send one costs the replay
/// hardly more than the system's call.
package struct ReplayScript: Sendable {
    /// Different codes that a slot has; they return in another order in every stream.
    private static let variants = 512
    private static let prefix =
        #"data: {"id":"cmpl-92f377cce8da4a7b","object":"text_completion","created":1795418644,"#
        + #""model":"orpheus","choices":["#
    private static let prompt =
        "[128259,128000,291,374,25,1421,632,325,128009,128260,128261,128257]"

    package static let head = Array(
        """
        HTTP/1.1 200 OK\r
        date: Mon, 23 Nov 2026 07:24:04 GMT\r
        server: uvicorn\r
        content-type: text/event-stream; charset=utf-8\r
        vary: Origin\r
        transfer-encoding: chunked\r
        \r\n
        """.utf8)

    /// Whole frames of a stream.
    package let frames: Int
    /// The events of all slots and variants, one behind the other.
    private let events: [UInt8]
    private let ends: [Int]
    /// The end of speech, the usage, `[DONE]` and the end of the answer.
    package let ending: [UInt8]

    package init(frames: Int) {
        self.frames = frames
        var events: [UInt8] = []
        var ends = [0]
        for slot in 0..<Slot.count {
            for variant in 0..<Self.variants {
                events += Self.event(Self.code(slot, variant), slot, prompt: "null")
                ends.append(events.count)
            }
        }
        (self.events, self.ends) = (events, ends)
        let count = frames * Slot.count + 1
        let usage =
            #"{"prompt_tokens":12,"total_tokens":\#(count + 12),"completion_tokens":\#(count)}"#
        ending =
            Self.event(text: "", id: TokenID.endOfSpeech, stop: true, prompt: "null")
            + Self.chunk(
                Self.prefix + #"],"usage":\#(usage),"system_fingerprint":"vllm-0.32.0-replay"}"#)
            + Self.chunk("data: [DONE]") + Array("0\r\n\r\n".utf8)
    }

    /// Tokens of a stream, the end of speech included: each is an event.
    package var tokens: Int { frames * Slot.count + 1 }

    /// The codes of one frame.
    package func codes(frame: Int, of stream: Int) -> [UInt32] {
        (0..<Slot.count).map { slot in
            UInt32(Self.code(slot, Self.variant(frame * Slot.count + slot, of: stream)))
        }
    }

    /// The first event of a stream, which repeats the prompt.
    package func opening(of stream: Int) -> [UInt8] {
        Self.event(Self.code(0, Self.variant(0, of: stream)), 0, prompt: Self.prompt)
    }

    /// The bytes of a later event, but for the last one.
    package func withEvent<Value>(
        _ index: Int, of stream: Int, _ body: (UnsafeRawBufferPointer) -> Value
    ) -> Value {
        let place = index % Slot.count * Self.variants + Self.variant(index, of: stream)
        return events.withUnsafeBytes {
            body(UnsafeRawBufferPointer(rebasing: $0[ends[place]..<ends[place + 1]]))
        }
    }

    private static func variant(_ index: Int, of stream: Int) -> Int {
        (stream &* 131 &+ index &* 37) % variants
    }

    private static func code(_ slot: Int, _ variant: Int) -> UInt16 {
        UInt16(variant * (Slot.codebookSize / variants) + slot)
    }

    private static func event(_ code: UInt16, _ slot: Int, prompt: String) -> [UInt8] {
        let id = Slot.tokenID(slot: slot, code: code)
        return event(
            text: "<custom_token_\(id - TokenID.firstCustom)>", id: id, stop: false, prompt: prompt)
    }

    private static func event(text: String, id: Int, stop: Bool, prompt: String) -> [UInt8] {
        let (finish, reason) = stop ? (#""stop""#, "\(id)") : ("null", "null")
        return chunk(
            prefix + #"{"index":0,"text":"\#(text)","logprobs":null,"finish_reason":\#(finish),"#
                + #""stop_reason":\#(reason),"prompt_token_ids":\#(prompt),"token_ids":[\#(id)]}]}"#
        )
    }

    private static func chunk(_ line: String) -> [UInt8] {
        Array("\(String(line.utf8.count + 2, radix: 16))\r\n\(line)\n\n\r\n".utf8)
    }
}
