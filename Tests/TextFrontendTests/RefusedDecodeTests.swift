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
}
