/// Semiotic classes in English words.
enum EnglishReadings {
    static func words(for content: Semiotic) -> String {
        switch content {
        case .cardinal(let numeral): EnglishNumbers.numeral(numeral)
        case .ordinal(let digits, _): EnglishNumbers.ordinal(digits)
        case .digits(let groups): digits(groups)
        case .year(let year): EnglishNumbers.year(year)
        case .decade(let year): EnglishNumbers.decade(year)
        case .fraction(let whole, let numerator, let denominator):
            EnglishNumbers.fraction(whole: whole, numerator: numerator, denominator: denominator)
        case .date(let day): date(day)
        case .time(let clock): time(clock)
        case .money(let amount, let scale, let currency): money(amount, scale, currency)
        case .measure(let amount, let scale, let unit): measure(amount, scale, unit)
        case .range(let low, let high, let word):
            words(for: low) + (word.isEmpty ? " " : " \(word) ") + words(for: high)
        case .roman(let value, let ordinal):
            ordinal
                ? "the " + EnglishNumbers.ordinal(String(value)) : EnglishNumbers.cardinal(value)
        case .abbreviation(let words), .letters(let words), .symbol(let words),
            .lexical(let words):
            words
        case .electronic(let address): electronic(address)
        case .silent: ""
        }
    }

    /// Groups of digits, parted by commas; a "plus" may stand before them.
    private static func digits(_ groups: String) -> String {
        var text = groups[...]
        var words = ""
        if text.hasPrefix("plus ") {
            words = "plus "
            text = text.dropFirst(5)
        }
        let groups = text.split(separator: ",").map(String.init)
        let parts = groups.enumerated().map { index, group in
            guard group.utf8.allSatisfy({ (48...57).contains($0) }) else { return group }
            // 1-800
            let isHundred = group.hasSuffix("00") && group.utf8.count == 3 && group.first != "0"
            return isHundred && index == 1 && groups[0] == "1"
                ? EnglishNumbers.cardinal(group) : EnglishNumbers.spelled(group)
        }
        return words + parts.joined(separator: ", ")
    }

    private static func date(_ day: Day) -> String {
        let month = EnglishWords.monthNames[day.month]
        let comma = day.hasComma ? "," : ""
        // 11/17/05
        let year = day.year.map { year in
            year < 10 ? EnglishNumbers.spelled("0\(year)") : EnglishNumbers.year(year)
        }
        guard let number = day.day else { return month + (year.map { comma + " " + $0 } ?? "") }
        let ordinal = EnglishNumbers.ordinal(String(number))
        if day.dayFirst {
            let words = (day.hasArticle ? "" : "the ") + ordinal + " of " + month
            return words + (year.map { comma + " " + $0 } ?? "")
        }
        return month + " " + ordinal + (year.map { comma + " " + $0 } ?? "")
    }

    private static func time(_ clock: Clock) -> String {
        var words = EnglishNumbers.cardinal(clock.hour)
        if let second = clock.second {
            words += clock.hour == 1 ? " hour" : " hours"
            words +=
                " " + counted(clock.minute ?? 0, "minute") + " and " + counted(second, "second")
        } else if let minute = clock.minute, minute > 0 {
            words += (minute < 10 ? " oh " : " ") + EnglishNumbers.cardinal(minute)
        } else if clock.half == nil {
            words += clock.hour == 0 ? " hundred" : " o'clock"
        }
        if let half = clock.half { words += " " + half }
        if let zone = clock.zone { words += " " + zone }
        return words
    }

    private static func counted(_ value: Int, _ unit: String) -> String {
        EnglishNumbers.cardinal(value) + " " + unit + (value == 1 ? "" : "s")
    }

    private static func money(_ amount: Numeral, _ scale: String?, _ currency: Currency) -> String {
        if let scale { return "\(EnglishNumbers.numeral(amount)) \(scale) \(currency.many)" }
        // Zeros behind the cents say nothing: $20.010.
        if let cents = amount.fraction, cents.utf8.count > 2, cents.last == "0" {
            var shorter = amount
            shorter.fraction = String(cents.dropLast())
            return money(shorter, scale, currency)
        }
        // Two decimals are small change, where the currency has any.
        if let cents = amount.fraction, cents.utf8.count <= 2, let one = currency.centOne,
            let many = currency.centMany, let figure = Int(cents)
        {
            let value = cents.utf8.count == 1 ? 10 * figure : figure
            let change = EnglishNumbers.cardinal(value) + " " + (value == 1 ? one : many)
            var whole = amount
            whole.fraction = nil
            if value == 0 { return money(whole, nil, currency) }
            if (amount.value ?? 0) == 0 { return (amount.negative ? "minus " : "") + change }
            return money(whole, nil, currency) + " " + change
        }
        return EnglishNumbers.numeral(amount) + " " + (amount.isOne ? currency.one : currency.many)
    }

    private static func measure(_ amount: Numeral, _ scale: String?, _ unit: Unit) -> String {
        let words = EnglishNumbers.numeral(amount)
        if let scale { return "\(words) \(scale)" + (unit.many.isEmpty ? "" : " " + unit.many) }
        return words + " " + (amount.isOne ? unit.one : unit.many)
    }

    /// Words as they are, digits one by one, marks by name.
    private static func electronic(_ address: String) -> String {
        var words: [String] = []
        var word = ""
        func closeWord(isUser: Bool, isMail: Bool) {
            guard !word.isEmpty else { return }
            let isDomain = !isUser && words.last == "dot"
            words.append(isDomain ? domain(word, isMail: isMail) : part(word))
            word = ""
        }
        // Before the last "@" no part is a domain.
        let user = address.split(separator: "@", omittingEmptySubsequences: false).dropLast()
        let userLength = user.joined(separator: "@").unicodeScalars.count
        for (index, character) in address.unicodeScalars.enumerated() {
            let isUser = index <= userLength
            if let name = markNames[character] {
                closeWord(isUser: isUser, isMail: userLength > 0)
                words.append(name)
            } else if ("0"..."9").contains(character) {
                closeWord(isUser: isUser, isMail: userLength > 0)
                words.append(EnglishNumbers.small[Int(character.value) - 48])
            } else {
                word.unicodeScalars.append(character)
            }
        }
        closeWord(isUser: false, isMail: userLength > 0)
        return words.joined(separator: " ")
    }

    /// Countries and short domains that are no word are said letter by letter.
    private static func domain(_ word: String, isMail: Bool) -> String {
        let isCountry = word.utf8.count == 2 && word != "co"
        let isRare = isMail && word.utf8.count == 3 && !spokenDomains.contains(word)
        return isCountry || isRare ? word.uppercased() : part(word)
    }

    /// Parts of addresses that are said letter by letter are written in capitals.
    private static func part(_ word: String) -> String {
        word == "jpg" ? "jpeg" : spelledParts.contains(word) ? word.uppercased() : word
    }

    private static let spokenDomains: Set<String> = [
        "com", "org", "net", "edu", "gov", "mil", "int", "biz", "pro", "app", "dev",
    ]

    private static let spelledParts: Set<String> = [
        "http", "https", "ftp", "www", "html", "htm", "php", "pdf", "xml", "png", "sm", "txt",
        "csv",
    ]

    private static let markNames: [Unicode.Scalar: String] = [
        ".": "dot", "-": "dash", "_": "underscore", "/": "slash", ":": "colon", "@": "at",
        "?": "question mark", "=": "equals", "&": "ampersand", "%": "percent", "+": "plus",
        "~": "tilde", "#": "hash", ",": "comma",
    ]
}
