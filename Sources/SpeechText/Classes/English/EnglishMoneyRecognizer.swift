/// Amounts of money: $5.50, £3 million, US$20, 20 EUR, 5¢.
struct EnglishMoneyRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let (currency, length) = prefix(line, index), line.startsWord(index) {
            guard let (numeral, count) = line.amount(index + length) else { return }
            let end = index + length + count
            add(numeral, currency, line, index, end, &candidates)
            // $10-15
            if line.isDash(end), line.touches(end), line.touchingNumber(end + 1) != nil,
                let (high, highCount) = line.amount(end + 1)
            {
                let last = end + 1 + highCount
                let scale = scale(line, last)
                guard scale != nil || line.endsWord(last) else { return }
                let most = Semiotic.money(high, scale: scale, currency: currency)
                let content = Semiotic.range(.cardinal(numeral), most, word: "to")
                candidates.append(
                    Candidate(last + (scale == nil ? 0 : 1) - index, content, cost: 14))
            }
        } else if let (numeral, count) = line.amount(index) {
            let end = index + count
            if let token = line[end], token.kind == .mark,
                token.gap == .none || token.text == "€" && line.number(end + 1) == nil,
                let currency = Self.symbols[token.scalar]
            {
                candidates.append(
                    Candidate(count + 1, .money(numeral, scale: nil, currency: currency), cost: 13))
            } else if let token = line[end], token.kind == .word,
                let currency = Self.codes[token.text] ?? Self.smallCodes[token.text],
                line.endsWord(end + 1)
            {
                candidates.append(
                    Candidate(count + 1, .money(numeral, scale: nil, currency: currency), cost: 13))
            }
        }
    }

    private func add(
        _ numeral: Numeral, _ currency: Currency, _ line: Line, _ index: Int, _ end: Int,
        _ candidates: inout [Candidate]
    ) {
        var end = end
        // $100 USD is told twice: the code says more.
        if let code = Self.codes[line[end]?.text ?? ""], line.endsWord(end + 1) {
            candidates.append(
                Candidate(
                    end + 1 - index, .money(numeral, scale: nil, currency: code), cost: 13))
        }
        // $5s and $20s
        if numeral.fraction == nil, let value = numeral.value, [1, 5, 10, 20, 50].contains(value),
            line.touchingWord(end) == "s", line.endsWord(end + 1)
        {
            candidates.append(Candidate(end + 1 - index, .decade(value), cost: 12))
        }
        var scale = scale(line, end)
        if scale != nil { end += 1 }
        // A $2-billion deal
        if scale == nil, line.touchingMark(end, "-"), line.touches(end + 1),
            let joined = line.scale(end + 1)
        {
            (scale, end) = (joined, end + 2)
        }
        // A $20 bill
        if isName(numeral, scale, line, index, end) {
            let bill = Currency(currency.one, currency.one)
            candidates.append(
                Candidate(end - index, .money(numeral, scale: scale, currency: bill), cost: 12))
        }
        candidates.append(
            Candidate(end - index, .money(numeral, scale: scale, currency: currency), cost: 13))
    }

    /// The word of an amount's size, or what is short for it: $5 million, $5M, $5 b, $5 mil.
    private func scale(_ line: Line, _ end: Int) -> String? {
        if let scale = line.scale(end) { return scale }
        guard let word = line.word(end), line.endsWord(end + 1) else { return nil }
        return Self.scales[word] ?? (line.touches(end) ? Self.gluedScales[word] : nil)
    }

    private static let scales = [
        "m": "million", "b": "billion", "mil": "million", "mill": "million", "bil": "billion",
    ]
    private static let gluedScales = ["k": "thousand", "t": "trillion"]

    /// Whether the amount names what follows, and so stays in the singular: a $20 bill, $20 bills,
    /// a $3 million house.
    private func isName(
        _ numeral: Numeral, _ scale: String?, _ line: Line, _ index: Int, _ end: Int
    ) -> Bool {
        guard numeral.fraction == nil || scale != nil, let thing = line[end], thing.gap == .space,
            thing.startsLowercase
        else { return false }
        if scale == nil, Self.bills.contains(line.lower[end]) { return true }
        return EnglishWords.determiners.contains(line.word(index - 1) ?? "")
            && !EnglishMeasureRecognizer.behindAmounts.contains(line.lower[end])
    }

    private static let bills: Set<String> = ["bill", "bills", "note", "notes", "coin", "coins"]

    private func prefix(_ line: Line, _ index: Int) -> (Currency, Int)? {
        guard let token = line[index] else { return nil }
        if token.kind == .mark {
            guard token.scalar == "$" || !token.scalar.isASCII else { return nil }
            return Self.symbols[token.scalar].map { ($0, 1) }
        }
        guard token.kind == .word else { return nil }
        if line.touchingMark(index + 1, "$"), let currency = Self.dollars[token.text] {
            return (currency, 2)
        }
        if let currency = Self.codes[token.text], line[index + 1]?.kind == .number {
            return (currency, 1)
        }
        if token.text == "Rs" { return (Self.rupee, line.touchingMark(index + 1, ".") ? 2 : 1) }
        return nil
    }

    private static let dollar = Currency("dollar", "dollars", "cent", "cents")
    private static let euro = Currency("euro", "euros", "cent", "cents")
    private static let pound = Currency("pound", "pounds", "penny", "pence")
    private static let yen = Currency("yen", "yen")
    private static let rupee = Currency("rupee", "rupees", "paisa", "paise")

    private static let symbols: [Unicode.Scalar: Currency] = [
        "$": dollar, "€": euro, "£": pound, "¥": yen, "￥": yen, "₹": rupee,
        "₩": Currency("won", "won"), "₽": Currency("ruble", "rubles"),
        "¢": Currency("cent", "cents"),
        "₪": Currency("shekel", "shekels"), "₺": Currency("lira", "lira"),
        "₫": Currency("dong", "dong"), "₿": Currency("bitcoin", "bitcoins"),
        "₦": Currency("naira", "naira"), "₱": Currency("peso", "pesos"),
        "฿": Currency("baht", "baht"), "₴": Currency("hryvnia", "hryvnias"),
        "₡": Currency("colon", "colones"), "₲": Currency("guarani", "guaranies"),
        "₵": Currency("cedi", "cedis"), "₸": Currency("tenge", "tenge"),
        "₭": Currency("kip", "kip"), "₮": Currency("tugrik", "tugriks"),
    ]

    private static let dollars: [String: Currency] = [
        "US": Currency("US dollar", "US dollars", "cent", "cents"),
        "A": Currency("Australian dollar", "Australian dollars", "cent", "cents"),
        "AU": Currency("Australian dollar", "Australian dollars", "cent", "cents"),
        "C": Currency("Canadian dollar", "Canadian dollars", "cent", "cents"),
        "CA": Currency("Canadian dollar", "Canadian dollars", "cent", "cents"),
        "NZ": Currency("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
        "HK": Currency("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
        "S": Currency("Singapore dollar", "Singapore dollars", "cent", "cents"),
        "R": Currency("Brazilian real", "Brazilian reais", "centavo", "centavos"),
    ]

    /// Codes that are no word in small letters either.
    private static let smallCodes = [
        "usd": codes["USD"]!, "eur": codes["EUR"]!, "gbp": codes["GBP"]!, "jpy": codes["JPY"]!,
        "inr": codes["INR"]!, "cny": codes["CNY"]!,
    ]

    private static let codes: [String: Currency] = [
        "USD": dollars["US"]!, "EUR": euro, "GBP": pound, "JPY": yen, "INR": rupee,
        "AUD": dollars["AU"]!, "CAD": dollars["CA"]!, "NZD": dollars["NZ"]!,
        "CHF": Currency("Swiss franc", "Swiss francs", "centime", "centimes"),
        "CNY": Currency("yuan", "yuan"), "RMB": Currency("yuan", "yuan"),
        "SEK": Currency("Swedish krona", "Swedish kronor"),
        "NOK": Currency("Norwegian krone", "Norwegian kroner"),
        "DKK": Currency("Danish krone", "Danish kroner"),
        "KRW": Currency("won", "won"), "RUB": Currency("ruble", "rubles"),
        "BRL": dollars["R"]!, "HKD": dollars["HK"]!, "SGD": dollars["S"]!,
        "MXN": Currency("Mexican peso", "Mexican pesos", "centavo", "centavos"),
        "ZAR": Currency("rand", "rand"), "TRY": Currency("lira", "lira"),
        "THB": Currency("baht", "baht"), "PLN": Currency("zloty", "zlotys"),
        "CZK": Currency("Czech koruna", "Czech korunas"), "HUF": Currency("forint", "forints"),
        "ILS": Currency("shekel", "shekels"), "AED": Currency("dirham", "dirhams"),
        "SAR": Currency("riyal", "riyals"), "TWD": Currency("Taiwan dollar", "Taiwan dollars"),
        "UAH": Currency("hryvnia", "hryvnias"),
        "PHP": Currency("Philippine peso", "Philippine pesos"),
        "IDR": Currency("rupiah", "rupiah"), "VND": Currency("dong", "dong"),
        "NGN": Currency("naira", "naira"), "PKR": Currency("Pakistani rupee", "Pakistani rupees"),
        "BTC": Currency("bitcoin", "bitcoins"),
    ]
}
