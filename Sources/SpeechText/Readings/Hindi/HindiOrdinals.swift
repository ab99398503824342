/// Ordinals in Hindi words, by the ending that is written.
enum HindiOrdinals {
    /// पहला, तीसरी, पच्चीसवें; English words for English endings: 2nd सेकंड.
    static func words(_ digits: String, _ form: Form) -> String {
        let value = Int(digits) ?? 0
        if english.contains(form.ending) {
            return englishWords(value) ?? HindiNumbers.ordinalStem(digits) + "वाँ"
        }
        if endings.contains(form.ending) { return HindiNumbers.ordinalStem(digits) + form.ending }
        // The first four and the sixth have a stem of their own: 4थी, 6ठे.
        guard let stem = stems[value], let vowel = form.ending.unicodeScalars.last else {
            return HindiNumbers.cardinal(digits) + form.ending
        }
        return stem + String(vowel)
    }

    /// Kings and chapters have names from Sanskrit: द्वितीय; from eleven on they are counted.
    static func regnal(_ value: Int) -> String {
        sanskrit.indices.contains(value - 1)
            ? sanskrit[value - 1] : HindiNumbers.cardinal(value) + "वें"
    }

    /// Up to 99, as Hindi says English ordinals.
    private static func englishWords(_ value: Int) -> String? {
        if (1..<20).contains(value) { return englishSmall[value - 1] }
        guard (20..<100).contains(value) else { return nil }
        let tens = englishTens[value / 10 - 2]
        return value % 10 == 0 ? tens + "एथ" : tens + " " + englishSmall[value % 10 - 1]
    }

    static let english: Set<String> = ["st", "nd", "rd", "th"]
    /// What makes an ordinal of any number.
    static let endings: Set<String> = ["वां", "वाँ", "वीं", "वें", "वा", "वी", "वे"]
    /// What makes one of the numbers with a stem of their own.
    static let stemEndings: Set<String> = [
        "ला", "ली", "ले", "रा", "री", "रे", "था", "थी", "थे", "ठा", "ठी", "ठे",
    ]

    private static let stems = [1: "पहल", 2: "दूसर", 3: "तीसर", 4: "चौथ", 6: "छठ"]
    private static let sanskrit = [
        "प्रथम", "द्वितीय", "तृतीय", "चतुर्थ", "पंचम", "षष्ठ", "सप्तम", "अष्टम", "नवम", "दशम",
    ]
    private static let englishSmall = [
        "फ़र्स्ट", "सेकंड", "थर्ड", "फ़ोर्थ", "फ़िफ्थ", "सिक्स्थ", "सेवंथ", "एटथ", "नाइंथ", "टेंथ",
        "इलेवंथ", "ट्वेल्फ्थ", "थर्टींथ", "फ़ोर्टींथ", "फ़िफ्टींथ", "सिक्स्टींथ", "सेवंटींथ",
        "एटींथ", "नाइंटींथ",
    ]
    private static let englishTens = [
        "ट्वेंटी", "थर्टी", "फ़ोर्टी", "फ़िफ्टी", "सिक्स्टी", "सेवंटी", "एटी", "नाइंटी",
    ]
}
