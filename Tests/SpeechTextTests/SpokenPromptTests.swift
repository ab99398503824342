import Orpheus
import SpeechText
import Testing

@Suite struct SpokenPromptTests {
    @Test func theFirstSentenceIsAloneAndTheRestIsGrouped() throws {
        let prompts = try PromptCutter.prompts(for: "One is here. Two is here. Three is here.")
        #expect(prompts.map(\.text) == ["One is here.", "Two is here. Three is here."])
        #expect(prompts.map(\.join) == [.sentence, .sentence])
    }

    @Test func aPromptIsOutAsSoonAsItIsCertain() throws {
        var cutter = PromptCutter(language: .en)
        #expect(try cutter.append("Hello there.").isEmpty)
        #expect(try cutter.append(" How").isEmpty)
        #expect(try cutter.append(" ").map(\.text) == ["Hello there."])
        #expect(try cutter.append("are you?\n").isEmpty)
        #expect(try cutter.append("\nFine. ").map(\.join) == [.paragraph])
        #expect(try cutter.finish().map(\.text) == ["Fine."])
    }

    @Test func sourceRangesPointAtTheText() throws {
        let text = "  Grüße cost $3.  Next one.\n\nLast."
        let bytes = Array(text.utf8)
        let prompts = try PromptCutter.prompts(for: text)
        let sources = prompts.map { String(decoding: bytes[$0.source], as: UTF8.self) }
        #expect(sources == ["Grüße cost $3.", "Next one.", "Last."])
        #expect(prompts.map(\.join) == [.sentence, .paragraph, .sentence])
    }

    @Test func aLongSentenceIsCutAtClausesAndWithinTheBudget() throws {
        let clause = "the quick brown fox of 1998 jumped over 12 lazy dogs"
        let text =
            "We saw that " + Array(repeating: clause, count: 12).joined(separator: ", ") + "."
        let prompts = try PromptCutter.prompts(for: text)
        #expect(prompts.count > 2)
        #expect(prompts.allSatisfy { tokens($0) <= Double(TextLimits.standard.prompt) })
        #expect(prompts.dropLast().allSatisfy { $0.join == .clause && $0.text.hasSuffix(",") })
        #expect(prompts.last?.join == .sentence)
    }

    @Test func withoutClausesItIsCutBetweenWords() throws {
        let prompts = try PromptCutter.prompts(for: String(repeating: "alpha beta ", count: 200))
        #expect(prompts.allSatisfy { tokens($0) <= Double(TextLimits.standard.prompt) })
        #expect(prompts.dropLast().allSatisfy { $0.join == .word })
        #expect(prompts.map(\.text).joined(separator: " ").split(separator: " ").count == 400)
    }

    private func tokens(_ prompt: SpokenPrompt) -> Double {
        TokenEstimate(language: .en).tokens(of: prompt.text)
    }

    /// Counts words, as a tokenizer would its tokens.
    private struct WordCounter: TokenCounter {
        func tokens(of text: String) -> Double { Double(text.split(separator: " ").count) }
    }

    @Test func thePromptsFollowACounterOfTheCaller() throws {
        let text = String(repeating: "alpha beta gamma delta ", count: 20)
        let options = TextOptions(limits: TextLimits(prompt: 10))
        let prompts = try PromptCutter.prompts(for: text, options, counter: WordCounter())
        #expect(prompts.allSatisfy { $0.text.split(separator: " ").count <= 10 })
        #expect(prompts.count == 8)
    }

    @Test(arguments: [
        (Voice.Language.en, "the quick brown fox jumped", 7.4), (.de, "Übergrößenträger", 7.1),
        (.zh, "你好，世界", 5), (.ko, "안녕", 2), (.hi, "नमस्ते", 6), (.en, "👍", 4),
    ])
    func anEstimateGoesByLanguageAndScript(
        language: Voice.Language, text: String, expected: Double
    ) {
        let tokens = TokenEstimate(language: language).tokens(of: text)
        #expect(abs(tokens - expected) < 0.05, "\(tokens)")
    }

    @Test func normalizationCanBeOff() throws {
        let prompts = try PromptCutter.prompts(
            for: "Dr. Ito paid $5 — “ok”. <laugh> Bye.", normalization: .off)
        #expect(prompts.map(\.text) == ["Dr. Ito paid $5 — “ok”.", "<laugh> Bye."])
    }

    @Test(arguments: [
        (Voice.Language.fr, "Il dit : « Oui ! » Il part.", ["Il dit : « Oui ! »", "Il part."]),
        (.en, "1. The fox 2. The hen", ["1. The fox", "2. The hen"]),
    ])
    func withoutNormalizationSentencesEndTheSame(
        language: Voice.Language, text: String, sentences: [String]
    ) throws {
        let prompts = try PromptCutter.prompts(for: text, language: language, normalization: .off)
        #expect(prompts.map(\.text) == sentences)
    }

    @Test func otherLanguagesPassThrough() throws {
        let prompts = try PromptCutter.prompts(
            for: "Er zahlt 5 €. <laugh> Gut!", language: .de, normalization: .off)
        #expect(prompts.map(\.text) == ["Er zahlt 5 €.", "<laugh> Gut!"])
        let wide = try PromptCutter.prompts(
            for: String(repeating: "他说今天天气很好", count: 60), language: .zh)
        #expect(wide.count > 3)
        #expect(wide.allSatisfy { tokens($0) <= Double(TextLimits.standard.prompt) })
        #expect(!wide[0].text.contains(" "))
    }

    @Test func whatHasNoSoundIsSkipped() throws {
        let prompts = try PromptCutter.prompts(for: "... \n\n *** \n\n Hi! 🎉🎉 \n\n --- ")
        #expect(prompts.map(\.text) == ["Hi!"])
    }
}
