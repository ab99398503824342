import TestSupport
import Testing
import TokenService

/// What is speech, and what is none.
@Suite struct SpeechGuardTests {
    private func firstFinding(_ codes: some Sequence<UInt16>) -> (SpeechGuard.Finding, at: Int)? {
        var guardian = SpeechGuard()
        for (index, code) in codes.enumerated() {
            if let finding = guardian.push(code) { return (finding, index) }
        }
        return nil
    }

    @Test(arguments: 0..<20) func anHourOfChangingCodesIsSpeech(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Few codes, each held for a while: what speech with many pauses looks like.
        let codes = (0..<4000).flatMap { _ -> [UInt16] in
            let code = UInt16.random(in: 0..<60, using: &random)
            return Array(repeating: code, count: Int.random(in: 1...12, using: &random))
        }
        #expect(firstFinding(codes.prefix(42_000)) == nil)
    }

    @Test func aCodeThatStaysIsSilence() throws {
        let speech = (0..<50).map { frame -> UInt16 in UInt16(frame) }
        let codes = speech + Array(repeating: 9, count: 100)
        let (finding, index) = try #require(firstFinding(codes))
        #expect(finding == .silence)
        #expect(index == 50 + SpeechGuard.longestSilence - 1)
    }

    @Test(arguments: 2...SpeechGuard.longestRound) func whatComesRoundAndRoundIsALoop(
        round: Int
    ) throws {
        let start = (0..<30).map { frame -> UInt16 in UInt16(1000 + frame) }
        let rounds = (0..<400).map { frame -> UInt16 in UInt16(frame % round) }
        let codes = start + rounds
        let (finding, index) = try #require(firstFinding(codes))
        #expect(finding == .loop)
        let expected = max(SpeechGuard.longestLoop, SpeechGuard.rounds * round)
        #expect(index < 30 + round + expected)
        #expect(index >= expected)
    }

    /// Sampled loops are not exact.
    @Test func aLoopMayVaryNowAndThen() throws {
        let codes = (0..<600).map { frame -> UInt16 in
            let code: Int = frame % 31 == 0 ? 500 + frame : frame % 8
            return UInt16(code)
        }
        #expect(firstFinding(codes)?.0 == .loop)
    }

    @Test func aRefrainOfThreeIsNoLoop() {
        let phrase = (0..<20).map { frame -> UInt16 in UInt16(frame * 7) }
        let rest = (0..<200).map { frame -> UInt16 in UInt16(1000 + frame) }
        let codes = phrase + phrase + phrase + rest
        #expect(firstFinding(codes) == nil)
    }

    @Test func itIsStillUntilACodeDiffers() {
        var guardian = SpeechGuard()
        for _ in 0..<5 {
            _ = guardian.push(3)
            #expect(guardian.isStill)
        }
        _ = guardian.push(4)
        #expect(!guardian.isStill)
        _ = guardian.push(4)
        #expect(!guardian.isStill)
    }
}
