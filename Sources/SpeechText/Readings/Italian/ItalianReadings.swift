/// Semiotic classes in Italian words.
enum ItalianReadings {
    static func words(for content: Semiotic) -> String {
        switch content {
        case .cardinal(let numeral): ItalianNumbers.numeral(numeral)
        case .ordinal(let digits, let form): ItalianOrdinals.ordinal(digits, form)
        case .digits(let groups): digits(groups)
        case .year(let year), .decade(let year): ItalianNumbers.cardinal(year)
        case .fraction(let whole, let numerator, let denominator):
            ItalianNumbers.fraction(whole: whole, numerator: numerator, denominator: denominator)
        case .date(let day): date(day)
        case .time(let clock): time(clock)
        case .money(let amount, let scale, let currency):
            ItalianAmounts.money(amount, scale, currency)
        case .measure(let amount, let scale, let unit): ItalianAmounts.measure(amount, scale, unit)
        case .range(let low, let high, let word): range(words(for: low), words(for: high), word)
        case .roman(let value, let ordinal):
            ordinal
                ? ItalianOrdinals.ordinal(String(value), .plain) : ItalianNumbers.cardinal(value)
        case .abbreviation(let words), .letters(let words), .symbol(let words),
            .lexical(let words):
            words
        case .electronic(let address): ItalianAddresses.words(for: address)
        case .silent: ""
        }
    }

    /// Groups of digits, parted by commas; a "plus" may stand before them.
    private static func digits(_ groups: String) -> String {
        var text = groups[...]
        var words = ""
        if text.hasPrefix("plus ") {
            words = "più "
            text = text.dropFirst(5)
        }
        let parts = text.split(separator: ",").map { ItalianNumbers.spelled(String($0)) }
        return words + parts.joined(separator: ", ")
    }

    /// The first day of a month is an ordinal, except behind an elided article: l'1 maggio.
    private static func date(_ day: Day) -> String {
        var words = ItalianWording.monthNames[day.month - 1]
        if let number = day.day {
            let isFirst = number == 1 && !day.hasArticle
            words = (isFirst ? "primo" : ItalianNumbers.cardinal(number)) + " " + words
        }
        return words + (day.year.map { " " + ItalianNumbers.cardinal($0) } ?? "")
    }

    private static func time(_ clock: Clock) -> String {
        var words = clock.hour == 1 ? "una" : ItalianNumbers.cardinal(clock.hour)
        let minute = clock.minute ?? 0
        if let second = clock.second {
            words += " e " + counted(minute, "minuto", "minuti")
            words += " e " + counted(second, "secondo", "secondi")
        } else if minute > 0 {
            // Halves and quarters go with the hours of a dial.
            switch minute {
            case 15 where clock.hour <= 12: words += " e un quarto"
            case 30 where clock.hour <= 12: words += " e mezza"
            default: words += " e " + counted(minute, "minuto", "minuti")
            }
        }
        if let half = clock.half { words += " " + half }
        return words
    }

    private static func counted(_ value: Int, _ one: String, _ many: String) -> String {
        ItalianAmounts.counted(Numeral(digits: String(value)), one, many, .masculine)
    }

    /// Da cinque a dieci, where the text has no preposition of its own.
    private static func range(_ low: String, _ high: String, _ word: String) -> String {
        switch word {
        case ItalianRangeRecognizer.fromTo: "da \(low) a \(high)"
        case ItalianRangeRecognizer.days: elided("dal", low) + " " + elided("al", high)
        default: "\(low) \(word) \(high)"
        }
    }

    /// Dal tre, dall'otto.
    private static func elided(_ article: String, _ words: String) -> String {
        let startsWithVowel = words.first.map("aeiou".contains) ?? false
        return startsWithVowel ? article + "l'" + words : article + " " + words
    }
}
