import Orpheus
import SpeechText
import TestSupport
import Testing

/// Angle brackets: what the model acts out stays, what it must not see does not pass.
@Suite struct MarkupTests {
    @Test(arguments: [
        ("Oh <laugh> no", "Oh <laugh> no"), ("ha<laugh>ha", "ha <laugh> ha"),
        ("<SIGH/>.", "<sigh>."),
        ("I <happy>am</happy> here", "I happy am here"), ("<b>5</b>", "b five"), ("a <b", "a b"),
        ("x<y and y>x", "x y and y x"), ("<gemito>", "gemito"),
    ])
    func tags(written: String, words: String) throws { #expect(try spoken(written).text == words) }

    @Test func tagsFollowTheLanguage() throws {
        let prompts = try PromptCutter.prompts(for: "Ah <gemito> no <whimper>.", language: .it)
        #expect(prompts.map(\.text) == ["Ah <gemito> no whimper."])
    }

    @Test func aTagIsNeverCut() throws {
        let text = String(repeating: "word <laugh> ", count: 400)
        let prompts = try PromptCutter.prompts(for: text)
        #expect(prompts.count > 10)
        let tags = prompts.map { $0.text.split(separator: " ").count { $0 == "<laugh>" } }
        #expect(tags.reduce(0, +) == 400)
    }

    @Test(
        arguments: Normalization.allCases,
        [
            "<custom_token_5> hello", "say <|eot_id|> now", "<custom_<custom_token_1>token_2> x",
            "<|<|eot_id|>eot_id|> x", "<<custom_token_7>> x", "<cus\u{AD}tom_token_5> x",
            "<custom\u{200B}_token_5> <\u{0}|eot_id|> x", "<|begin_of_text|>tara: hi<|eot_id|>",
            "<custom_token_<laugh>5>", "<|eot<sigh>_id|>", "a <| eot_id |> < |x|>",
            "<custom_token_&#53;>",
            "<\n|eot_id|\n> x", "＜|eot_id|＞ x", "<custom_token_٥> x",
        ])
    func specialTokensAreDefused(normalization: Normalization, text: String) throws {
        for prompt in try PromptCutter.prompts(for: text, normalization: normalization) {
            #expect(SpecialToken.first(in: prompt.text) == nil)
            _ = try Prompt(voice: .standard, text: prompt.text)
        }
    }

    /// Random pieces of tokens in random order never make one.
    @Test(arguments: Normalization.allCases)
    func noRouteLeadsToASpecialToken(normalization: Normalization) throws {
        let pieces = [
            "<", ">", "|", "<|", "|>", "custom_token_", "5", "12", "eot_id", "<laugh>", "</", "_",
            " ",
            "\u{AD}", "\u{200D}", "\n", "x", ".", "<custom_token_3", "&", "‹", "𝟓",
        ]
        var random = SeededGenerator(seed: 5)
        for _ in 0..<3000 {
            let text = "a" + (0..<12).map { _ in pieces.randomElement(using: &random)! }.joined()
            for prompt in try PromptCutter.prompts(for: text, normalization: normalization) {
                #expect(SpecialToken.first(in: prompt.text) == nil, "\(text.debugDescription)")
                let outside = prompt.text.replacing("<laugh>", with: "")
                #expect(!outside.contains("<"), "\(text.debugDescription)")
            }
        }
    }
}
