/// Currencies as German writes and says them.
enum GermanCurrencies {
    private static let euro = Currency("Euro", "Euro", "Cent", "Cent")
    private static let dollar = Currency("Dollar", "Dollar", "Cent", "Cent")
    private static let canadian = named("kanadischer Dollar", "kanadische Dollar", dollar)
    private static let australian = named("australischer Dollar", "australische Dollar", dollar)
    private static let hongkong = named("Hongkong-Dollar", dollar)
    private static let pound = Currency("Pfund", "Pfund", "Penny", "Pence", .neuter)
    private static let yen = Currency("Yen", "Yen")
    private static let yuan = Currency("Yuan", "Yuan")
    private static let won = Currency("Won", "Won")
    private static let francs = Currency("Franken", "Franken", "Rappen", "Rappen")
    private static let mark = Currency("Mark", "Mark", "Pfennig", "Pfennig", .feminine)
    private static let lira = Currency("Lira", "Lira", "Kuruş", "Kuruş", .feminine)
    private static let rupee = Currency("Rupie", "Rupien", "Paisa", "Paisa", .feminine)
    private static let rouble = Currency(
        "Rubel", "Rubel", "Kopeke", "Kopeken", cent: .feminine)
    private static let crown = Currency("Krone", "Kronen", "Öre", "Öre", .feminine, cent: .neuter)
    private static let bitcoin = Currency("Bitcoin", "Bitcoin")
    private static let shekel = Currency("Schekel", "Schekel")

    /// Before or behind an amount.
    static let symbols: PhraseTable<Currency> = [
        "€": euro, "EUR": euro, "$": dollar, "US$": named("US-Dollar", dollar),
        "USD": named("US-Dollar", dollar), "C$": canadian, "CAD": canadian, "A$": australian,
        "AUD": australian, "HK$": hongkong, "HKD": hongkong, "£": pound,
        "GBP": named("britisches Pfund", "britische Pfund", pound),
        "¥": yen, "JPY": yen, "CN¥": yuan, "CNY": yuan, "RMB": yuan, "元": yuan, "₩": won,
        "KRW": won, "CHF": named("Schweizer Franken", francs), "SFr.": francs,
        "sFr.": francs, "DM": named("D-Mark", mark), "₹": rupee, "INR": rupee, "₽": rouble,
        "RUB": rouble, "₺": lira, "TRY": lira, "₿": bitcoin, "BTC": bitcoin,
        "SEK": named("schwedische Krone", "schwedische Kronen", crown),
        "NOK": named("norwegische Krone", "norwegische Kronen", crown),
        "DKK": named("dänische Krone", "dänische Kronen", crown),
        "CZK": Currency("tschechische Krone", "tschechische Kronen", nil, nil, .feminine),
        "PLN": Currency("Zloty", "Zloty", "Groschen", "Groschen"),
        "HUF": Currency("Forint", "Forint"), "₪": shekel, "ILS": shekel,
        "BRL": Currency("Real", "Real", "Centavo", "Centavos"),
        "R$": Currency("Real", "Real", "Centavo", "Centavos"),
        "₴": Currency("Hrywnja", "Hrywnja", "Kopeke", "Kopeken", .feminine, cent: .feminine),
        "฿": Currency("Baht", "Baht"), "¢": Currency("Cent", "Cent"),
    ]

    /// In Switzerland.
    static let swiss = symbols.with([
        "Fr.": francs, "Fr": francs, "CHF": francs, "SFr.": francs, "sFr.": francs,
    ])

    /// Behind an amount only, in lower case.
    static let names: PhraseTable<Currency> = [
        "eur": euro, "usd": dollar, "chf": francs, "euro": euro, "dollar": dollar,
        "us-dollar": named("US-Dollar", dollar),
        "pfund": Currency("Pfund", "Pfund", nil, nil, .neuter),
        "yen": yen, "yuan": yuan, "won": won, "franken": francs, "mark": mark,
        "d-mark": named("D-Mark", mark), "rubel": rouble, "kronen": crown, "krone": crown,
        "rupien": rupee, "rupie": rupee, "lira": lira, "bitcoin": bitcoin, "bitcoins": bitcoin,
        "ct": Currency("Cent", "Cent"), "ct.": Currency("Cent", "Cent"),
        "cent": Currency("Cent", "Cent"),
    ]

    private static func named(_ name: String, _ like: Currency) -> Currency {
        named(name, name, like)
    }

    /// The small change and the gender of another currency.
    private static func named(_ one: String, _ many: String, _ like: Currency) -> Currency {
        Currency(one, many, like.centOne, like.centMany, like.gender, cent: like.centGender)
    }
}
