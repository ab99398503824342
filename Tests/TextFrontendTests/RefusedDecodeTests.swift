import LyreRPC
import TestSupport
import Testing
import WireMessages

/// Which failures of a decoder another one is asked to mend.
@Suite(.timeLimit(.minutes(1))) struct RefusedDecodeTests {
    /// Decoders that fail behind the second message of frames.
    private func speak(_ error: RPCError) async throws -> (RPCError?, calls: Int) {
        let decoders = Replicas(2, of: "Decoder") { _, registry in
            registry.bidirectional(Decoder.decode) { reader, _, _ in
                for _ in 0..<2 { _ = try await reader.next() }
                throw error
            }
        }
        let farm = TestFarm(
            tokens: await Replicas(1, of: "Tokens") { ScriptedTokens().register(in: &$1) }
                .channel(),
            decoder: await decoders.channel())
        do {
            _ = try await farm.speak("Hello.")
            return (nil, decoders.opened.all.count)
        } catch let error as RPCError {
            return (error, decoders.opened.all.count)
        }
    }

    @Test(arguments: [
        StatusCode.invalidArgument, .failedPrecondition, .unimplemented, .deadlineExceeded,
    ])
    func whatAnotherWouldSayTooIsToldAtOnce(code: StatusCode) async throws {
        let (error, calls) = try await speak(RPCError(code, "so it is", reason: "why"))
        #expect(error == RPCError(code, "so it is", reason: "why"))
        #expect(calls == 1)
    }

    @Test(arguments: [StatusCode.internal, .unknown])
    func aBugIsToldWhenTheSecondHasItToo(code: StatusCode) async throws {
        let (error, calls) = try await speak(RPCError(code, "so it is"))
        #expect(error?.code == code)
        #expect(
            error?.status.message
                == "Decoder failed 2 times in a row, the last time so: so it is")
        #expect(calls == 2)
    }

    @Test(arguments: [StatusCode.aborted, .dataLoss, .unavailable])
    func whatIsNobodysFaultIsTriedSixTimes(code: StatusCode) async throws {
        let (error, calls) = try await speak(RPCError(code, "so it is"))
        #expect(error?.code == code)
        #expect(calls == 6)
    }

    @Test func aFullDecoderIsPassedBy() async throws {
        let recorder = RecordingDecoder()
        let decoders = Replicas(2, of: "Decoder") { number, registry in
            registry.limit("Decoder", to: Admission(capacity: number))
            recorder.register(in: &registry)
        }
        let farm = TestFarm(
            tokens: await Replicas(1, of: "Tokens") { ScriptedTokens().register(in: &$1) }
                .channel(),
            decoder: await decoders.channel())
        while !decoders.opened.all.contains(0) {
            let spoken = try await farm.speak("Hello.")
            #expect(spoken.samples.count == 8 * 2048 * 2)
            // It had not begun yet.
            #expect(spoken.summary?.decodeResumes == 0)
        }
    }

    /// Nobody goes on with what nobody waits for.
    @Test func aCallerWhoLeavesInAPauseEndsAll() async throws {
        let decoders = Replicas(1, of: "Decoder") { _, registry in
            registry.bidirectional(Decoder.decode) { _, _, _ in
                throw RPCError(.unavailable, "so it is")
            }
        }
        let ended = Recorder<Bool>()
        let never = Latch()
        let tokens = ScriptedTokens { _ in
            do { try await never.wait() } catch {
                ended.record(true)
                throw error
            }
        }
        // Nobody moves the clock: the pause before the third call has no end.
        let farm = TestFarm(
            tokens: await Replicas(1, of: "Tokens") { tokens.register(in: &$1) }.channel(),
            decoder: await decoders.channel(), clock: ManualClock())
        let call = Task { try await farm.speak("Hello.") }
        await until { decoders.opened.all.count == 2 && tokens.requests.all.count == 1 }
        call.cancel()
        await ended.wait { $0 == [true] }
        await #expect(throws: RPCError.self) { _ = try await call.value }
        #expect(decoders.opened.all.count == 2)
    }
}
