extension Wording {
    /// What the common recognisers have to know of written Hindi.
    static let hindi: Wording = {
        var wording = Wording(
            numbers: NumberFormat(point: ".", separators: [","], hasPairs: true))
        wording.scales = HindiUnits.scales
        wording.currencies = HindiCurrencies.all
        wording.units = HindiUnits.all
        wording.months = months
        wording.clockWords = ["बजे"]
        wording.halfDays = [
            "am": "AM", "a.m": "AM", "a.m.": "AM", "pm": "PM", "p.m": "PM", "p.m.": "PM",
        ]
        for ending in HindiOrdinals.endings.union(HindiOrdinals.stemEndings)
            .union(HindiOrdinals.english)
        {
            wording.ordinalMarks[ending] = Form(ending: ending)
        }
        wording.rangeWord = "से"
        wording.abbreviations = HindiAbbreviations.all
        wording.symbols = [
            "&": "और", "@": "एट", "%": "प्रतिशत", "+": "प्लस", "=": "बराबर", "±": "प्लस माइनस",
            "×": "गुणा", "÷": "भागा", "≠": "बराबर नहीं", "≈": "लगभग", "~": "लगभग",
            "≤": "से कम या बराबर", "≥": "से ज़्यादा या बराबर", "°": "डिग्री", "√": "वर्गमूल",
            "∞": "अनंत", "π": "पाई", "§": "धारा", "₹": "रुपए", "$": "डॉलर", "€": "यूरो",
            "£": "पाउंड", "©": "कॉपीराइट", "²": "वर्ग", "³": "घन",
        ]
        for word in words("अध्याय भाग खंड खण्ड पाठ कक्षा चरण फेज टाइप श्रेणी अंक") {
            wording.beforeRoman[word] = false
        }
        for name in words(kings) { wording.beforeRoman[name] = true }
        return wording
    }()

    private static func words(_ list: String) -> [String] {
        list.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Names that stand before the number of a king, a queen or a pope.
    private static let kings = """
        एलिज़ाबेथ एलिजाबेथ जॉर्ज हेनरी लुई चार्ल्स विलियम एडवर्ड जेम्स पीटर निकोलस पॉल बेनेडिक्ट
        नेपोलियन फिलिप विक्टोरिया कैथरीन चंद्रगुप्त पुलकेशिन राजराज राजेंद्र विल्हेम
        """

    private static let months: [String: Int] = [
        "जनवरी": 1, "फरवरी": 2, "फ़रवरी": 2, "मार्च": 3, "अप्रैल": 4, "मई": 5, "जून": 6, "जुलाई": 7,
        "अगस्त": 8, "सितंबर": 9, "सितम्बर": 9, "अक्टूबर": 10, "अक्तूबर": 10, "नवंबर": 11,
        "नवम्बर": 11, "दिसंबर": 12, "दिसम्बर": 12, "फर": 2, "फ़र": 2, "अप्रै": 4, "सित": 9,
        "अक्टू": 10, "अक्तू": 10, "दिस": 12,
    ]
}
