import Orpheus
import SpeechText
import TestSupport
import Testing

/// However a text is parted on its way, the same prompts come out of it.
@Suite struct CutPropertyTests {
    private static let pieces = [
        "Dr. Who left at 5 p.m. ", "It cost $1,234.56 ", "in 1999. ", "<laugh>", "<custom_token_5>",
        "<x",
        "e.g. ", "U.S. ", "Really?! ", "\"Yes.\" ", "\n", "\n\n", "...", " ", "naïve café ", "你好。",
        "है। ",
        "👩‍👩‍👧 ", "a\u{301}\u{302} ", "10:30-11:30 ", "http://a.io/b?c ", "No. 5, ", "(see p. 3) ",
        "I ",
        "\r\n", "word ", "a very long clause without any end, ", "1/2 ", "\u{200D}", "<sigh/>", "—",
        "He said ",
    ]

    @Test(arguments: Normalization.allCases, Array(0..<60 as Range<UInt64>))
    func promptsDoNotDependOnCuts(normalization: Normalization, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let length = Int.random(in: 5...150, using: &random)
        let text =
            "A " + (0..<length).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
        let language = Voice.Language.allCases[seed % 3 == 0 ? Int(seed / 3) % 8 : 0]
        let limits = TextLimits(
            sentence: seed % 2 == 0 ? 1200 : 90, prompt: seed % 2 == 0 ? 80 : 17)
        let whole = try PromptCutter.prompts(
            for: text, language: language, normalization: normalization, limits: limits)

        let scalars = Array(text.unicodeScalars)
        for longest in [1, 2, 7, 60] {
            var cutter = PromptCutter(
                language: language, normalization: normalization, limits: limits)
            var parted: [SpokenPrompt] = []
            var at = 0
            while at < scalars.count {
                let end = min(scalars.count, at + Int.random(in: 1...longest, using: &random))
                var part = ""
                part.unicodeScalars.append(contentsOf: scalars[at..<end])
                parted += try cutter.append(part)
                at = end
            }
            parted += try cutter.finish()
            #expect(parted == whole)
        }

        // Ranges ascend within the source, and nothing that has a sound is lost between them.
        var end = 0
        for prompt in whole {
            #expect(prompt.source.lowerBound >= end && prompt.source.upperBound <= text.utf8.count)
            #expect(!prompt.text.hasPrefix(" ") && !prompt.text.contains("  "))
            end = prompt.source.upperBound
        }
    }

    @Test func everyWordIsSpokenOnceAndInOrder() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<20 {
            let words = (0..<800).map { index in
                "word" + String(UnicodeScalar(UInt8(97 + index % 26)))
                    + [",", ".", "", "", "!", ";", "\n\n"].randomElement(using: &random)!
            }
            let prompts = try PromptCutter.prompts(for: words.joined(separator: " "))
            let said = prompts.map(\.text).joined(separator: " ").split(separator: " ")
            #expect(said.map { String($0.prefix(5)) } == words.map { String($0.prefix(5)) })
        }
    }
}
