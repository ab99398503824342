/// What is written short and said in full; keys without white space.
enum HindiAbbreviations {
    static let all: PhraseTable<String> = {
        var all = titles
        all.merge(others) { first, _ in first }
        addSigns(to: &all)
        return PhraseTable(all)
    }()

    /// The same with the sign of abbreviation instead of dots: डॉ॰.
    static func addSigns<Value>(to table: inout [String: Value]) {
        for (key, value) in table where key.contains(".") {
            table[String(key.map { $0 == "." ? "॰" : $0 })] = value
        }
    }

    /// Those before a name or a number.
    private static let titles: [String: String] = [
        "डॉ.": "डॉक्टर", "डा.": "डॉक्टर", "डाॅ.": "डॉक्टर", "प्रो.": "प्रोफेसर", "कु.": "कुमारी",
        "मा.": "मास्टर", "इं.": "इंजीनियर", "इंजी.": "इंजीनियर", "श्री.": "श्री",
        "श्रीमती.": "श्रीमती", "सुश्री.": "सुश्री", "पं.": "पंडित", "स्व.": "स्वर्गीय",
        "एड.": "एडवोकेट", "अधि.": "अधिवक्ता", "मि.": "मिस्टर", "मिस.": "मिस",
        "लेफ्टि.": "लेफ्टिनेंट", "कै.": "कैप्टन", "कैप्ट.": "कैप्टन", "ब्रिगे.": "ब्रिगेडियर",
        "सु.": "सूबेदार", "ठा.": "ठाकुर", "चौ.": "चौधरी", "मो.": "मोहम्मद", "मु.": "मुहम्मद",
        "सं.": "संख्या", "क्र.": "क्रमांक", "क्रं.": "क्रमांक", "नं.": "नंबर", "पृ.": "पृष्ठ",
        "रु.": "रुपए", "प्रा.": "प्राइवेट", "उदा.": "उदाहरण", "अनु.": "अनुच्छेद",
        "वि.सं.": "विक्रम संवत", "Dr.": "डॉक्टर", "Mr.": "मिस्टर", "Mrs.": "मिसेज़", "Ms.": "मिस",
        "Prof.": "प्रोफेसर", "St.": "सेंट", "No.": "नंबर", "vs.": "बनाम", "vs": "बनाम",
    ]

    /// The last words of what is written with a dot.
    static let dotted = lastWords([String](all.keys) + HindiCurrencies.all.keys)
    /// The same of units; without a number they are words.
    static let dottedUnits = lastWords([String](HindiUnits.all.keys))

    private static func lastWords(_ keys: [String]) -> Set<String> {
        Set(
            keys.filter { $0.hasSuffix(".") }.compactMap { $0.split(separator: ".").last }
                .map(String.init))
    }

    private static let others: [String: String] = [
        "ई.पू.": "ईसा पूर्व", "ईपू": "ईसा पूर्व", "ई.": "ईस्वी", "कि.मी.": "किलोमीटर",
        "कि.ग्रा.": "किलोग्राम", "लि.": "लिमिटेड", "प्रा.लि.": "प्राइवेट लिमिटेड",
        "उ.प्र.": "उत्तर प्रदेश", "म.प्र.": "मध्य प्रदेश", "हि.प्र.": "हिमाचल प्रदेश",
        "आं.प्र.": "आंध्र प्रदेश", "अ.प्र.": "अरुणाचल प्रदेश", "प.बं.": "पश्चिम बंगाल",
        "जि.": "ज़िला", "Ltd.": "लिमिटेड", "etc.": "इत्यादि", "बी.ए.": "बी ए", "एम.ए.": "एम ए",
        "अ.भा.": "अखिल भारतीय",
    ]
}
