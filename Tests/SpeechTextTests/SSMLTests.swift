import Orpheus
import SpeechText
import Testing

/// Text as a document of SSML.
@Suite("SSML")
struct SSMLTests {
    private func prompts(_ body: String, root: String = "<speak>") throws -> [SpokenPrompt] {
        try PromptCutter.prompts(for: root + body + "</speak>", TextOptions(syntax: .ssml))
    }

    private func words(_ body: String) throws -> String {
        try prompts(body).map(\.text).joined(separator: " ")
    }

    @Test(arguments: [
        ("It costs $5.", "It costs five dollars."),
        ("Tom &amp; Ann &lt;3 &#65;&#x42;", "Tom and Ann less than three AB"),
        ("a<!-- not this -->b <?or this?>c", "ab c"),
        ("<![CDATA[5 km & more]]>", "five kilometers and more"),
        ("<s>One</s><s>two</s>", "One two"),
        ("Wait\n  here", "Wait here"),
        (
            "<emphasis level=\"strong\">Very</emphasis> <prosody rate='slow'>well</prosody>.",
            "Very well."
        ),
        ("He said <unknown>yes</unknown>.", "He said yes."),
        ("Ah <laugh/> no", "Ah <laugh> no"),
        ("<phoneme alphabet=\"ipa\" ph=\"ǂ\">Ann</phoneme> came.", "Ann came."),
        ("<phoneme alphabet=\"other\" ph=\"an\">Ann</phoneme> came.", "Ann came."),
    ])
    func text(body: String, expected: String) throws { #expect(try words(body) == expected) }

    @Test(arguments: [
        ("characters", "B2-x", "B two dash X"), ("digits", "1905", "one nine zero five"),
        ("cardinal", "1905", "one thousand nine hundred and five"), ("ordinal", "3", "third"),
        ("date", "3/4/2020", "march fourth twenty twenty"), ("fraction", "3/4", "three quarters"),
        ("telephone", "555 1234", "five five five, one two three four"),
        ("time", "9:30", "nine thirty"), ("nonsense", "5", "five"),
    ])
    func sayAs(name: String, text: String, expected: String) throws {
        let body = "It is <say-as interpret-as=\"\(name)\">\(text)</say-as> now."
        #expect(try words(body) == "It is \(expected) now.")
    }

    @Test(arguments: [
        (Voice.Language.en, "ipa", "təˈmeɪtoʊ", "tuh-may-toe"),
        (.en, "x-sampa", "t@\"meItoU", "tuh-may-toe"), (.en, "ipa", "pɪˈkɑːn paɪ", "pih-kahn pigh"),
        (.en, "ipa", "ˈaɪs", "eyes"), (.en, "ipa", "ɡɛt", "gheht"), (.de, "ipa", "ˈʃøːn", "schöhn"),
        (.fr, "ipa", "bɔ\u{303}ʒuʁ", "bonjour"), (.es, "ipa", "keˈso", "quesó"),
        (.it, "ipa", "ˈtʃena", "cèna"), (.it, "ipa", "tʃao", "ciao"), (.zh, "ipa", "ta", "x"),
    ])
    func phonemesAreRespelled(
        language: Voice.Language, alphabet: String, phonemes: String, expected: String
    ) throws {
        let written = phonemes.replacing("\"", with: "&quot;")
        let document =
            "<speak><phoneme alphabet=\"\(alphabet)\" ph=\"\(written)\">x</phoneme></speak>"
        let options = TextOptions(locale: TextLocale(language), syntax: .ssml)
        let prompts = try PromptCutter.prompts(for: document, options)
        #expect(prompts.map(\.text) == [expected])
    }

    @Test(arguments: [
        "rate=\"80%\"", "rate=\"+10%\"", "rate=\"x-fast\"", "pitch=\"-2st\"", "volume=\"+6dB\"",
        "pitch=\"120Hz\"", "volume=\"silent\" rate=\"default\"", "contour=\"(0%,+20Hz)\"",
    ])
    func prosodyIsSpokenThrough(attributes: String) throws {
        #expect(try words("<prosody \(attributes)>Hi.</prosody>") == "Hi.")
    }

    @Test func aSubstituteIsSaidInItsPlace() throws {
        let body = "The <sub alias=\"World Wide Web Consortium\">W3C</sub>, in 2 parts."
        let prompts = try prompts(body)
        #expect(prompts.map(\.text) == ["The World Wide Web Consortium, in two parts."])
        let reading = try #require(prompts[0].readings.first { $0.className == "given" })
        let source = Array("<speak>\(body)".utf8)[reading.source]
        #expect(
            String(decoding: source, as: UTF8.self)
                == "<sub alias=\"World Wide Web Consortium\">W3C</sub>")
    }

    @Test func breaksAreSilence() throws {
        let body =
            "<break time=\"1s\"/>One. <break time='250ms'/><break strength=\"weak\"/>Two"
            + "<break strength=\"none\"/> three.<break time=\"1.5s\"/>"
        let prompts = try prompts(body)
        #expect(prompts.map(\.text) == ["One.", "Two three.", ""])
        #expect(prompts.map(\.silence) == [1000, 500, 1500])
    }

    @Test func wordsOfTwoLanguagesStayApart() throws {
        let text =
            "<speak>Say <lang xml:lang='de'>5 Uhr</lang> in <lang xml:lang='de'>2</lang>.</speak>"
        let options = TextOptions(syntax: .ssml)
        #expect(try spoken(text, options).text == "Say fünf Uhr in zwei.")
    }

    @Test func voicesAndLanguagesChangeAndComeBack() throws {
        let body =
            "One. <voice name=\"leo\">Two. <voice name=\"mia\">Three.</voice> Four.</voice>"
            + " <lang xml:lang=\"xx\">Five</lang>."
        let prompts = try prompts(body)
        #expect(prompts.map(\.text) == ["One.", "Two.", "Three.", "Four.", "Five."])
        #expect(prompts.map(\.voice) == [nil, "leo", "mia", "leo", nil])
    }

    @Test(arguments: [
        ("Hi", "text stands outside of all elements"),
        ("<p>Hi</p>", "the outermost element is <p>, not <speak>"),
        ("<speak>Hi", "the element 'speak' is not closed"),
        ("<speak><p>Hi</speak>", "'</speak>' closes nothing that is open"),
        ("<speak>a & b</speak>", "an '&' begins no entity"),
        ("<speak>&nbsp;</speak>", "there is no entity '&nbsp;'"),
        ("<speak>&#xD800;</speak>", "there is no entity '&#xD800;'"),
        ("<speak a=b>Hi</speak>", "'<speak a=b>' is no tag"),
        ("<!DOCTYPE speak [<!ENTITY a \"b\">]><speak/>", "document types are not read"),
        ("<speak/><speak/>", "a second document begins"),
        ("<speak><sub>Hi</sub></speak>", "<sub> has no alias"),
        ("<speak><break time=\"1h\"/></speak>", "'1h' is no time of a break"),
        ("<speak><break time=\"99s\"/></speak>", "'99s' is no time of a break"),
        ("<speak><phoneme>Hi</phoneme></speak>", "<phoneme> has no ph"),
        ("<speak><prosody rate=\"quick\"/></speak>", "'quick' is no rate of <prosody>"),
        ("<speak><prosody rate=\"-150%\"/></speak>", "'-150%' is no rate of <prosody>"),
        ("<speak><prosody pitch=\"5km\"/></speak>", "'5km' is no pitch of <prosody>"),
        ("<speak><emphasis level=\"huge\"/></speak>", "'huge' is no level of <emphasis>"),
        ("<speak><x", "the document ends within a tag"),
    ])
    func whatIsWrongIsSaid(document: String, reason: String) {
        let error = #expect(throws: TextError.self) {
            try PromptCutter.prompts(for: document, TextOptions(syntax: .ssml))
        }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "nothing")")
    }

    @Test func depthAndTagsAreBounded() {
        for document in [
            "<speak>" + String(repeating: "<p>", count: 100),
            "<speak a=\"" + String(repeating: "x", count: 5000),
            "<speak><say-as interpret-as=\"digits\">" + String(repeating: "1", count: 2000),
        ] {
            #expect(throws: TextError.self) {
                try PromptCutter.prompts(for: document, TextOptions(syntax: .ssml))
            }
        }
    }

    /// However a document is parted, the prompts are the same, and none holds more than a tag.
    @Test func cutsChangeNothing() throws {
        let document =
            "<speak>Dr. Ada <sub alias=\"a &lt;|b|&gt; c\">x</sub> paid &#36;5. "
            + "<break time=\"1s\"/><voice name=\"leo\"><laugh/> &lt;|eot_id|&gt; Yes &amp; no.</voice>"
            + "</speak>"
        let options = TextOptions(syntax: .ssml)
        let whole = try PromptCutter.prompts(for: document, options)
        for size in [1, 2, 7, 30] {
            var cutter = PromptCutter(options)
            var prompts: [SpokenPrompt] = []
            var rest = document[...]
            while !rest.isEmpty {
                prompts += try cutter.append(String(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            #expect(try prompts + cutter.finish() == whole)
        }
        for prompt in whole {
            let bare = prompt.text.replacing("<laugh>", with: "")
            #expect(!bare.contains("<") && !bare.contains("|"))
        }
    }
}
