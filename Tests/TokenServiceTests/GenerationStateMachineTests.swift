import Orpheus
import TestSupport
import Testing
import TokenService

@Suite struct GenerationStateMachineTests {
    private func machine() throws -> GenerationStateMachine {
        var machine = GenerationStateMachine(try .hello(), endpoint: "server")
        _ = machine.received(status: 200, headers: ["Content-Type": "text/event-stream"])
        return machine
    }

    /// However the bytes are cut, frames and outcome are the same.
    @Test(arguments: ["to_end_of_speech", "to_limit", "text_only", "killed", "draining"])
    func cutsChangeNothing(name: String) throws {
        let body = try Transcript(name).body
        var whole = try machine()
        let expected = whole.received(body)
        #expect(expected.outcome != nil)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20 {
            var machine = try machine()
            var codes: [UInt16] = []
            var outcome: Result<GenerationEnd, GenerationError>?
            var rest = body[...]
            while !rest.isEmpty, outcome == nil {
                let count = Int.random(in: 1...min(300, rest.count), using: &random)
                let reaction = machine.received(Array(rest.prefix(count)))
                codes += reaction.codes
                outcome = reaction.outcome
                rest = rest.dropFirst(count)
            }
            #expect(codes == expected.codes)
            #expect(outcome == expected.outcome)
        }
    }

    /// Within a frame it is enough to look when its last code is there.
    @Test func aFrameIsLookedAtTwice() throws {
        var machine = try machine()
        var hidden = 0
        for frame in 0..<3 {
            for id in Answers.frame(frame).tokenIDs {
                let event = Array(Answers.event(ids: [id]).utf8)
                let needed = machine.bytesUntilNews - hidden
                _ = machine.received(event)
                if frame == 0 { continue }
                // All but the first and the last code lie below what is waited for, with a margin.
                let slot = Slot.decode(id)!.slot
                #expect(slot == 0 || slot == 6 ? needed <= event.count * 9 / 10 : needed > 0)
                #expect(machine.bytesUntilNews == 1 ? slot == 6 || slot == 5 : slot < 5)
                hidden = 0
            }
        }
    }

    @Test func onlyTokensAreProgress() throws {
        var machine = try machine()
        let quiet = [
            Answers.comment, "data: {\"choices\":[]}\n\n", Answers.event(ids: []),
            "event: ping\ndata: {}\n\n",
        ]
        for text in quiet {
            let reaction = machine.received(Array(text.utf8))
            #expect(!reaction.hasProgressed)
            #expect(reaction.outcome == nil)
        }
        #expect(
            machine.received(Array(Answers.event(ids: [TokenID.firstAudio]).utf8)).hasProgressed)
    }

    @Test func aStallAfterTheFinishReasonTakesNothingAway() throws {
        var machine = try machine()
        let text = Answers.frameEvent(1) + Answers.event(ids: [TokenID.endOfSpeech], finish: "stop")
        #expect(machine.received(Array(text.utf8)).outcome == nil)
        guard case .success(let end)? = machine.stalled(for: .seconds(5)).outcome else {
            Issue.record("it should have ended well")
            return
        }
        #expect(end.reason == .endOfSpeech)
    }

    @Test func anEventWithoutEndIsRefused() throws {
        var machine = try machine()
        let filler = [UInt8](repeating: 0x78, count: 64 << 10)
        var outcome: Result<GenerationEnd, GenerationError>?
        for _ in 0..<5 where outcome == nil { outcome = machine.received(filler).outcome }
        guard case .failure(let error)? = outcome else {
            Issue.record("320 KiB without a line break were taken")
            return
        }
        #expect(error.kind == .broken)
    }
}
