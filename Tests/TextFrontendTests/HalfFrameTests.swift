import LyreRPC
import Orpheus
import TestSupport
import Testing
import WireMessages

/// How codes get from the engine to the decoder, through the real frontend and token service.
@Suite(.timeLimit(.minutes(1))) struct HalfFrameTests {
    private let decoder = RecordingDecoder()

    private func ids(_ frames: Range<Int>) -> [Int] {
        frames.flatMap { ScriptedEngine.frame($0).tokenIDs }
    }

    private func codes(_ frames: Range<Int>) -> [UInt32] {
        frames.flatMap { ScriptedEngine.frame($0).codes.map(UInt32.init) }
    }

    @Test func theFirstSamplesLeaveAtToken18() async throws {
        let goOn = Gate()
        let farm = try TestFarm(
            engine: { [ids] in ScriptedEngine.speak(ids(0..<6), to: $0, pause: (18, goOn)) },
            decoder: decoder.register)
        var first: (samples: Int, codes: [UInt32])?
        let spoken = try await farm.speak("Hello.", withFrames: true) { [decoder] reply in
            guard case .audio(let audio) = reply, first == nil else { return }
            first = (audio.samples.count / 2, decoder.codes)
            // Only now does the model say its 19th token.
            goOn.open()
        }
        #expect(first?.samples == 363)
        #expect(first?.codes == Array(codes(0..<3).prefix(18)))
        #expect(decoder.codes == codes(0..<6))
        #expect(spoken.samples.count == 6 * 2048 * 2)
        // The client is sent whole frames, as before.
        #expect(spoken.frames.allSatisfy { !$0.isEmpty && $0.count % 7 == 0 })
        #expect(spoken.frames.flatMap(\.self) == codes(0..<6))
        let summary = try #require(spoken.summary)
        #expect(summary.frames == 6 && summary.tokens == 43 && summary.droppedTokens == 0)
        #expect(summary.samples == 6 * 2048)
        #expect(summary.firstCodeMicroseconds <= summary.firstSampleMicroseconds)
    }

    @Test func onlyTheFirstFramesOfTheFirstPromptAreHalved() async throws {
        let farm = try TestFarm(
            engine: { [ids] connection in
                ScriptedEngine.speak(ids(0..<9), to: connection)
            }, decoder: decoder.register)
        let text = Array(repeating: "Each of these sentences is a prompt.", count: 8)
            .joined(separator: "\n\n")
        let spoken = try await farm.speak(text)
        #expect(spoken.prompts == 8)
        #expect(decoder.codes == (0..<8).flatMap { _ in codes(0..<9) })
        let halves = decoder.cuts.filter { $0 % 7 != 0 }
        #expect(Set(halves).isSubset(of: [4, 11, 18, 25]), "\(decoder.cuts)")
        #expect(spoken.summary?.frames == 72)
    }

    @Test func aFrameThatBreaksOffShiftsNone() async throws {
        let goOn = Gate()
        let broken = ids(0..<2) + ids(2..<3).prefix(5)
        let farm = try TestFarm(
            engine: { [ids] in
                ScriptedEngine.speak(
                    broken + ids(3..<5) + ids(5..<6).prefix(6), to: $0, pause: (18, goOn))
            }, decoder: decoder.register)
        let spoken = try await farm.speak("Hello.") { reply in
            if case .audio = reply { goOn.open() }
        }
        let c = codes(2..<3)
        let completed = [c[0], c[1], c[2], c[3], c[1], c[2], c[3]]
        // The last frame comes too late for a half: nothing of it was sent.
        #expect(decoder.codes == codes(0..<2) + completed + codes(3..<5))
        let summary = try #require(spoken.summary)
        // One token of the third frame, six of the last.
        #expect(summary.frames == 5 && summary.droppedTokens == 7)
        #expect(spoken.samples.count == 5 * 2048 * 2)
    }

    /// Its codes would be read as the rest of a frame, and all that follow as others.
    @Test func aGenerationThatEndsWithinAFrameIsAnError() async throws {
        let farm = TestFarm(decoder: decoder.register) { registry in
            registry.serverStream(Tokens.generate) { _, writer, _ in
                try await writer.send(.frames(CodeFrames(codes: [1, 2, 3, 4])))
                try await writer.send(
                    .end(
                        GenerateEnd(
                            reason: .endOfSpeech, tokens: 5, droppedTokens: 0,
                            firstTokenMicroseconds: 0)))
            }
        }
        do {
            _ = try await farm.speak("Hello.")
            Issue.record("half a frame was taken for an utterance")
        } catch let error as RPCError {
            #expect(error.code == .dataLoss)
            #expect(error.status.message.hasSuffix("a generation ended within a frame"))
        }
    }

    /// A token service that knows nothing of halves.
    @Test func wholeFramesAreAsGood() async throws {
        let asked = Recorder<Bool>()
        let farm = TestFarm(decoder: decoder.register) { [codes] registry in
            registry.serverStream(Tokens.generate) { request, writer, _ in
                asked.record(request.halfFrames)
                for n in 0..<4 {
                    try await writer.send(.frames(CodeFrames(codes: codes(n..<(n + 1)))))
                }
                try await writer.send(
                    .end(
                        GenerateEnd(
                            reason: .endOfSpeech, tokens: 29, droppedTokens: 0,
                            firstTokenMicroseconds: 0)))
            }
        }
        let spoken = try await farm.speak("Hello.\n\nGood bye.", withFrames: true)
        #expect(asked.all == [true, false])
        #expect(decoder.cuts.allSatisfy { $0 % 7 == 0 } && decoder.cuts.last == 56)
        #expect(spoken.frames.count == 8)
        #expect(spoken.summary?.frames == 8)
    }
}
