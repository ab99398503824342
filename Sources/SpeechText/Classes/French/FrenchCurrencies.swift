/// Currencies by symbol, code and name.
enum FrenchCurrencies {
    static let all: [String: Currency] = {
        var all: [String: Currency] = [:]
        for (names, currency) in table {
            for name in names.split(separator: " ") { all[String(name)] = currency }
        }
        return all
    }()

    private static func dollar(_ of: String = "") -> Currency {
        Currency("dollar" + of, "dollars" + of, "cent", "cents")
    }

    private static func crown(_ of: String) -> Currency {
        Currency("couronne " + of, "couronnes " + of + "s", "øre", "øre", .feminine)
    }

    private static let table: [(String, Currency)] = [
        ("€ eur euro euros", Currency("euro", "euros", "centime", "centimes")),
        ("m€ meur", Currency("million d'euros", "millions d'euros")),
        ("$ usd us$ $us dollar dollars", dollar()), ("m$", Currency("million de dollars", "millions de dollars")),
        ("cad ca$ $ca c$ $can", dollar(" canadien")), ("aud a$ au$", dollar(" australien")),
        ("hkd hk$", dollar(" de Hong Kong")), ("sgd s$", dollar(" de Singapour")),
        ("nzd nz$", dollar(" néo-zélandais")),
        (
            "£ gbp livre livres",
            Currency("livre", "livres", "penny", "pence", .feminine)
        ),
        ("chf frs fr. franc francs", Currency("franc", "francs", "centime", "centimes")),
        ("ff frf", Currency("franc", "francs", "centime", "centimes")),
        ("xof xaf fcfa cfa", Currency("franc CFA", "francs CFA")),
        ("¥ jpy yen yens", Currency("yen", "yens")), ("cny rmb", Currency("yuan", "yuans")),
        ("₹ inr", Currency("roupie", "roupies", "paisa", "paisas", .feminine)),
        ("₽ rub", Currency("rouble", "roubles", "kopeck", "kopecks")),
        ("₩ krw", Currency("won", "wons")), ("₪ ils", Currency("shekel", "shekels")),
        ("₺ try", Currency("livre turque", "livres turques", nil, nil, .feminine)),
        ("₴ uah", Currency("hryvnia", "hryvnias", nil, nil, .feminine)),
        ("₿ btc", Currency("bitcoin", "bitcoins")), ("brl r$", Currency("real", "reals")),
        ("mxn", Currency("peso mexicain", "pesos mexicains")), ("₱", Currency("peso", "pesos")),
        ("pln zł", Currency("zloty", "zlotys")), ("czk", crown("tchèque")),
        ("sek", crown("suédoise")), ("nok", crown("norvégienne")), ("dkk", crown("danoise")),
        ("huf", Currency("forint", "forints")), ("ron", Currency("leu", "lei")),
        ("mad", Currency("dirham", "dirhams", "centime", "centimes")),
        ("aed", Currency("dirham", "dirhams")), ("tnd", Currency("dinar tunisien", "dinars tunisiens")),
        ("dzd", Currency("dinar algérien", "dinars algériens")),
        ("sar", Currency("riyal", "riyals")), ("zar", Currency("rand", "rands")),
        ("thb ฿", Currency("baht", "bahts")), ("egp", Currency("livre égyptienne", "livres égyptiennes", nil, nil, .feminine)),
    ]
}
