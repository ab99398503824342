import LyreRPC
import Orpheus
import TestSupport
import Testing
import WireMessages

/// What a request says of its text, on the way through the frontend.
@Suite(.timeLimit(.minutes(1))) struct TextRulesTests {
    private let decoder = RecordingDecoder(level: 1)

    private func farm(frames: Int) throws -> TestFarm {
        let ids = (0..<frames).flatMap { ScriptedEngine.frame($0).tokenIDs }
        return try TestFarm(
            engine: { ScriptedEngine.speak(ids, to: $0) }, decoder: decoder.register)
    }

    @Test func breaksAreSilentSamplesBetweenThoseOfThePrompts() async throws {
        let text =
            "<speak><break time='100ms'/>One.<break time='500ms'/>Two.<break time='2s'/></speak>"
        let spoken = try await farm(frames: 3).speak(text, rules: TextRules(syntax: .ssml))
        let runs = spoken.samples.reduce(into: [(level: UInt8, count: Int)]()) { runs, byte in
            if runs.last?.level == byte {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((byte, 1))
            }
        }
        #expect(runs.map(\.level) == [0, 1, 0, 1, 0])
        let samples = runs.map { $0.count / 2 }
        #expect(samples == [2400, 3 * 2048, 12_000, 3 * 2048, 48_000])
        #expect(spoken.summary?.samples == UInt64(samples.reduce(0, +)))
        #expect(spoken.summary?.frames == 6)
    }

    @Test(arguments: [
        (TextRules(language: "xx"), "unknown_language", "there is no language 'xx', only en, fr"),
        (
            TextRules(lexicon: [LexiconEntry(written: "...", spoken: "x")]), "bad_lexicon",
            "'...' has no letter or digit"
        ),
        (TextRules(syntax: .ssml), "bad_text", "text stands outside of all elements"),
    ])
    func whatCannotBeIsSaid(rules: TextRules, reason: String, sentence: String) async throws {
        let farm = try farm(frames: 1)
        let error = await #expect(throws: RPCError.self) {
            _ = try await farm.speak("Hello.", rules: rules)
        }
        #expect(error?.code == .invalidArgument)
        #expect(error?.status.reason == reason)
        #expect(error?.status.message.contains(sentence) == true, "\(error?.status.message ?? "")")
    }

    @Test func aFlushSpeaksWhatThereIs() async throws {
        let farm = try farm(frames: 1)
        try await farm.speech.bidirectional(Speech.speak) { replies, requests in
            try await requests.send(.start(SpeakStart(rules: TextRules(language: "de"))))
            try await requests.send(.text("Um 5 Uhr"))
            try await requests.send(.flush)
            // The text goes on only when its beginning has been heard of.
            guard case .prompt(_, let prompt)? = try await replies.next() else {
                Issue.record("no prompt")
                return
            }
            #expect(prompt.text == "Um fünf Uhr")
            try await requests.send(.text(" kam er."))
            try await requests.finish()
            var texts: [String] = []
            while let reply = try await replies.next() {
                if case .prompt(_, let prompt) = reply { texts.append(prompt.text) }
            }
            #expect(texts == ["kam er."])
        }
    }
}
