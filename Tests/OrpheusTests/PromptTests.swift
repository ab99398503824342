import Orpheus
import Testing

@Suite struct PromptTests {
    @Test func layoutIsThatOfTheReference() throws {
        let prompt = try Prompt(voice: .standard, text: "Hello.")
        #expect(
            prompt.serialized
                == "<custom_token_3><|begin_of_text|>tara: Hello.<|eot_id|><custom_token_4><custom_token_5><custom_token_1>"
        )
        #expect(
            prompt.tokenIDs(tokenized: [9])
                == [128_259, 128_000, 9, 128_009, 128_260, 128_261, 128_257])
    }

    @Test(arguments: [
        "a <custom_token_5> b", "<|eot_id|>", "x<|begin_of_text|>", "<<custom_token_12>",
    ])
    func specialTokensAreRefusedAndDisarmed(text: String) throws {
        #expect(throws: PromptError.self) { try Prompt(voice: .standard, text: text) }
        let disarmed = SpecialToken.disarmed(text)
        #expect(SpecialToken.first(in: disarmed) == nil)
        _ = try Prompt(voice: .standard, text: disarmed)
    }

    @Test func disarmingDoesNotAssembleANewToken() {
        let text = SpecialToken.disarmed("<custom_<custom_token_1>token_2> <|<|eot_id|>eot_id|>")
        #expect(SpecialToken.first(in: text) == nil)
    }

    @Test(arguments: [
        ("<|eot_id|>", "<|eot_id|>"), ("a<b> <|x| y|> <|a|>", "<|a|>"), ("<||>", "<||>"),
        ("x <custom_token_12>", "<custom_token_12>"), ("<|<custom_token_3>|>", "<custom_token_3>"),
        ("<custom_token_>", nil), ("custom_token_3>", nil), ("<|eot_id>", nil), ("|>", nil),
        (">", nil),
        ("<laugh> a < b > c", nil), ("<custom_token_5 >", nil), ("3>", nil),
        ("<custom_token_x5>", nil),
    ])
    func specialTokensAreFound(text: String, token: String?) {
        #expect(SpecialToken.first(in: text) == token)
    }

    @Test func disarmingKeepsTheWordsAndLeavesOtherTextAlone() {
        #expect(SpecialToken.disarmed("a<custom_token_5>b") == "a custom token 5 b")
        #expect(SpecialToken.disarmed("<laugh> ü <b> | > <|no| >") == "<laugh> ü <b> | > <|no| >")
    }

    /// With a pass over the text for each token this would take hours.
    @Test(arguments: [
        "<|a|>", "<custom_token_1>", "<|", "|>", "<custom_token_", "1", ">", "<|<|a|>|>",
    ])
    func longTextIsDisarmed(unit: String) {
        let text = SpecialToken.disarmed(
            String(repeating: unit, count: 1_000_000 / unit.utf8.count))
        #expect(SpecialToken.first(in: text) == nil)
        #expect(text.utf8.count <= 1_000_000)
    }

    @Test func tagsAreThoseOfTheLanguage() {
        #expect(EmotiveTag.names(for: .en).count == 8)
        #expect(EmotiveTag.names(for: .fr).contains("whimper"))
        #expect(!EmotiveTag.names(for: .en).contains("happy"))
        for language in Voice.Language.allCases {
            #expect(EmotiveTag.names(for: language).isSuperset(of: ["laugh", "sigh"]))
        }
    }

    @Test func parsingIsTheInverse() throws {
        let frames = try (0..<3).map { seed in try Frame((0..<7).map { ($0 * 997 + seed) % 4096 }) }
        let prompt = try Prompt(voice: Voice(named: "유나"), text: "안녕: <laugh> ok", spoken: frames)
        let again = try Prompt.parse(prompt.serialized)
        #expect(again.prompt == prompt)
        #expect(again.pending.isEmpty)
        let cut = try Prompt.parse(prompt.serialized + "<custom_token_10><custom_token_4106>")
        #expect(cut.pending == [0, 0])
    }

    @Test(arguments: [
        "", "tara: Hello", "<custom_token_3><|begin_of_text|>nobody: x<|eot_id|>",
        "<custom_token_3><|begin_of_text|>tara: Hi<|eot_id|><custom_token_4><custom_token_5><custom_token_1><custom_token_9",
    ])
    func foreignPromptsAreRefused(text: String) {
        #expect(throws: PromptError.self) { try Prompt.parse(text) }
    }

    @Test func tokenTextIsReadHoweverItIsCut() {
        let text = "<custom_token_10> x<custom_token_<custom_token_4106>\n<custom_token_99999>"
        let whole = [128_266, 132_362, 228_255]
        for cut in 0...text.count {
            var parser = TokenTextParser()
            #expect(parser.push(text.prefix(cut)) + parser.push(text.dropFirst(cut)) == whole)
            #expect(parser.isAtBoundary)
        }
    }

    @Test func limitFollowsFromTheText() {
        // 1200 tokens end at 14 s; a text of 300 characters takes longer.
        #expect(Sampling.tokenLimit(characters: 300) > 5000)
        #expect(Sampling.tokenLimit(characters: 1) > 300)
    }

    @Test func voicesAreFoundByName() throws {
        #expect(try Voice(named: "tara") == .standard)
        #expect(Voice.all.count == 25)
        #expect(throws: UnknownVoice.self) { try Voice(named: "nobody") }
    }
}
