/// Units of measure by their symbols.
enum FrenchUnits {
    static let all: PhraseTable<Unit> = {
        var all = simple
        for symbol in overUnits {
            let unit = simple[symbol]!
            for (under, name) in underNames where all[symbol + "/" + under] == nil {
                all[symbol + "/" + under] = Unit(
                    unit.one + " par " + name, unit.many + " par " + name, unit.gender)
            }
        }
        return PhraseTable(all)
    }()

    /// What another unit is counted by: km/h, g/l.
    private static let overUnits = [
        "m", "km", "cm", "mm", "g", "kg", "mg", "µg", "t", "l", "ml", "cl", "kWh", "W", "h", "j",
        "hab", "hab.", "pers", "kcal", "ko", "Mo", "Go", "Mb", "Gb", "kbit", "Mbit", "Gbit", "N",
        "J", "kJ", "mol", "m²", "m³", "m2", "m3", "px", "pt", "pts", "°",
    ]

    /// What stands behind the slash.
    static let underUnits = PhraseTable(underNames)

    private static let underNames = [
        "h": "heure", "heure": "heure", "s": "seconde", "seconde": "seconde", "min": "minute",
        "minute": "minute", "mn": "minute", "j": "jour", "jour": "jour", "an": "an",
        "mois": "mois", "semaine": "semaine", "nuit": "nuit", "ha": "hectare", "l": "litre",
        "litre": "litre", "kg": "kilogramme", "kilo": "kilo", "g": "gramme", "t": "tonne",
        "m": "mètre", "km": "kilomètre", "m²": "mètre carré", "m2": "mètre carré",
        "m³": "mètre cube", "m3": "mètre cube", "km²": "kilomètre carré",
        "km2": "kilomètre carré", "s²": "seconde carrée", "s2": "seconde carrée",
        "cm²": "centimètre carré", "cm³": "centimètre cube", "ml": "millilitre",
        "cl": "centilitre", "dl": "décilitre", "mol": "mole", "kwh": "kilowattheure",
        "mwh": "mégawattheure", "personne": "personne", "pers": "personne", "hab": "habitant",
    ]

    private static let simple: [String: Unit] = {
        var all: [String: Unit] = [:]
        for (names, gender) in [(masculine, Form.Gender.masculine), (feminine, .feminine)] {
            for (symbols, one, many) in names {
                for symbol in symbols.split(separator: " ") {
                    all[String(symbol)] = Unit(one, many, gender)
                }
            }
        }
        for (symbol, name) in ["m": "mètre", "g": "gramme", "l": "litre"] {
            all[symbol] = Unit(name)
            for (prefix, more) in smallPrefixes { all[prefix + symbol] = Unit(more + name) }
        }
        for (symbol, one, many, prefixes) in prefixed {
            all[symbol] = all[symbol] ?? Unit(one, many)
            for prefix in prefixes {
                let more = largePrefixes[prefix]!
                all[String(prefix) + symbol] = Unit(more + one, more + (many ?? one + "s"))
            }
        }
        for symbol in ["Mo", "Go", "To"] { all[symbol.lowercased()] = all[symbol] }
        all["L"] = all["l"]
        for symbol in ["m", "km", "cm", "mm", "dm", "hm", "dam"] {
            let unit = all[symbol]!
            for (mark, shape) in ["²": "carré", "2": "carré", "³": "cube", "3": "cube"] {
                all[symbol + mark] = Unit(unit.one + " " + shape, unit.many + " " + shape + "s")
            }
        }
        return all
    }()

    private static let smallPrefixes = [
        "k": "kilo", "h": "hecto", "da": "déca", "d": "déci", "c": "centi", "m": "milli",
        "µ": "micro", "μ": "micro",
    ]
    private static let largePrefixes: [Character: String] = [
        "k": "kilo", "M": "méga", "G": "giga", "T": "téra", "P": "péta", "m": "milli",
        "µ": "micro", "n": "nano", "h": "hecto",
    ]
    /// Symbol, name, name of many, and the prefixes in use.
    private static let prefixed: [(String, String, String?, String)] = [
        ("V", "volt", nil, "kmMµ"), ("W", "watt", nil, "kMGTm"), ("Hz", "hertz", "hertz", "kMGT"),
        ("Wh", "wattheure", nil, "kMGT"), ("J", "joule", nil, "kMG"), ("A", "ampère", nil, "kmµ"),
        ("Pa", "pascal", nil, "khMG"), ("N", "newton", nil, "kM"), ("Ω", "ohm", nil, "kM"),
        ("o", "octet", nil, "kMGTP"), ("B", "octet", nil, "kMGTP"), ("b", "bit", nil, "kMGT"),
        ("bit", "bit", nil, "kMGT"), ("F", "farad", nil, "mµn"),
        ("bps", "bit par seconde", "bits par seconde", "kMGT"),
        ("eV", "électronvolt", nil, "kMGT"), ("Ah", "ampère-heure", "ampères-heures", "mk"),
    ]

    /// Symbols, name, and the names of many where they are no mere plural in s.
    private static let masculine: [(String, String, String?)] = [
        ("%", "pour cent", "pour cent"), ("‰", "pour mille", "pour mille"), ("°", "degré", nil),
        ("°c ℃", "degré Celsius", "degrés Celsius"),
        ("°f", "degré Fahrenheit", "degrés Fahrenheit"), ("°k", "kelvin", nil), ("K", "K", "K"),
        ("q", "quintal", "quintaux"), ("j", "jour", nil), ("ha", "hectare", nil),
        ("ft", "pied", nil), ("nm", "nanomètre", nil),
        ("mph", "mile par heure", "miles par heure"),
        ("kmh", "kilomètre par heure", "kilomètres par heure"), ("ch cv", "cheval", "chevaux"),
        ("tr/min rpm", "tour par minute", "tours par minute"),
        ("bpm", "battement par minute", "battements par minute"),
        ("kgf", "kilogramme-force", "kilogrammes-force"), ("bar", "bar", nil),
        ("mbar", "millibar", nil), ("hpa", "hectopascal", nil), ("db", "décibel", nil),
        ("mmhg", "millimètre de mercure", "millimètres de mercure"), ("px", "pixel", nil),
        ("mpx", "mégapixel", nil), ("dpi", "point par pouce", "points par pouce"),
        ("pts pt", "point", nil), ("hab hab.", "habitant", nil), ("ct cts", "centime", nil),
        ("VA", "voltampère", nil), ("Nm", "newton-mètre", "newtons-mètres"), ("M", "million", nil),
        // Letters that are names of things here: 5G, 3D.
        ("G", "G", "G"), ("S", "S", "S"), ("T", "T", "T"), ("Q", "Q", "Q"), ("B", "B", "B"),
        ("F", "F", "F"), ("b", "b", "b"), ("o", "o", "o"),
    ]

    private static let feminine: [(String, String, String?)] = [
        ("t", "tonne", nil), ("kt", "kilotonne", nil), ("Mt", "mégatonne", nil),
        ("lb lbs", "livre", nil), ("oz", "once", nil), ("h H", "heure", nil),
        ("min mn min. mn. ′", "minute", nil), ("s sec sec. ″", "seconde", nil),
        ("ms", "milliseconde", nil),
        ("ns", "nanoseconde", nil), ("µs", "microseconde", nil), ("kcal", "kilocalorie", nil),
        ("cal", "calorie", nil), ("atm", "atmosphère", nil), ("pers pers.", "personne", nil),
        ("ppm", "partie par million", "parties par million"), ("mol", "mole", nil),
        ("fps", "image par seconde", "images par seconde"),
        ("ua", "unité astronomique", "unités astronomiques"),
        ("al", "année-lumière", "années-lumière"),
        ("càs c.à.s.", "cuillère à soupe", "cuillères à soupe"),
        ("càc c.à.c.", "cuillère à café", "cuillères à café"),
    ]

    /// Words behind an amount that make it larger; singular and plural are as written.
    static let scales: [String: Unit] = {
        var all: [String: Unit] = ["mio": Unit("million"), "mille": Unit("mille", "mille")]
        for short in ["md", "mds", "mrd", "mrds"] { all[short] = Unit("milliard") }
        for name in [
            "million", "milliard", "billion", "billiard", "trillion", "trilliard", "quadrillion",
            "quintillion",
        ] {
            all[name] = Unit(name, name)
            all[name + "s"] = Unit(name + "s", name + "s")
        }
        return all
    }()
}
