import Orpheus
import TestSupport
import Testing
import TokenService

/// Generations that hand out the first frames in halves.
@Suite struct HalfFrameTests {
    private func machine(tokenLimit: Int = 2000) throws -> GenerationStateMachine {
        var request = try GenerationRequest.hello(tokenLimit: tokenLimit)
        request.inHalves = true
        var machine = GenerationStateMachine(request, endpoint: "server")
        _ = machine.received(status: 200, headers: ["Content-Type": "text/event-stream"])
        return machine
    }

    private func feed(_ machine: inout GenerationStateMachine, _ event: String)
        -> GenerationStateMachine.Reaction
    {
        machine.received(Array(event.utf8))
    }

    /// How frame n looks whose second half never came.
    private func completed(_ n: Int) -> [UInt16] {
        let codes = Answers.frame(n).codes
        return Array(codes[..<4] + codes[1..<4])
    }

    @Test func token18BringsTheFirstSamples() throws {
        var machine = try machine()
        let ids = (0..<6).flatMap { Answers.frame(10 * $0).tokenIDs }
        let known = ids.map { feed(&machine, Answers.event(ids: [$0])).codes.count }
            .reduce(into: [0]) { $0.append($0.last! + $1) }
        #expect(known[17] == 14)
        #expect(known[18] == 18)
        #expect(Set(known).sorted() == [0, 4, 7, 11, 14, 18, 21, 25, 28, 35, 42])
    }

    @Test func halvesThatComeAtOnceAreOnePiece() throws {
        var machine = try machine()
        let ids = Answers.frame(0).tokenIDs + Answers.frame(9).tokenIDs.prefix(5)
        let codes = feed(&machine, Answers.event(ids: Array(ids))).codes
        #expect(codes == Answers.frame(0).codes + Answers.frame(9).codes.prefix(4))
    }

    @Test(arguments: [TokenID.endOfSpeech, nil])
    func speechThatEndsWithinAFrame(last: Int?) throws {
        var machine = try machine()
        let ids = Answers.frame(1).tokenIDs + Answers.frame(9).tokenIDs.prefix(6)
        let sent = feed(&machine, Answers.event(ids: Array(ids))).codes
        let finish = last == nil ? "length" : "stop"
        // The server's count decides whether all has come; until then nothing is completed.
        let event = Answers.event(ids: last.map { [$0] } ?? [], finish: finish)
        #expect(feed(&machine, event).codes.isEmpty)
        let reaction = feed(&machine, Answers.done)
        #expect(sent + reaction.codes == Answers.frame(1).codes + completed(9))
        let end = try #require(reaction.outcome).get()
        #expect(end.reason == (last == nil ? .limit : .endOfSpeech))
        #expect(end.progress.frames == 2 && end.progress.repeated == 1)
        #expect(end.progress.dropped == 2 && end.progress.pending.isEmpty)
        #expect(!end.progress.isFirstHalfOut)
    }

    @Test func theLimitEndsAWholeFrame() throws {
        var machine = try machine(tokenLimit: 12)
        let codes = feed(&machine, Answers.frameEvent(1)).codes
        let reaction = feed(&machine, Answers.frameEvent(9))
        #expect(codes + reaction.codes == Answers.frame(1).codes + completed(9))
        #expect(try #require(reaction.outcome).get().reason == .limit)
    }

    @Test func theLimitBeforeAHalfLeavesItsCodesPending() throws {
        var machine = try machine(tokenLimit: 10)
        let codes = feed(&machine, Answers.frameEvent(1)).codes
        let reaction = feed(&machine, Answers.frameEvent(9))
        #expect(codes + reaction.codes == Answers.frame(1).codes)
        let progress = try #require(reaction.outcome).get().progress
        #expect(progress.pending == Array(Answers.frame(9).codes.prefix(3)))
        #expect(progress.dropped == 0)
    }

    @Test func aFrameThatBreaksOffShiftsNothing() throws {
        var machine = try machine()
        let ids = Array(Answers.frame(1).tokenIDs.prefix(5))
        var codes = feed(&machine, Answers.event(ids: ids)).codes
        for n in 2..<4 { codes += feed(&machine, Answers.frameEvent(n)).codes }
        #expect(codes == completed(1) + Answers.frame(2).codes + Answers.frame(3).codes)
        #expect(machine.progress.repeated == 1 && machine.progress.dropped == 1)
    }

    /// What fails is not completed: who resumes it has the rest of the frame generated.
    @Test func aFailureLeavesTheHalf() throws {
        var machine = try machine()
        let ids = Array(Answers.frame(1).tokenIDs.prefix(5))
        let sent = feed(&machine, Answers.event(ids: ids)).codes
        #expect(sent == Array(Answers.frame(1).codes.prefix(4)))
        let lost = feed(&machine, Answers.event(ids: [], finish: "stop", count: 9))
        #expect(lost.codes.isEmpty)
        guard case .failure(let error)? = lost.outcome else {
            Issue.record("lost tokens should fail")
            return
        }
        #expect(error.progress.pending == Array(Answers.frame(1).codes.prefix(5)))
        #expect(error.progress.isFirstHalfOut)
    }

    @Test(arguments: 4...6) func aResumedHalfIsNotHandedOutAgain(pending count: Int) throws {
        var request = try GenerationRequest.hello()
        let frame = Answers.frame(5)
        (request.pending, request.isFirstHalfOut) = (Array(frame.codes.prefix(count)), true)
        var machine = GenerationStateMachine(request, endpoint: "server")
        _ = machine.received(status: 200, headers: ["Content-Type": "text/event-stream"])
        let rest = Array(frame.tokenIDs[count...])
        #expect(feed(&machine, Answers.event(ids: rest)).codes == Array(frame.codes[4...]))
    }

    /// However the bytes are cut, the codes and the outcome are the same.
    @Test(arguments: ["to_end_of_speech", "to_limit", "text_only", "killed"])
    func cutsChangeNothing(name: String) throws {
        let body = try Transcript(name).body
        var whole = try machine()
        let expected = whole.received(body)
        var random = SeededGenerator(seed: 6)
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
}
