/// Numbers in Hindi words, by the Indian scales.
enum HindiNumbers {
    private static let hundred = "सौ"
    /// Powers of ten from above, each a hundred times the next but for the last.
    private static let scales: [(zeros: Int, name: String)] = [
        (17, "शंख"), (15, "पद्म"), (13, "नील"), (11, "खरब"), (9, "अरब"), (7, "करोड़"), (5, "लाख"),
        (3, "हज़ार"),
    ]
    /// More figures than this are said one by one.
    private static let longest = 40

    /// Any string of digits; behind a hundred शंख these are counted by the same scales.
    static func cardinal(_ digits: String) -> String {
        let figures = Array(digits.utf8.drop { $0 == UInt8(ascii: "0") })
        if figures.isEmpty { return below100[0] }
        guard figures.count <= longest else { return spelled(digits) }
        return words(figures[...]).joined(separator: " ")
    }

    static func cardinal(_ value: Int) -> String { cardinal(String(value)) }

    private static func words(_ digits: ArraySlice<UInt8>) -> [String] {
        var rest = digits
        var words: [String] = []
        for (zeros, name) in scales where rest.count > zeros {
            let count = Self.words(rest.dropLast(zeros))
            rest = rest.suffix(zeros)
            if !count.isEmpty { words += count + [name] }
        }
        let value = rest.reduce(0) { $0 * 10 + Int($1) - 48 }
        if value >= 100 { words += [below100[value / 100], hundred] }
        if value % 100 > 0 { words.append(below100[value % 100]) }
        return words
    }

    /// One digit after the other.
    static func spelled(_ digits: String) -> String {
        digits.utf8.map { below100[Int($0) - 48] }.joined(separator: " ")
    }

    static func numeral(_ numeral: Numeral) -> String {
        let sign = numeral.negative ? "माइनस " : ""
        // A point without a whole part is still said behind a zero.
        let whole = sign + cardinal(numeral.digits)
        guard let fraction = numeral.fraction else { return whole }
        return whole + " दशमलव " + spelled(fraction)
    }

    /// 1947 उन्नीस सौ सैंतालीस, 2024 दो हज़ार चौबीस.
    static func year(_ year: Int) -> String {
        countsHundreds(year) ? hundreds(year) : cardinal(year)
    }

    private static func countsHundreds(_ value: Int) -> Bool {
        (1100...9999).contains(value) && value / 100 % 10 > 0
    }

    private static func hundreds(_ value: Int) -> String {
        let rest = value % 100
        return below100[value / 100] + " " + hundred + (rest > 0 ? " " + below100[rest] : "")
    }

    /// Cardinals that ordinals are made of: four figures count hundreds.
    static func ordinalStem(_ digits: String) -> String {
        guard digits.utf8.count == 4, let value = Int(digits), countsHundreds(value) else {
            return cardinal(digits)
        }
        return hundreds(value)
    }

    /// Halves and quarters as they are spoken of: डेढ़, ढाई, साढ़े तीन, सवा चार, पौने पाँच.
    ///
    /// - Parameter fraction: 5, 25 or 75; others have no such words.
    static func quarters(_ whole: Int, _ fraction: String) -> String? {
        switch (fraction, whole) {
        case ("5", 0): "आधा"
        case ("5", 1): "डेढ़"
        case ("5", 2): "ढाई"
        case ("5", _): "साढ़े " + cardinal(whole)
        case ("25", 0): "चौथाई"
        case ("25", 1...): "सवा " + cardinal(whole)
        case ("75", 0): "पौन"
        case ("75", _): "पौने " + cardinal(whole + 1)
        default: nil
        }
    }

    /// 0...99: each has a word of its own.
    static let below100 = """
        शून्य एक दो तीन चार पाँच छह सात आठ नौ
        दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
        बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस
        तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
        चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास
        पचास इक्यावन बावन तिरेपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ
        साठ इकसठ बासठ तिरेसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
        सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी
        अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी
        नब्बे इक्यानबे बानबे तिरानबे चौरानबे पंचानबे छियानबे सत्तानबे अट्ठानबे निन्यानबे
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
