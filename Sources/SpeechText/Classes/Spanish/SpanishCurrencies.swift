/// Currencies by symbol, code and name; one in lower case stands for any case.
enum SpanishCurrencies {
    static let all: PhraseTable<Currency> = {
        var all: [String: Currency] = [:]
        for (keys, currency) in list {
            for key in keys.split(separator: " ") { all[String(key)] = currency }
        }
        return PhraseTable(all)
    }()

    /// Where $ stands for pesos.
    static let pesos = all.with(["$": cents("peso", "pesos")])

    private static let list: [(String, Currency)] = [
        ("€ eur euro euros", Currency("euro", "euros", "céntimo", "céntimos")),
        ("$ dólar dólares", cents("dólar", "dólares")),
        (
            "us$ usd $us u$s u$d u$ $usd",
            cents("dólar estadounidense", "dólares estadounidenses")
        ),
        (
            "£ gbp", Currency("libra", "libras", "penique", "peniques", .feminine)
        ),
        ("libra libras", Currency("libra", "libras", "penique", "peniques", .feminine)),
        ("¥ jpy yen yenes", Currency("yen", "yenes")),
        ("cny rmb yuan yuanes", cents("yuan", "yuanes")),
        ("₩ krw", Currency("won", "wones")), ("₽ rub", kopeks),
        (
            "₹ inr rs rs.",
            Currency("rupia", "rupias", "paisa", "paisas", .feminine, cent: .feminine)
        ),
        ("pkr", Currency("rupia pakistaní", "rupias pakistaníes", nil, nil, .feminine)),
        ("chf", Currency("franco suizo", "francos suizos", "céntimo", "céntimos")),
        ("fr fr. frs", Currency("franco", "francos", "céntimo", "céntimos")),
        ("mk dm", Currency("marco", "marcos")),
        ("kr kr.", Currency("corona", "coronas", nil, nil, .feminine)),
        ("sek", Currency("corona sueca", "coronas suecas", nil, nil, .feminine)),
        ("nok", Currency("corona noruega", "coronas noruegas", nil, nil, .feminine)),
        ("dkk", Currency("corona danesa", "coronas danesas", nil, nil, .feminine)),
        ("isk", Currency("corona islandesa", "coronas islandesas", nil, nil, .feminine)),
        ("czk", Currency("corona checa", "coronas checas", nil, nil, .feminine)),
        ("pln", Currency("esloti", "eslotis")), ("huf", Currency("florín", "florines")),
        ("₺", cents("lira", "liras", .feminine)),
        ("try", cents("lira turca", "liras turcas", .feminine)),
        ("₪ ils", Currency("séquel", "séqueles")), ("฿ thb", Currency("baht", "bahts")),
        ("₫ vnd", Currency("dong", "dongs")),
        ("₴ uah", Currency("grivna", "grivnas", nil, nil, .feminine)),
        ("₱ php", cents("peso filipino", "pesos filipinos")),
        ("₦ ngn", Currency("naira", "nairas", nil, nil, .feminine)),
        ("zar", cents("rand", "rands")), ("mad", cents("dírham marroquí", "dírhams marroquíes")),
        ("aed", Currency("dírham", "dírhams")), ("sar", Currency("riyal", "riyales")),
        ("qar", Currency("riyal catarí", "riyales cataríes")),
        ("kwd", Currency("dinar kuwaití", "dinares kuwaitíes")),
        ("egp", cents("libra egipcia", "libras egipcias", .feminine)),
        ("cad", cents("dólar canadiense", "dólares canadienses")),
        ("aud", cents("dólar australiano", "dólares australianos")),
        ("nzd", cents("dólar neozelandés", "dólares neozelandeses")),
        ("hkd hk$", cents("dólar de Hong Kong", "dólares de Hong Kong")),
        ("sgd", cents("dólar de Singapur", "dólares de Singapur")),
        ("twd", cents("dólar taiwanés", "dólares taiwaneses")),
        ("mxn mx$ mex$", cents("peso mexicano", "pesos mexicanos")),
        ("ars ar$", cents("peso argentino", "pesos argentinos")),
        ("clp", cents("peso chileno", "pesos chilenos")),
        ("cop col$", cents("peso colombiano", "pesos colombianos")),
        ("uyu $u", cents("peso uruguayo", "pesos uruguayos")),
        ("cup", cents("peso cubano", "pesos cubanos")),
        ("dop rd$", cents("peso dominicano", "pesos dominicanos")),
        ("m$n", cents("peso", "pesos")),
        ("bop bob", cents("peso boliviano", "pesos bolivianos")),
        ("bs bs.", cents("bolívar", "bolívares")),
        ("vef ves ved", cents("bolívar", "bolívares")),
        ("brl r$", cents("real", "reales")),
        ("pen s/ s/.", Currency("sol", "soles", "céntimo", "céntimos")),
        ("₲ pyg", Currency("guaraní", "guaraníes")),
        ("crc ₡", Currency("colón costarricense", "colones costarricenses", "céntimo", "céntimos")),
        ("svc", cents("colón salvadoreño", "colones salvadoreños")),
        ("gtq", cents("quetzal", "quetzales")), ("hnl", cents("lempira", "lempiras")),
        ("nio c$", cents("córdoba", "córdobas", .feminine)),
        ("pab b/. b/", Currency("balboa", "balboas", "centésimo", "centésimos")),
        ("ptas pts. pta pesetas", Currency("peseta", "pesetas", "céntimo", "céntimos", .feminine)),
        ("btc ₿", Currency("bitcoin", "bitcoins")),
        ("¢ centavo centavos", Currency("centavo", "centavos")),
        ("céntimo céntimos", Currency("céntimo", "céntimos")),
        ("peso pesos", cents("peso", "pesos")), ("bolívares", cents("bolívar", "bolívares")),
        ("reales", cents("real", "reales")),
        ("coronas", Currency("corona", "coronas", nil, nil, .feminine)),
        ("francos", Currency("franco", "francos")),
        ("rupias", Currency("rupia", "rupias", nil, nil, .feminine)),
    ]

    private static let kopeks = Currency("rublo", "rublos", "kopek", "kopeks")

    private static func cents(
        _ one: String, _ many: String, _ gender: Form.Gender = .masculine
    ) -> Currency {
        Currency(one, many, "centavo", "centavos", gender)
    }
}
