/// Units by their symbols. Those that are Italian words as well are not among them: ha, mi, in.
enum ItalianUnits {
    /// Those that are parts of words as well, or words: 476 d.C., nel 2020 ha vinto.
    static let ambiguous: [String: Unit] = [
        "d": Unit("giorno", "giorni"), "ha": Unit("ettaro", "ettari"),
    ]

    static let table: PhraseTable<Unit> = {
        var table = fixed
        for (symbol, unit, prefixes) in bases {
            for prefix in prefixes.split(separator: " ") {
                let name = prefixNames[String(prefix)]!
                table[prefix + symbol] = Unit(name + unit.one, name + unit.many, unit.gender)
            }
            table[symbol] = unit
        }
        for (length, names) in lengths {
            let square = Unit(names.one + " quadrato", names.many + " quadrati")
            let cubic = Unit(names.one + " cubo", names.many + " cubi")
            for power in ["²", "2", "q", "^2"] { table[length + power] = square }
            for power in ["³", "3", "^3"] { table[length + power] = cubic }
        }
        return PhraseTable(table)
    }()

    /// What follows a stroke behind a unit or a currency: 3 €/kg.
    static let denominators: PhraseTable<String> = [
        "h": "all'ora", "ora": "all'ora", "s": "al secondo", "sec": "al secondo",
        "s²": "al secondo quadrato", "min": "al minuto", "gg": "al giorno", "giorno": "al giorno",
        "settimana": "alla settimana", "mese": "al mese", "anno": "all'anno",
        "litro": "al litro", "chilo": "al chilo", "metro": "al metro", "barile": "al barile",
        "minuto": "al minuto", "secondo": "al secondo", "tonnellata": "alla tonnellata",
        "abitante": "per abitante", "notte": "a notte", "persona": "a persona",
        "pezzo": "al pezzo", "giro": "al giro",
        "l": "al litro", "dl": "per decilitro", "ml": "per millilitro", "g": "al grammo",
        "kg": "al chilo", "hg": "all'etto", "q": "al quintale", "t": "alla tonnellata",
        "m": "al metro", "km": "al chilometro", "m²": "al metro quadrato",
        "m2": "al metro quadrato", "mq": "al metro quadrato", "m³": "al metro cubo",
        "m3": "al metro cubo", "mc": "al metro cubo", "km²": "per chilometro quadrato",
        "km2": "per chilometro quadrato", "kmq": "per chilometro quadrato",
        "cm²": "per centimetro quadrato", "cm³": "per centimetro cubo", "ha": "per ettaro",
        "kWh": "al chilowattora", "MWh": "al megawattora", "mol": "per mole",
    ]

    private static let prefixNames = [
        "T": "tera", "G": "giga", "M": "mega", "k": "chilo", "h": "etto", "d": "deci",
        "c": "centi", "m": "milli", "µ": "micro", "μ": "micro", "n": "nano", "p": "pico",
    ]

    private static let bases: [(String, Unit, String)] = [
        ("m", Unit("metro", "metri"), "k h d c m µ μ n"),
        ("g", Unit("grammo", "grammi"), "k h d c m µ μ n"),
        ("l", Unit("litro", "litri"), "h d c m µ μ"),
        ("L", Unit("litro", "litri"), "d c m µ μ"),
        ("s", Unit("secondo", "secondi"), "m µ μ n"),
        ("W", Unit("watt", "watt"), "T G M k m"),
        ("Wh", Unit("wattora", "wattora"), "T G M k"),
        ("V", Unit("volt", "volt"), "M k m"),
        ("A", Unit("ampere", "ampere"), "k m µ μ"),
        ("Ah", Unit("amperora", "amperora"), "m"),
        ("Hz", Unit("hertz", "hertz"), "T G M k"),
        ("Pa", Unit("pascal", "pascal"), "G M k h"),
        ("J", Unit("joule", "joule"), "G M k m"),
        ("N", Unit("newton", "newton"), "M k"),
        ("eV", Unit("elettronvolt", "elettronvolt"), "T G M k"),
        ("cal", Unit("caloria", "calorie", .feminine), "k"),
        ("B", Unit("byte", "byte"), "T G M k"),
        ("bit", Unit("bit", "bit"), "G M k"),
        ("F", Unit("farad", "farad"), "m µ μ n p"),
        ("Ω", Unit("ohm", "ohm"), "M k"),
        ("mol", Unit("mole", "moli", .feminine), "m"),
        ("Sv", Unit("sievert", "sievert"), "m µ μ"),
        ("Bq", Unit("becquerel", "becquerel"), "M k"),
    ]

    private static let lengths: [String: Unit] = [
        "m": Unit("metro", "metri"), "km": Unit("chilometro", "chilometri"),
        "dm": Unit("decimetro", "decimetri"), "cm": Unit("centimetro", "centimetri"),
        "mm": Unit("millimetro", "millimetri"), "hm": Unit("ettometro", "ettometri"),
    ]

    private static let fixed: [String: Unit] = [
        "%": Unit("percento", "percento"), "‰": Unit("per mille", "per mille"),
        "°": Unit("grado", "gradi"),
        "°c": Unit("grado Celsius", "gradi Celsius"), "℃": Unit("grado Celsius", "gradi Celsius"),
        "ºc": Unit("grado Celsius", "gradi Celsius"),
        "°f": Unit("grado Fahrenheit", "gradi Fahrenheit"),
        "℉": Unit("grado Fahrenheit", "gradi Fahrenheit"),
        "ºf": Unit("grado Fahrenheit", "gradi Fahrenheit"),
        "K": Unit("kelvin", "kelvin"), "°K": Unit("kelvin", "kelvin"),
        "h": Unit("ora", "ore", .feminine), "min": Unit("minuto", "minuti"),
        "min.": Unit("minuto", "minuti"),
        "sec": Unit("secondo", "secondi"), "sec.": Unit("secondo", "secondi"),
        "gg": Unit("giorno", "giorni"),
        "gg.": Unit("giorno", "giorni"), "sett.": Unit("settimana", "settimane", .feminine),
        "km/h": Unit("chilometro orario", "chilometri orari"),
        "kmh": Unit("chilometro orario", "chilometri orari"),
        "mph": Unit("miglio orario", "miglia orarie"),
        "mi/h": Unit("miglio orario", "miglia orarie"),
        "kn": Unit("nodo", "nodi"), "kt": Unit("nodo", "nodi"),
        "nmi": Unit("miglio nautico", "miglia nautiche"),
        "ft": Unit("piede", "piedi"), "yd": Unit("iarda", "iarde", .feminine),
        "lb": Unit("libbra", "libbre", .feminine), "lbs": Unit("libbra", "libbre", .feminine),
        "oz": Unit("oncia", "once", .feminine), "gal": Unit("gallone", "galloni"),
        "q": Unit("quintale", "quintali"), "t": Unit("tonnellata", "tonnellate", .feminine),
        "q.li": Unit("quintale", "quintali"), "ql": Unit("quintale", "quintali"),
        "mc": Unit("metro cubo", "metri cubi"), "cc": Unit("centimetro cubo", "centimetri cubi"),
        "ml.": Unit("millilitro", "millilitri"), "gr": Unit("grammo", "grammi"),
        "gr.": Unit("grammo", "grammi"), "kg.": Unit("chilogrammo", "chilogrammi"),
        "cm.": Unit("centimetro", "centimetri"), "mm.": Unit("millimetro", "millimetri"),
        "cv": Unit("cavallo", "cavalli"), "hp": Unit("cavallo vapore", "cavalli vapore"),
        "bar": Unit("bar", "bar"), "mbar": Unit("millibar", "millibar"),
        "atm": Unit("atmosfera", "atmosfere", .feminine), "psi": Unit("psi", "psi"),
        "mmhg": Unit("millimetro di mercurio", "millimetri di mercurio"),
        "rpm": Unit("giro al minuto", "giri al minuto"),
        "giri/min": Unit("giro al minuto", "giri al minuto"),
        "bpm": Unit("battito al minuto", "battiti al minuto"),
        "fps": Unit("fotogramma al secondo", "fotogrammi al secondo"),
        "ppm": Unit("parte per milione", "parti per milione", .feminine),
        "dB": Unit("decibel", "decibel"), "db": Unit("decibel", "decibel"),
        "lm": Unit("lumen", "lumen"), "lx": Unit("lux", "lux"),
        "px": Unit("pixel", "pixel"), "mpx": Unit("megapixel", "megapixel"),
        "mp": Unit("megapixel", "megapixel"), "dpi": Unit("punto per pollice", "punti per pollice"),
        "gb": Unit("gigabyte", "gigabyte"), "mb": Unit("megabyte", "megabyte"),
        "kb": Unit("chilobyte", "chilobyte"), "tb": Unit("terabyte", "terabyte"),
        "ghz": Unit("gigahertz", "gigahertz"), "mhz": Unit("megahertz", "megahertz"),
        "khz": Unit("chilohertz", "chilohertz"), "hz": Unit("hertz", "hertz"),
        "kw": Unit("chilowatt", "chilowatt"), "kwh": Unit("chilowattora", "chilowattora"),
        "Gb": Unit("gigabit", "gigabit"), "Mb": Unit("megabit", "megabit"),
        "Mbps": Unit("megabit al secondo", "megabit al secondo"),
        "mbps": Unit("megabit al secondo", "megabit al secondo"),
        "Gbps": Unit("gigabit al secondo", "gigabit al secondo"),
        "kbps": Unit("chilobit al secondo", "chilobit al secondo"),
        "ohm": Unit("ohm", "ohm"), "UI": Unit("unità internazionale", "unità internazionali"),
        "ab.": Unit("abitante", "abitanti"), "pz": Unit("pezzo", "pezzi"),
        "pz.": Unit("pezzo", "pezzi"), "pag.": Unit("pagina", "pagine", .feminine),
        "pp.": Unit("pagina", "pagine", .feminine), "pagg.": Unit("pagina", "pagine", .feminine),
        "pt.": Unit("punto", "punti"),
        // Letters in capitals that are names rather: 5G, 3D.
        "G": Unit("gi", "gi"), "D": Unit("di", "di"), "M": Unit("milione", "milioni"),
        "T": Unit("ti", "ti"), "S": Unit("esse", "esse"), "Q": Unit("cu", "cu"),
        "H": Unit("acca", "acca"),
    ]
}
