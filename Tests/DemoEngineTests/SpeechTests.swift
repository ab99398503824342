import DemoEngine
import Orpheus
import Testing

/// What is spoken, without the codec: the encoder only tells how much sound it got.
@Suite struct SpeechTests {
    private func tokens(_ text: String, voice: String = "tara", seed: Int64 = 0) throws -> [Int] {
        try Utterance(voice: Voice(named: voice), text: text, seed: seed).tokens(encoder: Measure())
    }

    @Test(arguments: Voice.all)
    func everyVoiceSpeaks(voice: Voice) throws {
        let sound = try tokens("Hello there.", voice: voice.name)
        #expect(sound.count > 6 * Slot.count)
        #expect(try tokens("Hello there.", voice: voice.name) == sound)
    }

    @Test func seedsVaryTheTempoALittle() throws {
        let text = "The meeting is on Tuesday, at seven thirty in the morning."
        let plain = try tokens(text).count
        let lengths = try (1...8).map { try tokens(text, seed: $0).count }
        #expect(Set(lengths).count > 1)
        #expect(lengths.allSatisfy { abs($0 - plain) <= plain / 20 })
        #expect(try tokens(text, seed: -1) == tokens(text, seed: -1))
    }

    @Test(arguments: ["...", "<gasp>", "你", "🙂", "!?", "\u{202e}"])
    func textsWithoutWordsAreSilence(text: String) throws {
        #expect(try tokens(text).last == TokenID.endOfSpeech)
    }

    @Test func accentsAndOtherScriptsAreRead() throws {
        #expect(try tokens("déjà vu") == tokens("deja vu"))
        #expect(try tokens("你好，我很高兴认识你", voice: "长乐").count > 6 * Slot.count)
    }

    @Test func unknownTagsAreRead() throws {
        #expect(try tokens("<happy> Hello.").count > tokens("Hello.").count)
        #expect(try tokens("a < b").count > Slot.count)
    }

    @Test func callersInParallelGetTheSame() async throws {
        let alone = try tokens("One voice at a time.")
        try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<8 { group.addTask { try tokens("One voice at a time.") } }
            for try await sound in group { #expect(sound == alone) }
        }
    }
}

/// A frame for every 2048 samples, with their loudness as code.
private struct Measure: CodeEncoder {
    func frames(of samples: [Float]) -> [Frame] {
        stride(from: 0, to: samples.count, by: Frame.samples).map { start in
            let part = samples[start..<min(start + Frame.samples, samples.count)]
            let loud = part.reduce(0) { $0 + abs($1) } / Float(Frame.samples)
            guard let frame = try? Frame(Array(repeating: Int(loud * 4000), count: 7)) else {
                preconditionFailure("prepared sound stays within ±1")
            }
            return frame
        }
    }
}
