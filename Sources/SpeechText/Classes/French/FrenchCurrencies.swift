/// Currencies by symbol, code and name.
enum FrenchCurrencies {
    static let all: [String: Currency] = {
        var all: [String: Currency] = [:]
        for (names, currency) in table {
            for name in names.split(separator: " ") { all[String(name)] = currency }
        }
        return all
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

    private static let table: [(String, Currency)] = [
        ("€ eur euro euros", Currency("euro", "euros", "centime", "centimes")),
        ("m€ meur", Currency("million d'euros", "millions d'euros")),
        ("k€ keur", Currency("mille euros", "mille euros")),
        ("md€ mds€ mrd€", Currency("milliard d'euros", "milliards d'euros")),
        ("$ usd us$ $us dollar dollars", dollar()),
        ("m$", Currency("million de dollars", "millions de dollars")),
        ("md$", Currency("milliard de dollars", "milliards de dollars")),
        ("cad ca$ $ca c$ $can", dollar(" canadien")), ("aud a$ au$", dollar(" australien")),
        ("hkd hk$", dollar(" de Hong Kong")), ("sgd s$", dollar(" de Singapour")),
        ("nzd nz$", dollar(" néo-zélandais")),
        ("£ gbp", Currency("livre", "livres", "penny", "pence", .feminine)),
        ("chf frs fr. franc francs ff frf", franc()), ("xof xaf fcfa cfa", franc(" CFA")),
        ("¥ jpy", Currency("yen", "yens")), ("cny rmb", Currency("yuan", "yuans")),
        ("₹ inr", Currency("roupie", "roupies", "paisa", "paisas", .feminine)),
        ("₽ rub", Currency("rouble", "roubles", "kopeck", "kopecks")),
        ("₩ krw", Currency("won", "wons")), ("₪ ils", Currency("shekel", "shekels")),
        ("₺", pound("turque")), ("egp", pound("égyptienne")), ("lbp", pound("libanaise")),
        ("₴ uah", Currency("hryvnia", "hryvnias", nil, nil, .feminine)),
        ("₿ btc", Currency("bitcoin", "bitcoins")), ("brl r$", Currency("real", "reals")),
        ("mxn", Currency("peso mexicain", "pesos mexicains")), ("₱", Currency("peso", "pesos")),
        ("pln zł", Currency("zloty", "zlotys")), ("czk", crown("tchèque")),
        ("sek", crown("suédoise")), ("nok", crown("norvégienne")), ("dkk", crown("danoise")),
        ("huf", Currency("forint", "forints")), ("ron", Currency("leu", "lei")),
        ("mad", Currency("dirham", "dirhams", "centime", "centimes")),
        ("aed", Currency("dirham", "dirhams")), ("sar", Currency("riyal", "riyals")),
        ("tnd", Currency("dinar tunisien", "dinars tunisiens")),
        ("dzd", Currency("dinar algérien", "dinars algériens")),
        ("zar", Currency("rand", "rands")), ("thb ฿", Currency("baht", "bahts")),
    ]
}
