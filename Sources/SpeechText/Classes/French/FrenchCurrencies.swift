/// Currencies by symbol, code and name.
enum FrenchCurrencies {
    /// By symbol and code, before or behind an amount.
    static let all: PhraseTable<Currency> = {
        var all: [String: Currency] = [:]
        for (names, currency) in table {
            for name in names.split(separator: " ") { all[String(name)] = currency }
        }
        return PhraseTable(all)
    }()

    private static func dollar(_ origin: String = "") -> Currency {
        Currency("dollar" + origin, "dollars" + origin, "cent", "cents")
    }

    private static func franc(_ origin: String = "") -> Currency {
        Currency("franc" + origin, "francs" + origin, "centime", "centimes")
    }

    private static func crown(_ origin: String) -> Currency {
        Currency("couronne " + origin, "couronnes " + origin + "s", nil, nil, .feminine)
    }

    private static func pound(_ origin: String) -> Currency {
        Currency("livre " + origin, "livres " + origin + "s", nil, nil, .feminine)
    }

    private static let euro = Currency("euro", "euros", "centime", "centimes")

    /// Codes in capitals stand for themselves only: a "mad" is no dirham.
    private static let table: [(String, Currency)] = [
        ("€ eur", euro), ("m€ meur", Currency("million d'euros", "millions d'euros")),
        ("k€ keur", Currency("mille euros", "mille euros")),
        ("md€ mds€ mrd€", Currency("milliard d'euros", "milliards d'euros")),
        ("$ usd us$ $us", dollar()), ("m$", Currency("million de dollars", "millions de dollars")),
        ("md$", Currency("milliard de dollars", "milliards de dollars")),
        ("CAD ca$ $ca c$ $can", dollar(" canadien")), ("AUD a$ au$", dollar(" australien")),
        ("HKD hk$", dollar(" de Hong Kong")), ("SGD s$", dollar(" de Singapour")),
        ("NZD nz$", dollar(" néo-zélandais")),
        ("£ gbp", Currency("livre", "livres", "penny", "pence", .feminine)),
        ("chf frs FF FRF", franc()), ("XOF XAF fcfa", franc(" CFA")),
        ("¥ jpy", Currency("yen", "yens")), ("CNY RMB", Currency("yuan", "yuans")),
        ("₹ INR", Currency("roupie", "roupies", "paisa", "paisas", .feminine)),
        ("₽ RUB", Currency("rouble", "roubles", "kopeck", "kopecks")),
        ("₩ KRW", Currency("won", "wons")), ("₪ ILS", Currency("shekel", "shekels")),
        ("₺ TRY", pound("turque")), ("EGP", pound("égyptienne")), ("LBP", pound("libanaise")),
        ("₴ UAH", Currency("hryvnia", "hryvnias", nil, nil, .feminine)),
        ("₿ BTC", Currency("bitcoin", "bitcoins")), ("BRL r$", Currency("real", "reals")),
        ("MXN", Currency("peso mexicain", "pesos mexicains")), ("₱", Currency("peso", "pesos")),
        ("PLN zł", Currency("zloty", "zlotys")), ("CZK", crown("tchèque")),
        ("SEK", crown("suédoise")), ("NOK", crown("norvégienne")), ("DKK", crown("danoise")),
        ("HUF", Currency("forint", "forints")), ("RON", Currency("leu", "lei")),
        ("MAD", Currency("dirham", "dirhams", "centime", "centimes")),
        ("AED", Currency("dirham", "dirhams")), ("SAR", Currency("riyal", "riyals")),
        ("TND", Currency("dinar tunisien", "dinars tunisiens")),
        ("DZD", Currency("dinar algérien", "dinars algériens")),
        ("ZAR", Currency("rand", "rands")), ("THB ฿", Currency("baht", "bahts")),
    ]

    /// By name, behind an amount only: L'Euro 2016 was a cup.
    static let named: [String: Currency] = [
        "euro": euro, "euros": euro, "dollar": dollar(), "dollars": dollar(), "franc": franc(),
        "francs": franc(), "cfa": franc(" CFA"),
    ]
}
