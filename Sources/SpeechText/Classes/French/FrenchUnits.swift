/// Units of measure by their symbols, and the words that count.
enum FrenchUnits {
    static let all: [String: Unit] = {
        var all = simple
        for (symbol, unit) in simple where perUnits[symbol] == nil || symbol == "m" {
            for (over, name) in perUnits where all[symbol + "/" + over] == nil {
                all[symbol + "/" + over] = Unit(
                    unit.one + " par " + name, unit.many + " par " + name, unit.gender)
            }
        }
        return all
    }()

    private static let simple: [String: Unit] = {
        var all: [String: Unit] = [
            "%": Unit("pour cent", "pour cent"), "‰": Unit("pour mille", "pour mille"),
            "°": Unit("degré"), "°c": Unit("degré Celsius", "degrés Celsius"),
            "℃": Unit("degré Celsius", "degrés Celsius"),
            "°f": Unit("degré Fahrenheit", "degrés Fahrenheit"),
            "°k": Unit("kelvin"), "K": Unit("kelvin"),
            "t": Unit("tonne", nil, .feminine), "kt": Unit("kilotonne", nil, .feminine),
            "q": Unit("quintal", "quintaux"), "lb": Unit("livre", nil, .feminine),
            "lbs": Unit("livre", nil, .feminine), "oz": Unit("once", nil, .feminine),
            "h": Unit("heure", nil, .feminine), "min": Unit("minute", nil, .feminine),
            "mn": Unit("minute", nil, .feminine), "s": Unit("seconde", nil, .feminine),
            "sec": Unit("seconde", nil, .feminine), "j": Unit("jour"),
            "ms": Unit("milliseconde", nil, .feminine), "ns": Unit("nanoseconde", nil, .feminine),
            "µs": Unit("microseconde", nil, .feminine), "′": Unit("minute", nil, .feminine),
            "″": Unit("seconde", nil, .feminine), "ha": Unit("hectare"), "ft": Unit("pied"),
            "nm": Unit("nanomètre"), "mi": Unit("mile"), "mph": Unit("mile par heure", "miles par heure"),
            "kmh": Unit("kilomètre par heure", "kilomètres par heure"),
            "ch": Unit("cheval", "chevaux"), "cv": Unit("cheval", "chevaux"),
            "tr/min": Unit("tour par minute", "tours par minute"),
            "bpm": Unit("battement par minute", "battements par minute"),
            "rpm": Unit("tour par minute", "tours par minute"),
            "kcal": Unit("kilocalorie", nil, .feminine), "cal": Unit("calorie", nil, .feminine),
            "kgf": Unit("kilogramme-force", "kilogrammes-force"), "bar": Unit("bar"),
            "mbar": Unit("millibar"), "hpa": Unit("hectopascal"), "atm": Unit("atmosphère", nil, .feminine),
            "mmhg": Unit("millimètre de mercure", "millimètres de mercure"), "ev": Unit("électronvolt"),
            "db": Unit("décibel"), "px": Unit("pixel"), "mpx": Unit("mégapixel"),
            "dpi": Unit("point par pouce", "points par pouce"), "ppm": Unit("partie par million", "parties par million", .feminine),
            "fps": Unit("image par seconde", "images par seconde", .feminine),
            "pts": Unit("point"), "pt": Unit("point"), "hab": Unit("habitant"),
            "hab.": Unit("habitant"), "ct": Unit("centime"), "cts": Unit("centime"),
            "pers": Unit("personne", nil, .feminine), "pers.": Unit("personne", nil, .feminine),
            "mol": Unit("mole", nil, .feminine), "ua": Unit("unité astronomique", "unités astronomiques", .feminine),
            "al": Unit("année-lumière", "années-lumière", .feminine),
            "càs": Unit("cuillère à soupe", "cuillères à soupe", .feminine),
            "càc": Unit("cuillère à café", "cuillères à café", .feminine),
            "c.à.s.": Unit("cuillère à soupe", "cuillères à soupe", .feminine),
            "c.à.c.": Unit("cuillère à café", "cuillères à café", .feminine),
            "VA": Unit("voltampère"), "A": Unit("ampère"), "mA": Unit("milliampère"),
            "Ah": Unit("ampère-heure", "ampères-heures"), "mAh": Unit("milliampère-heure", "milliampères-heures"),
            "Ω": Unit("ohm"), "kΩ": Unit("kilo-ohm"), "MΩ": Unit("mégohm"), "µF": Unit("microfarad"),
            "N": Unit("newton"), "kN": Unit("kilonewton"), "Nm": Unit("newton-mètre", "newtons-mètres"),
            "kB": Unit("kilooctet"), "MB": Unit("mégaoctet"), "GB": Unit("gigaoctet"), "TB": Unit("téraoctet"),
            "kb": Unit("kilobit"), "Mb": Unit("mégabit"), "Gb": Unit("gigabit"), "bit": Unit("bit"),
            "kbit": Unit("kilobit"), "Mbit": Unit("mégabit"), "Gbit": Unit("gigabit"),
            "Mbps": Unit("mégabit par seconde", "mégabits par seconde"),
            "Gbps": Unit("gigabit par seconde", "gigabits par seconde"),
            "ko": Unit("kilooctet"), "Mo": Unit("mégaoctet"), "Go": Unit("gigaoctet"),
            "To": Unit("téraoctet"), "Po": Unit("pétaoctet"), "octets": Unit("octet"),
            // Capitals that are no unit, though their small letter is one: 5G, 3D.
            "G": Unit("G", "G"), "S": Unit("S", "S"), "T": Unit("T", "T"), "Q": Unit("Q", "Q"),
            "J": Unit("joule"), "M": Unit("million"), "H": Unit("heure", nil, .feminine),
        ]
        for (symbol, name) in ["m": "mètre", "g": "gramme", "l": "litre"] {
            all[symbol] = Unit(name)
            for (prefix, more) in prefixes { all[prefix + symbol] = Unit(more + name) }
        }
        for (symbol, name) in ["V": "volt", "W": "watt", "Wh": "wattheure", "Hz": "hertz", "J": "joule", "Pa": "pascal"] {
            let many = name == "hertz" ? name : name + "s"
            all[symbol] = Unit(name, many)
            for (prefix, more) in largePrefixes { all[prefix + symbol] = Unit(more + name, more + many) }
        }
        for symbol in ["m", "km", "cm", "mm", "dm", "hm", "dam"] {
            let unit = all[symbol]!
            for (mark, shape) in ["²": "carré", "2": "carré", "³": "cube", "3": "cube"] {
                all[symbol + mark] = Unit(unit.one + " " + shape, unit.many + " " + shape + "s")
            }
        }
        return all
    }()

    private static let prefixes = [
        "k": "kilo", "h": "hecto", "da": "déca", "d": "déci", "c": "centi", "m": "milli",
        "µ": "micro", "μ": "micro",
    ]
    private static let largePrefixes = [
        "k": "kilo", "M": "méga", "G": "giga", "T": "téra", "m": "milli",
    ]
    private static let perUnits = [
        "h": "heure", "s": "seconde", "min": "minute", "mn": "minute", "j": "jour",
        "jour": "jour", "an": "an", "mois": "mois", "semaine": "semaine", "ha": "hectare",
        "l": "litre", "kg": "kilogramme", "g": "gramme", "m": "mètre", "km": "kilomètre",
        "m²": "mètre carré", "m2": "mètre carré", "m³": "mètre cube", "m3": "mètre cube",
        "km²": "kilomètre carré", "km2": "kilomètre carré", "s²": "seconde carrée",
        "s2": "seconde carrée", "mol": "mole", "ml": "millilitre", "dl": "décilitre",
        "cm²": "centimètre carré", "cm³": "centimètre cube", "personne": "personne",
        "pers": "personne", "t": "tonne", "cl": "centilitre", "nuit": "nuit",
    ]

    /// Words behind an amount that make it larger; their number is as written.
    static let scales: [String: Unit] = {
        var all: [String: Unit] = [
            "mio": Unit("million"), "mrd": Unit("milliard"), "mrds": Unit("milliard"),
            "md": Unit("milliard"), "mds": Unit("milliard"), "k": Unit("mille", "mille"),
            "mille": Unit("mille", "mille"),
        ]
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
