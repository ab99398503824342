import Foundation
import SpeechText
import TestSupport
import Testing

@Suite struct HindiReadingTests {
    private func expect(_ written: String, _ spokenText: String) throws {
        #expect(try spoken(written, language: .hi).text == spokenText)
    }

    @Test(arguments: [
        ("0", "शून्य"), ("२७ छात्र", "सत्ताईस छात्र"), ("14,52,300", "चौदह लाख बावन हज़ार तीन सौ"),
        ("३५०७", "तीन हज़ार पाँच सौ सात"), ("-8", "माइनस आठ"), ("009", "शून्य शून्य नौ"),
        ("५ लाख मत", "पाँच लाख मत"), ("1.5 करोड़", "डेढ़ करोड़"), ("1.25 लाख", "सवा लाख"),
        ("3.75 अरब", "पौने चार अरब"), ("120.5 लाख",
            "एक सौ बीस दशमलव पाँच लाख"), ("100000000000000000000", "एक हज़ार शंख"),
        ("12साल", "बारह साल"), ("a\u{0663}", "a तीन"),
    ])
    func cardinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("6.25", "छह दशमलव दो पाँच"), ("०.०४", "शून्य दशमलव शून्य चार"), (".5", "शून्य दशमलव पाँच"),
        ("1,250.75 पर", "एक हज़ार दो सौ पचास दशमलव सात पाँच पर"),
    ])
    func decimals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1ले", "पहले"), ("३री", "तीसरी"), ("7वाँ दिन", "सातवाँ दिन"),
        ("21 वीं सदी", "इक्कीसवीं सदी"),
        ("१०८वें", "एक सौ आठवें"), ("1857वां", "अठारह सौ सत्तावनवां"),
        ("12th मंज़िल", "ट्वेल्फ्थ मंज़िल"),
        ("42nd", "फ़ोर्टी सेकंड"),
    ])
    func ordinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("सन 1757", "सन सत्रह सौ सत्तावन"), ("1983 में", "उन्नीस सौ तिरासी में"),
        ("वर्ष २०११", "वर्ष दो हज़ार ग्यारह"), ("1983 सीटें", "एक हज़ार नौ सौ तिरासी सीटें"),
        ("1939-1945", "उन्नीस सौ उनतालीस से उन्नीस सौ पैंतालीस"),
        ("1970s के", "उन्नीस सौ सत्तर के दशक के"), ("1956-57", "उन्नीस सौ छप्पन से सत्तावन"),
        ("322 ई.पू. में", "तीन सौ बाईस ईसा पूर्व में"),
    ])
    func years(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("5 मार्च 1931 को", "पाँच मार्च उन्नीस सौ इकतीस को"),
        ("26 जनवरी, 1950", "छब्बीस जनवरी, उन्नीस सौ पचास"),
        ("२२-०७", "बाईस जुलाई"), ("8/9/2023", "आठ सितंबर दो हज़ार तेईस"),
        ("2019-11-30", "तीस नवंबर दो हज़ार उन्नीस"),
        ("05-28-1998", "मई अट्ठाईस उन्नीस सौ अट्ठानबे"),
    ])
    func dates(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("9:20", "नौ बजकर बीस मिनट"), ("६:००", "छह बजे"), ("1:30 बजे", "डेढ़ बजे"),
        ("4:15", "सवा चार बजे"), ("12:45", "पौने एक बजे"), ("18:30", "अठारह बजकर तीस मिनट"),
        ("3:04:05", "तीन बजकर चार मिनट पाँच सेकंड"), ("8 PM", "रात आठ बजे"),
        ("5:07 बजे चला", "पाँच बजकर सात मिनट पर चला"), ("5:07 बजे तक", "पाँच बजकर सात मिनट तक"),
        ("6:30 a.m.", "सुबह साढ़े छह बजे"), ("9:00-10:30", "नौ बजे से साढ़े दस बजे"),
    ])
    func times(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("₹1", "एक रुपया"), ("₹८.२५", "आठ रुपए पच्चीस पैसे"), ("£0.01", "एक पेनी"),
        ("Rs. 750/- दो", "सात सौ पचास रुपए दो"), ("रु. 40", "चालीस रुपए"), ("90 USD", "नब्बे डॉलर"),
        ("₹2.5 करोड़", "ढाई करोड़ रुपए"), ("₹20-30", "बीस से तीस रुपए"),
        ("-₹60", "माइनस साठ रुपए"), ("30 रुपए/किलो", "तीस रुपए प्रति किलो"),
        ("₹70/kg", "सत्तर रुपए प्रति किलोग्राम"), ("1500/-", "एक हज़ार पाँच सौ रुपए"),
        ("₹2.4 लाख करोड़", "दो दशमलव चार लाख करोड़ रुपए"),
    ])
    func money(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("35%", "पैंतीस प्रतिशत"), ("७ km", "सात किलोमीटर"), ("5 कि.मी. दूर", "पाँच किलोमीटर दूर"),
        ("-4°C", "माइनस चार डिग्री सेल्सियस"), ("2.5 घंटे", "ढाई घंटे"), ("1 hr", "एक घंटा"),
        ("3.25 hr", "सवा तीन घंटे"), ("90 km/h", "नब्बे किलोमीटर प्रति घंटा"),
        ("8-10 kg", "आठ से दस किलोग्राम"), ("6x4", "छह बाई चार"), ("5G", "पाँच जी"),
        ("40 sq.ft", "चालीस वर्ग फीट"), ("5'7\"", "पाँच फुट सात इंच"), ("4K", "चार के"),
        ("6 कि॰मी॰", "छह किलोमीटर"),
    ])
    func measures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("5/8", "पाँच बटा आठ"), ("४ २/५", "चार और दो बटा पाँच"), ("3 1/2", "साढ़े तीन"),
        ("2½", "ढाई"), ("½ कप", "आधा कप"), ("3/4 कप", "तीन चौथाई कप"), ("12345678/0",
            "एक करोड़ तेईस लाख पैंतालीस हज़ार छह सौ अठहत्तर बटा शून्य"),
    ])
    func fractions(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("+91 98100 12345", "प्लस नौ एक, नौ आठ एक शून्य शून्य, एक दो तीन चार पाँच"),
        ("9810012345", "नौ आठ एक शून्य शून्य एक दो तीन चार पाँच"),
        ("कॉल करें 2224-123456", "कॉल करें शून्य दो दो दो चार, एक दो तीन चार पाँच छह"),
        ("ओटीपी 5093 है", "ओटीपी पाँच शून्य नौ तीन है"), ("कोहिमा, नागालैंड 797001",
            "कोहिमा, नागालैंड सात नौ सात शून्य शून्य एक"),
        ("1800 120 4455", "एक आठ शून्य शून्य, एक दो शून्य, चार चार पाँच पाँच"),
        ("AI2380", "ए आई दो तीन आठ शून्य"), ("18-20, नेहरू रोड, 3rd फ्लोर",
            "एक आठ हाइफ़न दो शून्य, नेहरू रोड, थर्ड फ्लोर"),
        ("नेहरू रोड पर 18 लोग थे", "नेहरू रोड पर अठारह लोग थे"),
    ])
    func figures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("ravi7@gmail.com", "आर ए वी आई सात एट जीमेल डॉट कॉम"),
        ("blue-sky.co.in/", "ब्लू हाइफ़न एस के वाई डॉट सी ओ डॉट इन फॉरवर्ड स्लैश"),
        ("172.16.0.9", "एक सात दो डॉट एक छह डॉट शून्य डॉट नौ"), ("photo.png", "फोटो डॉट पी एन जी"),
        ("D:\\Music\\", "डी कोलन बैकवर्ड स्लैश म्यूज़िक बैकवर्ड स्लैश"),
    ])
    func electronic(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("डॉ. रमन", "डॉक्टर रमन"), ("प्रो. एम. के. मेनन", "प्रोफेसर एम के मेनन"),
        ("म.प्र. में", "मध्य प्रदेश में"), ("डॉ॰ रमन", "डॉक्टर रमन"),
        ("UPI और ISRO", "यू पी आई और इसरो"),
        ("लुई XIV", "लुई चौदहवें"), ("अध्याय VII", "अध्याय सात"), ("जॉर्ज III", "जॉर्ज तृतीय"),
        ("9 - 4 = 5", "नौ माइनस चार बराबर पाँच"), ("2 < 3", "दो लेस दैन तीन"),
        ("#भारत", "हैशटैग भारत"), ("“हाँ…”", "\"हाँ...\""),
    ])
    func abbreviationsAndSymbols(written: String, words: String) throws {
        try expect(written, words)
    }

    @Test(arguments: [
        "वह घर आई और सो गई।", "क्या आप जी रहे हैं?", "\"चलो,\" उसने कहा।", "हम सब साथ-साथ चलेंगे!",
        "नगर के मार्ग पर भीड़ थी; सब लोग रुके रहे।",
    ])
    func plainTextStays(text: String) throws { try expect(text, text) }

    /// A bar stands where a sentence ends.
    @Test(arguments: [
        "बारिश हुई।| हम घर में रहे।", "सच?| हाँ!| ठीक।", "डॉ. सेन आए।| वह नहीं आई।",
        "उसने पानी दिया. |फिर वह गया.", "एस. के. रॉय मिले.| फिर गए.", "रु. 500 दो।|फिर जाओ।",
        "उ. प्र. की सरकार", "वह 8 कि.मी. चला।", "\"चलो।\" उसने कहा।| वह गया।",
        "1. धोएँ।| 2. सुखाएँ।", "\"कहाँ?\" उसने पूछा।",
    ])
    func sentences(marked: String) throws {
        let text = marked.replacing("|", with: "")
        let bytes = Array(text.utf8)
        let found = try sentenceRanges(of: text, language: .hi).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
        let expected = marked.split(separator: "|").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(found == expected)
    }

    /// Devanagari digits are read as ASCII digits are, and a reading knows its bytes.
    @Test func digitsOfOtherScriptsKeepTheirPlace() throws {
        let text = "कुल ₹१२० दो"
        let readings = try spoken(text, language: .hi).readings
        let money = try #require(readings.first { $0.className == "money" })
        #expect(String(decoding: Array(text.utf8)[money.source], as: UTF8.self) == "₹१२०")
        #expect(money.text == "एक सौ बीस रुपए")
    }

    @Test func textThatIsNotNormalizedKeepsItsDigits() throws {
        let prompts = try PromptCutter.prompts(for: "१२ बजे", language: .hi, normalization: .off)
        #expect(prompts.map(\.text) == ["१२ बजे"])
    }

    @Test func cardinalsAgreeWithICU() throws {
        let formatter = NumberFormatter()
        formatter.numberStyle = .spellOut
        formatter.locale = Locale(identifier: "hi")
        var random = SeededGenerator(seed: 5)
        let larger = (0..<500).map { _ in Int.random(in: 2001...999_999_999_999, using: &random) }
        for value in Array(0...2000) + larger {
            let icu = try #require(formatter.string(from: NSNumber(value: value)))
            // ICU writes both words with other letters for the same sounds.
            let expected = icu.replacing("पन्द्रह", with: "पंद्रह").replacing("हजार", with: "हज़ार")
            let digits = grouped(value)
            #expect(try spoken(digits, language: .hi).text.withoutJoints == expected.withoutJoints)
        }
    }

    /// With commas, so that it is a count and no telephone number.
    private func grouped(_ value: Int) -> String {
        var groups: [String] = []
        var rest = String(value)
        while rest.count > 3 {
            groups.insert(String(rest.suffix(3)), at: 0)
            rest.removeLast(3)
        }
        return ([rest] + groups).joined(separator: ",")
    }
}

extension String {
    fileprivate var withoutJoints: String {
        String(unicodeScalars.filter { $0 != " " && $0 != "-" && $0 != "\u{AD}" })
    }
}
