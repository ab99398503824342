import SpeechText
import TestSupport
import Testing

@Suite struct HostileInputTests {
    @Test(arguments: ["", " \n\t ", "\u{FEFF}"])
    func emptyTextIsRefused(text: String) {
        #expect(throws: TextError.empty) { try PromptCutter.prompts(for: text) }
    }

    @Test(arguments: ["...", "🎉", "?!", "</b>.", "— “”"])
    func textWithoutASoundIsRefused(text: String) {
        #expect(throws: TextError.nothingToSpeak) { try PromptCutter.prompts(for: text) }
    }

    @Test func hugeTextIsRefusedAndWhatCameBeforeStays() throws {
        var cutter = PromptCutter(limits: TextLimits(source: 20))
        _ = try cutter.append("Hello there.")
        #expect(throws: TextError.tooLong(limit: 20)) { try cutter.append("123456789") }
        #expect(try cutter.append(" Bye.").map(\.text) == ["Hello there."])
        #expect(try cutter.finish().map(\.text) == ["Bye."])
    }

    @Test(
        arguments: [
            ([0x61, 0xFF], 1), ([0x80], 0), ([0xC3], 0), ([0xC0, 0x80], 0),
            ([0x61, 0xC3, 0x28], 2),
            ([0xED, 0xA0, 0x80], 1), ([0xE0, 0x80, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 1),
            ([0xF5, 0x80], 0), ([0xE2, 0x82], 0), ([0xF0, 0x9F, 0x8E, 0x41], 3),
            ([0x41, 0xF0, 0x9F], 1),
        ] as [([UInt8], Int)])
    func invalidUTF8IsRefusedWithItsPlace(bytes: [UInt8], offset: Int) {
        #expect(throws: TextError.invalidUTF8(offset: offset)) { try validatedText(bytes: bytes) }
    }

    @Test func validUTF8Passes() throws {
        let text = "naïve 你好 🎉\u{0}\u{10FFFF}"
        #expect(try validatedText(bytes: Array(text.utf8)) == text)
    }

    @Test func everyErrorIsASentence() {
        let errors: [TextError] = [
            .empty, .nothingToSpeak, .tooLong(limit: 7), .invalidUTF8(offset: 3),
        ]
        #expect(errors.allSatisfy { $0.description.count > 20 })
        #expect(TextError.tooLong(limit: 7).description.contains("7"))
    }

    /// Long runs of anything are read to their end; with a quadratic step it would take minutes.
    @Test(arguments: [
        "7", ".", "1.", "1,", "(", "<", "<a", "<laugh>", "a", "a.", "a. ", "\u{301}", "a\u{301}",
        "\n", " ",
        "-", "1-", "\"", "$", "!", "! ", ". ", "1/", ":1", "a@", "@a.", "http://", "I. ", "’", "你",
        "👩‍👩‍👧",
        "\u{200D}", "\u{0}", "_", "<|", "|>", "<custom_token_", "A ", "5% ", "1:", "Dr. ", "...)",
        "$1$", "1e", "12-", "1.1.2020 ", "a-", "#a", "a'", "\"'", "m²", "<a>", "१-", "क-", "第1",
        "100 000 ",
    ])
    func longRunsAreRead(unit: String) throws {
        try expectToBeRead("a " + String(repeating: unit, count: 100_000 / unit.utf8.count))
    }

    @Test(arguments: ["7", "Dr. Ito paid $5 in 1999, e.g. <laugh> on May 5. "])
    func theLongestTextIsRead(unit: String) throws {
        let count = TextLimits.standard.source / unit.utf8.count - 2
        try expectToBeRead("a " + String(repeating: unit, count: count))
    }

    private func expectToBeRead(_ text: String) throws {
        let prompts = try PromptCutter.prompts(for: text)
        #expect(prompts.first?.source.lowerBound == 0)
        // A reading may be longer than the budget, but not by much.
        #expect(prompts.allSatisfy { $0.text.utf8.count < 16 * TextLimits.standard.prompt })
    }

    @Test func anyScalarsMayCome() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<1000 {
            var text = "a"
            for _ in 0..<40 {
                let highest: UInt32 = [0x80, 0x250, 0x3000, 0x10FFFF].randomElement(using: &random)!
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...highest, using: &random)) {
                    text.unicodeScalars.append(scalar)
                }
            }
            for prompt in try PromptCutter.prompts(for: text) {
                let isSpeakable = prompt.text.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && $0.value != 0x7F
                }
                #expect(isSpeakable, "\(text.debugDescription)")
            }
        }
    }
}
