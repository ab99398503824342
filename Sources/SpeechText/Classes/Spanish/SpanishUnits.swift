/// Units by their symbols; one in lower case stands for any case.
enum SpanishUnits {
    static let all: PhraseTable<Unit> = {
        var all = lengths
        for (symbol, unit) in others { all[symbol] = unit }
        for (length, unit) in lengths {
            for (symbol, power) in powers {
                all[length + symbol] = Unit("\(unit.one) \(power)", "\(unit.many) \(power)s")
            }
        }
        for (symbol, name, marks) in multiples {
            for mark in marks.split(separator: " ") {
                let unit = masculine(prefixes[String(mark)]! + name)
                all[mark + symbol] = unit
            }
        }
        return PhraseTable(all)
    }()

    /// Symbols that are words as well, or letters of a name: only where their number touches them.
    static let glued: [String: Unit] = [
        "ha": feminine("hectárea"), "has": feminine("hectárea"), "mi": feminine("milla"),
        "in": feminine("pulgada"), "A": masculine("amperio"), "K": masculine("kelvin"),
        "pp": masculine("punto porcentual", "puntos porcentuales"), "x": masculine("por", "por"),
        "B": masculine("byte"),
    ]

    private static let lengths: [String: Unit] = [
        "m": masculine("metro"), "km": masculine("kilómetro"), "hm": masculine("hectómetro"),
        "dam": masculine("decámetro"), "dm": masculine("decímetro"),
        "cm": masculine("centímetro"), "mm": masculine("milímetro"),
        "µm": masculine("micrómetro"), "μm": masculine("micrómetro"),
        "nm": masculine("nanómetro"),
    ]

    private static let powers = [
        ("²", "cuadrado"), ("2", "cuadrado"), ("³", "cúbico"), ("3", "cúbico"),
    ]

    /// Bases with the prefixes that they are met with.
    private static let multiples = [
        ("g", "gramo", "k d c m µ μ n"), ("l", "litro", "h d c m µ μ"), ("w", "vatio", "k g t"),
        ("v", "voltio", "k"), ("hz", "hercio", "k g t"), ("b", "byte", "k g t"),
        ("wh", "vatio hora", "k g t"), ("j", "julio", "k"), ("s", "segundo", "m µ μ n"),
    ]

    private static let prefixes = [
        "k": "kilo", "h": "hecto", "d": "deci", "c": "centi", "m": "mili", "g": "giga",
        "t": "tera", "µ": "micro", "μ": "micro", "n": "nano",
    ]

    private static let others: [String: Unit] = [
        "kms": masculine("kilómetro"), "mts": masculine("metro"),
        "M": masculine("millón", "millones"), "G": masculine("G", "G"), "S": masculine("S", "S"),
        "g": masculine("gramo"), "gr": masculine("gramo"), "grs": masculine("gramo"),
        "kgs": masculine("kilogramo"), "t": feminine("tonelada"), "tn": feminine("tonelada"),
        "kt": feminine("kilotonelada"), "oz": feminine("onza"), "lb": feminine("libra"),
        "lbs": feminine("libra"), "l": masculine("litro"), "L": masculine("litro"),
        "lt": masculine("litro"), "W": masculine("vatio"), "V": masculine("voltio"),
        "A": masculine("amperio"), "J": masculine("julio"),
        "lts": masculine("litro"), "cc": masculine("centímetro cúbico"),
        "gal": masculine("galón", "galones"), "pulg": feminine("pulgada"), "ft": masculine("pie"),
        "yd": feminine("yarda"), "nmi": feminine("milla náutica"), "s": masculine("segundo"),
        "seg": masculine("segundo"), "segs": masculine("segundo"), "min": masculine("minuto"),
        "mins": masculine("minuto"), "h": feminine("hora"), "hs": feminine("hora"),
        "hr": feminine("hora"), "hrs": feminine("hora"), "mb": masculine("megabyte"),
        "Mb": masculine("megabit"), "Gb": masculine("gigabit"), "mbps": per("megabit", "segundo"),
        "mb/s": per("megabyte", "segundo"), "gbps": per("gigabit", "segundo"),
        "kbps": per("kilobit", "segundo"), "hz": masculine("hercio"),
        "mhz": masculine("megahercio"), "w": masculine("vatio"), "mw": masculine("megavatio"),
        "mW": masculine("milivatio"), "mwh": masculine("megavatio hora"),
        "wh": masculine("vatio hora"), "v": masculine("voltio"), "mV": masculine("milivoltio"),
        "ma": masculine("miliamperio"), "mah": masculine("miliamperio hora"),
        "Ah": masculine("amperio hora"), "Ω": masculine("ohmio"), "kΩ": masculine("kiloohmio"),
        "j": masculine("julio"), "mj": masculine("megajulio"), "cal": feminine("caloría"),
        "kcal": feminine("kilocaloría"), "N": masculine("newton"), "Nm": masculine("newton metro"),
        "Pa": masculine("pascal", "pascales"), "kPa": masculine("kilopascal", "kilopascales"),
        "hPa": masculine("hectopascal", "hectopascales"),
        "MPa": masculine("megapascal", "megapascales"), "bar": masculine("bar", "bares"),
        "mbar": masculine("milibar", "milibares"), "atm": feminine("atmósfera"),
        "mmHg": masculine("milímetro de mercurio"), "psi": masculine("p s i", "p s i"),
        "cv": masculine("caballo"), "hp": masculine("caballo de fuerza"),
        "db": masculine("decibelio"), "dba": masculine("decibelio"),
        "mol": masculine("mol", "moles"), "lm": masculine("lumen", "lúmenes"),
        "lx": masculine("lux", "lux"), "px": masculine("píxel", "píxeles"),
        "MP": masculine("megapíxel", "megapíxeles"), "ppm": feminine("parte por millón"),
        "ppp": per("punto", "pulgada"),
        "rpm": per("revolución", "minuto", many: "revoluciones", .feminine),
        "fps": per("fotograma", "segundo"), "lpm": per("latido", "minuto"),
        "mph": per("milla", "hora", .feminine), "kph": per("kilómetro", "hora"),
        "kmh": per("kilómetro", "hora"), "rad": masculine("radián", "radianes"),
        "kn": masculine("nudo"), "cda": feminine("cucharada"), "cdas": feminine("cucharada"),
        "cdta": feminine("cucharadita"), "cdtas": feminine("cucharadita"),
        "cdita": feminine("cucharadita"), "uds": feminine("unidad", "unidades"),
        "pts": masculine("punto"),
        "UI": feminine("unidad internacional", "unidades internacionales"),
        "%": masculine("por ciento", "por ciento"), "％": masculine("por ciento", "por ciento"),
        "‰": masculine("por mil", "por mil"), "°": masculine("grado"),
    ]

    private static func masculine(_ one: String, _ many: String? = nil) -> Unit {
        Unit(one, many ?? plural(one))
    }

    private static func feminine(_ one: String, _ many: String? = nil) -> Unit {
        Unit(one, many ?? plural(one), .feminine)
    }

    private static func per(
        _ one: String, _ other: String, many: String? = nil, _ gender: Form.Gender = .masculine
    ) -> Unit {
        Unit("\(one) por \(other)", "\(many ?? plural(one)) por \(other)", gender)
    }

    /// Millas náuticas, but vatios hora and partes por millón: only adjectives follow the noun.
    private static func plural(_ one: String) -> String {
        guard let space = one.firstIndex(of: " ") else { return one + "s" }
        let rest = one[space...]
        let isAdjective = rest == " náutica" || rest == " cúbico"
        return one[..<space] + "s" + rest + (isAdjective ? "s" : "")
    }
}
