/// Currencies by symbol, code and name.
enum ItalianCurrencies {
    static let table: PhraseTable<Currency> = {
        var table: [String: Currency] = [:]
        for (keys, currency) in list {
            for key in keys.split(separator: " ") { table[String(key)] = currency }
        }
        return PhraseTable(table)
    }()

    /// Names as they stand behind an amount; before one they belong to the words around them.
    static let names: [String: Currency] = {
        var names: [String: Currency] = [:]
        for code in ["EUR", "USD", "GBP", "ITL", "JPY", "RUB", "INR", "PLN"] {
            let currency = table[code]!
            names[currency.one] = currency
            names[currency.many] = currency
        }
        return names
    }()

    private static let list: [(String, Currency)] = [
        ("€ EUR", Currency("euro", "euro", "centesimo", "centesimi")),
        ("M€ MEUR", Currency("milione di euro", "milioni di euro")),
        ("$ USD", Currency("dollaro", "dollari", "centesimo", "centesimi")),
        (
            "US$ $US",
            Currency("dollaro americano", "dollari americani", "centesimo", "centesimi")
        ),
        (
            "CAD C$ CA$",
            Currency("dollaro canadese", "dollari canadesi", "centesimo", "centesimi")
        ),
        (
            "AUD A$ AU$",
            Currency("dollaro australiano", "dollari australiani", "centesimo", "centesimi")
        ),
        (
            "NZD NZ$",
            Currency("dollaro neozelandese", "dollari neozelandesi", "centesimo", "centesimi")
        ),
        (
            "HKD HK$",
            Currency("dollaro di Hong Kong", "dollari di Hong Kong", "centesimo", "centesimi")
        ),
        (
            "SGD S$",
            Currency("dollaro di Singapore", "dollari di Singapore", "centesimo", "centesimi")
        ),
        ("£ GBP", Currency("sterlina", "sterline", "penny", "penny", .feminine)),
        ("₤ ITL", Currency("lira", "lire", "centesimo", "centesimi", .feminine)),
        ("¥ JPY", Currency("yen", "yen")),
        ("CNY RMB", Currency("yuan", "yuan")),
        ("₩ KRW", Currency("won", "won")),
        ("₹ INR", Currency("rupia", "rupie", "paisa", "paise", .feminine)),
        ("₽ RUB", Currency("rublo", "rubli", "copeco", "copechi")),
        (
            "CHF SFr Fr",
            Currency("franco svizzero", "franchi svizzeri", "centesimo", "centesimi")
        ),
        ("SEK", Currency("corona svedese", "corone svedesi", "öre", "öre", .feminine)),
        ("NOK", Currency("corona norvegese", "corone norvegesi", "øre", "øre", .feminine)),
        ("DKK", Currency("corona danese", "corone danesi", "øre", "øre", .feminine)),
        ("CZK Kč", Currency("corona ceca", "corone ceche", "haléř", "haléř", .feminine)),
        ("PLN zł", Currency("zloty", "zloty", "grosz", "grosz")),
        ("HUF", Currency("fiorino", "fiorini")),
        ("RON", Currency("leu", "lei", "ban", "bani")),
        ("BGN", Currency("lev", "leva", "stotinka", "stotinki")),
        ("₺ TRY TL", Currency("lira turca", "lire turche", "kuruş", "kuruş", .feminine)),
        ("₴ UAH", Currency("grivnia", "grivnie", "copeco", "copechi", .feminine)),
        ("₪ ILS", Currency("siclo", "sicli", "agorà", "agorot")),
        ("BRL R$", Currency("real", "real", "centesimo", "centesimi")),
        ("MXN", Currency("peso", "pesos", "centesimo", "centesimi")),
        ("ZAR", Currency("rand", "rand", "centesimo", "centesimi")),
        ("₿ BTC", Currency("bitcoin", "bitcoin")),
        ("ETH", Currency("ether", "ether")),
        ("¢", Currency("centesimo", "centesimi")),
    ]
}
