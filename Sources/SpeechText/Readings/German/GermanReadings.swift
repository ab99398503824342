/// Semiotic classes in German words.
enum GermanReadings {
    static func words(for content: Semiotic) -> String {
        switch content {
        case .cardinal(let numeral): GermanNumbers.numeral(numeral)
        case .ordinal(let digits, let form): GermanNumbers.ordinal(digits, ending: form.ending)
        case .digits(let groups): digits(groups)
        case .year(let year): GermanNumbers.year(year)
        case .decade(let year): GermanNumbers.year(year) + "er"
        case .fraction(let whole, let numerator, let denominator):
            GermanNumbers.fraction(whole: whole, numerator: numerator, denominator: denominator)
        case .date(let day): date(day)
        case .time(let clock): time(clock)
        case .money(let amount, let scale, let currency):
            GermanAmounts.money(amount, scale, currency)
        case .measure(let amount, let scale, let unit): GermanAmounts.measure(amount, scale, unit)
        case .range(let low, let high, let word):
            words(for: low) + (word.isEmpty ? " " : " \(word) ") + words(for: high)
        case .roman(let value, _): GermanNumbers.cardinal(value)
        case .abbreviation(let words), .letters(let words), .symbol(let words),
            .lexical(let words):
            words
        case .electronic(let address): GermanAddresses.words(for: address)
        case .silent: ""
        }
    }

    /// Groups of digits, parted by commas; behind a "plus" stands the number of a country, which
    /// is said as a whole.
    private static func digits(_ text: String) -> String {
        var groups = text.split(separator: ",").map(String.init)
        guard let first = groups.first else { return "" }
        var words: [String] = []
        if first.hasPrefix("plus ") {
            let code = first.dropFirst(5)
            let isCode = code.utf8.count <= 3 && groups.count > 1
            words.append(
                "plus "
                    + (isCode
                        ? GermanNumbers.cardinal(String(code))
                        : GermanNumbers.spelled(String(code))))
            groups.removeFirst()
        }
        words += groups.map(GermanNumbers.spelled)
        return words.joined(separator: ", ")
    }

    private static func date(_ day: Day) -> String {
        let ending = day.form.ending
        let month =
            day.isMonthOrdinal
            ? GermanNumbers.ordinal(String(day.month), ending: ending)
            : GermanWords.monthNames[day.month]
        var words = day.day.map { GermanNumbers.ordinal(String($0), ending: ending) + " " } ?? ""
        words += month
        if let year = day.year { words += " " + GermanNumbers.year(year) }
        return words
    }

    private static func time(_ clock: Clock) -> String {
        var words = GermanNumbers.cardinal(String(clock.hour), one: "ein") + " Uhr"
        let minute = clock.minute ?? 0
        if let second = clock.second {
            words += " " + counted(minute, "Minute") + " und " + counted(second, "Sekunde")
        } else if minute > 0 {
            words += " " + GermanNumbers.cardinal(minute)
        }
        if let half = clock.half { words += " " + half }
        return words
    }

    /// eine Minute, zwei Minuten
    static func counted(_ value: Int, _ unit: String) -> String {
        GermanNumbers.cardinal(String(value), one: "eine") + " " + unit + (value == 1 ? "" : "n")
    }
}
