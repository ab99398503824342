import Orpheus
import SpeechText
import Testing

@Suite struct SentenceTests {
    private func sentences(_ text: String, _ language: Voice.Language = .en) throws -> [String] {
        let bytes = Array(text.utf8)
        return try sentenceRanges(of: text, language: language).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
    }

    /// A bar stands where a sentence ends.
    @Test(arguments: [
        "It rained.| We stayed in.", "Really?| Yes!| Good.", "He met Dr. Lund.| She was out.",
        "The U.S. Army left.", "He moved to the U.S. He liked it.".replacing("S. H", with: "S.| H"),
        "It cost $3.50 in all.| Cheap.", "Version 2.5 is out.", "At 5 p.m. we ate.",
        "She said, \"Go.\"| He went.", "\"Why?\" he asked.", "(It was late.) we went on.",
        "Well... maybe.| Or not...| Who knows?", "J. S. Bach wrote it.| It lasts.",
        "See Fig. 3 for this.| Done.", "Is it No. 5?| No.| It is six.", "We, i.e. all of us, left.",
        "Mail a.b@c.com now.| Thanks.", "What?!| Never.", "Wait <sigh> no.| <laugh> Yes.",
        "you and I.| Did they?", "It ended.|Then we left.", "i went home.| then i slept.",
        "Tea, milk etc. were bought.", "Smith & Co. sold it.", "He (born in St. Paul) left.",
        "1. Wash it.| 2. Dry it.", "Dear all,\nhow are you?", "A title\n|The text begins.",
        "One\n\n|two", "- one\n|- two", "Go… |Now.".replacing(" |", with: "| "),
        "1.) Mix it| 2.) Bake it", "a) Tea| b) Milk", "1. See Step 2.| Rest.", "• tea| • milk",
        "tea\n|milk\n|plums", "By 4 p.m. Mrs. Roe slept.", "He ate.[2]| She ran.",
        "It faded . . . I think.", "It faded.| . . . The end.", "\"So it is [...]\" (Roe 5).",
        "We left on Day 12.|So did they.", "It cost Rs. 40 more.", "See N°. 12 there.",
        "Ann Roe Jr. Day came.", "Stop! -- no.",
        "It was known then (Roe).7| So they left.", "We use version 1.1 Beta.",
        "Who is it now?| - Nobody.", "He met Dr. Lee - Ann.",
    ])
    func english(marked: String) throws {
        let expected = marked.split(separator: "|").map { part in
            part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        }
        #expect(try sentences(marked.replacing("|", with: "")) == expected.map { String($0) })
    }

    @Test func otherLanguages() throws {
        #expect(try sentences("你好。今天好吗？很好！", .zh) == ["你好。", "今天好吗？", "很好！"])
        #expect(try sentences("是３．１４．很好．", .zh) == ["是３．１４．", "很好．"])
        #expect(try sentences("यह घर है। वह गया।", .hi) == ["यह घर है।", "वह गया।"])
        #expect(
            try sentences("Das war's. Am 3. Mai kam er. Gut!", .de) == [
                "Das war's.", "Am 3. Mai kam er.", "Gut!",
            ])
        #expect(try sentences("¿Qué tal? ¡Bien!", .es) == ["¿Qué tal?", "¡Bien!"])
        #expect(try sentences("안녕하세요. 반갑습니다.", .ko) == ["안녕하세요.", "반갑습니다."])
    }
}
