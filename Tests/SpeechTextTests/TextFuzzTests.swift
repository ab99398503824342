import Orpheus
import SpeechText
import TestSupport
import Testing

/// Any text in: some prompts, or a sentence that says why there are none.
@Suite("Fuzzed text")
struct TextFuzzTests {
    /// What recognisers look for, in all languages, and what breaks readers.
    private static let pieces: [String] = {
        let words = """
            0 1 2 3 7 09 10 12 31 100 1984 2024 1,000 1.000 3.5 3,5 00:30 24:00 ½ ² ³ ⁶ ⁻ ₂ ⁿ ٣ ५ 三 Ⅳ IV XIX
            $ € £ ¥ ₹ ₩ % ‰ ° °C § & @ # + - – — − × ÷ = ≠ < > / \\ | _ ^ ~ * ' " “ ” „ « » ( ) [ ] { } . , ; : ! ? …
            。 ， 、 ： ！ ？ ・ · • 「 」 km km/h kg m² h min s ml GB USD EUR CHF Mio Mrd lakh 万 亿 만 원 लाख
            Dr. St. No. Sat. Fr. lun. est. Gen. z.B. u. a. M. Mme Sr. p.m. am Uhr h30 January Mai août mayo maggio 月 日 年 월 जनवरी
            first 1st 2nd 3e 1er 2º 5ª 第 个 두 번 www. .com http:// a@b.de C++ A4 H2O B-52 v1.2.3
            <laugh> <sigh> </ <b> <|eot_id|> <custom_token_5> <speak> </speak> <break/> <sub &amp; &#65; &lt; ]]> <![CDATA[
            hello Welt été niño perché 你 好 नमस्ते 안녕 a I \u{301} \u{200D} \u{AD} \u{FEFF} \u{202E} 👩‍👩‍👧 🎉
            """
        return words.split(whereSeparator: \.isWhitespace).map(String.init) + [
            " ", " ", "\n", "\n\n", "\u{0}", "\t",
        ]
    }()

    private func text(_ random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...10, using: &random) {
            if Int.random(in: 0..<12, using: &random) == 0 {
                let highest: UInt32 = [0x80, 0x3000, 0x10FFFF].randomElement(using: &random)!
                let value = UInt32.random(in: 0...highest, using: &random)
                if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            } else {
                text += Self.pieces.randomElement(using: &random)!
                if Bool.random(using: &random) { text += " " }
            }
        }
        return text
    }

    private func options(_ random: inout SeededGenerator) -> TextOptions {
        var options = TextOptions()
        options.locale.language = Voice.Language.allCases.randomElement(using: &random)!
        options.locale.region = ["GB", "MX", "AR", "US", "CH", "BE", nil].randomElement(
            using: &random)!
        switch Int.random(in: 0..<16, using: &random) {
        case 0: options.syntax = .ssml
        case 1: options.normalization = .off
        case 2: options.unknownTags = .remove
        case 3: options.limits = TextLimits(sentence: 16, prompt: 16)
        default: break
        }
        return options
    }

    /// What is wrong with prompts; nil where nothing is.
    private func fault(_ prompts: [SpokenPrompt], of text: String) -> String? {
        var end = 0
        for prompt in prompts {
            guard SpecialToken.first(in: prompt.text) == nil else { return "a special token" }
            guard prompt.source.lowerBound >= end, prompt.source.upperBound <= text.utf8.count
            else {
                return "a source of \(prompt.source)"
            }
            end = prompt.source.upperBound
            for scalar in prompt.text.unicodeScalars where scalar.value < 0x20 || scalar == "\u{7F}"
            {
                return "a control character"
            }
            for reading in prompt.readings where reading.spoken.upperBound > prompt.text.utf8.count
            {
                return "a reading behind the prompt"
            }
        }
        return nil
    }

    @Test func nothingBreaksIt() throws {
        var random = SeededGenerator(seed: Damage.seed)
        for _ in 0..<Damage.rounds {
            let options = options(&random)
            var text = text(&random)
            if options.syntax == .ssml, Bool.random(using: &random) {
                text = "<speak>\(text)</speak>"
            }
            guard let prompts = try? PromptCutter.prompts(for: text, options) else { continue }
            let fault = fault(prompts, of: text)
            try #require(fault == nil, "\(options.language) \(text.debugDescription)")
        }
    }
}
