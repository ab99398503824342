/// Units by their symbols.
enum EnglishUnits {
    /// By the symbol with its prefix.
    static let exact: [String: Unit] = {
        var units = plain
        for (symbol, unit, prefixes) in prefixed {
            for prefix in prefixes.unicodeScalars {
                let name = Self.prefixes[prefix]!
                units[String(prefix) + symbol] = Unit(name + unit.one, name + unit.many)
            }
        }
        return units
    }()

    private static let prefixes: [Unicode.Scalar: String] = [
        "p": "pico", "n": "nano", "μ": "micro", "u": "micro", "m": "milli", "c": "centi",
        "d": "deci", "h": "hecto", "k": "kilo", "K": "kilo", "M": "mega", "G": "giga",
        "T": "tera", "P": "peta",
    ]

    /// Units with the prefixes that they take; what else the letters may mean is left out: MA, TV,
    /// pm, pH.
    private static let prefixed: [(symbol: String, unit: Unit, prefixes: String)] = [
        ("m", Unit("meter"), "nμmcdhk"), ("g", Unit("gram"), "pnμumchk"),
        ("s", Unit("second"), "nμm"), ("l", Unit("liter"), "μumcdhk"),
        ("L", Unit("liter"), "μumcdhk"), ("Hz", Unit("hertz", "hertz"), "mkMGTP"),
        ("W", Unit("watt"), "nμumkMGT"), ("Wh", Unit("watt hour"), "mkMGT"),
        ("V", Unit("volt"), "nμumkM"), ("VA", Unit("volt ampere"), "mkM"),
        ("A", Unit("ampere"), "pnμumk"), ("Ah", Unit("ampere hour"), "mk"),
        ("J", Unit("joule"), "mkMGT"), ("cal", Unit("calorie"), "k"),
        ("Pa", Unit("pascal"), "mhkMG"), ("N", Unit("newton"), "mk"),
        ("Nm", Unit("newton meter"), "mk"), ("eV", Unit("electron volt"), "mkMGT"),
        ("F", Unit("farad"), "pnμum"), ("H", Unit("henry", "henries"), "nμum"),
        ("Ω", Unit("ohm"), "m"), ("T", Unit("tesla", "teslas"), "nμum"),
        ("mol", Unit("mole"), "pnμumk"), ("Sv", Unit("sievert"), "nμum"),
        ("Gy", Unit("gray"), "mk"), ("Bq", Unit("becquerel"), "kMGT"),
        ("B", Unit("byte"), "kKMGTP"), ("b", Unit("bit"), "kKMGT"),
        ("bit", Unit("bit"), "kKMGT"),
        ("bps", Unit("bit per second", "bits per second"), "kKMGT"),
        ("Bps", Unit("byte per second", "bytes per second"), "kKMGT"),
        ("bar", Unit("bar"), "m"), ("pc", Unit("parsec"), "kMG"),
    ]

    static let celsius = Unit("degree Celsius", "degrees Celsius")
    static let fahrenheit = Unit("degree Fahrenheit", "degrees Fahrenheit")

    /// What a degree of latitude or longitude is told from.
    static let sides = ["N": "north", "S": "south", "E": "east", "W": "west"]

    private static let plain: [String: Unit] = [
        "m": Unit("meter"), "in": Unit("inch", "inches"), "ft": Unit("foot", "feet"),
        "yd": Unit("yard"), "yds": Unit("yard"), "mi": Unit("mile"), "kms": Unit("kilometer"),
        "nmi": Unit("nautical mile"), "Å": Unit("angstrom"), "AU": Unit("astronomical unit"),
        "sqft": Unit("square foot", "square feet"), "cuft": Unit("cubic foot", "cubic feet"),
        "ha": Unit("hectare"), "g": Unit("gram"), "t": Unit("ton"), "kgs": Unit("kilogram"),
        "mcg": Unit("microgram"), "lb": Unit("pound"), "lbs": Unit("pound"), "oz": Unit("ounce"),
        "kt": Unit("kiloton"), "cwt": Unit("hundredweight", "hundredweight"),
        "l": Unit("liter"), "L": Unit("liter"), "gal": Unit("gallon"), "cc": Unit("CC", "CC"),
        "qt": Unit("quart"), "qts": Unit("quart"), "pt": Unit("point"), "bbl": Unit("barrel"),
        "tsp": Unit("teaspoon"), "tbsp": Unit("tablespoon"), "mol": Unit("mole"),
        "s": Unit("second"), "sec": Unit("second"), "secs": Unit("second"),
        "min": Unit("minute"), "mins": Unit("minute"), "h": Unit("hour"), "hr": Unit("hour"),
        "hrs": Unit("hour"), "yr": Unit("year"), "yrs": Unit("year"), "wk": Unit("week"),
        "wks": Unit("week"), "mo": Unit("month"), "mos": Unit("month"),
        "dz": Unit("dozen", "dozen"),
        "pcs": Unit("piece"), "Hz": Unit("hertz", "hertz"), "ghz": Unit("gigahertz", "gigahertz"),
        "mhz": Unit("megahertz", "megahertz"), "khz": Unit("kilohertz", "kilohertz"),
        "W": Unit("watt"), "Wh": Unit("watt hour"), "kwh": Unit("kilowatt hour"),
        "V": Unit("volt"), "kv": Unit("kilovolt"), "Ah": Unit("ampere hour"),
        "J": Unit("joule"), "cal": Unit("calorie"), "hp": Unit("horsepower", "horsepower"),
        "Pa": Unit("pascal"), "psi": Unit("p s i", "p s i"), "bar": Unit("bar"),
        "atm": Unit("atmosphere"), "mmHg": Unit("millimeter of mercury", "millimeters of mercury"),
        "Nm": Unit("newton meter"), "kgf": Unit("kilogram force", "kilograms force"),
        "lbf": Unit("pound force", "pounds force"), "lbm": Unit("pound mass", "pounds mass"),
        "eV": Unit("electron volt"), "Ω": Unit("ohm"), "kΩ": Unit("kilohm"),
        "MΩ": Unit("megohm"), "dB": Unit("decibel"),
        "dBm": Unit("decibel milliwatt"), "lm": Unit("lumen"), "lx": Unit("lux", "lux"),
        "Bq": Unit("becquerel"), "Sv": Unit("sievert"),
        "Gy": Unit("gray"), "Da": Unit("dalton"), "kDa": Unit("kilodalton"),
        "amu": Unit("atomic mass unit"), "meq": Unit("milliequivalent"), "rad": Unit("radian"),
        "bit": Unit("bit"), "gb": Unit("gigabyte"), "mb": Unit("megabyte"), "tb": Unit("terabyte"),
        "KiB": Unit("kibibyte"), "MiB": Unit("mebibyte"), "GiB": Unit("gibibyte"),
        "TiB": Unit("tebibyte"),
        "mbps": Unit("megabit per second", "megabits per second"),
        "gbps": Unit("gigabit per second", "gigabits per second"),
        "kn": Unit("knot"), "kts": Unit("knot"),
        "mph": Unit("mile per hour", "miles per hour"),
        "kph": Unit("kilometer per hour", "kilometers per hour"),
        "kmph": Unit("kilometer per hour", "kilometers per hour"),
        "mpg": Unit("mile per gallon", "miles per gallon"),
        "rpm": Unit("revolution per minute", "revolutions per minute"),
        "bpm": Unit("beat per minute", "beats per minute"),
        "fps": Unit("frame per second", "frames per second"),
        "gpm": Unit("gallon per minute", "gallons per minute"),
        "cfs": Unit("cubic foot per second", "cubic feet per second"),
        "cfm": Unit("cubic foot per minute", "cubic feet per minute"),
        "ppm": Unit("part per million", "parts per million"),
        "ppb": Unit("part per billion", "parts per billion"),
        "dpi": Unit("dot per inch", "dots per inch"),
        "ppi": Unit("pixel per inch", "pixels per inch"),
        "px": Unit("pixel"), "x": Unit("time"),
        "pct": Unit("percent", "percent"), "deg": Unit("degree"), "º": Unit("degree"),
        "ºC": celsius, "ºF": fahrenheit,
    ]

    /// Products of two units, with a dash or a dot between them.
    static let products: [String: Unit] = [
        "ft lb": Unit("foot pound"), "ft lbs": Unit("foot pound"),
        "lb ft": Unit("pound foot", "pound feet"), "lbs ft": Unit("pound foot", "pound feet"),
        "in lb": Unit("inch pound"), "in lbs": Unit("inch pound"), "N m": Unit("newton meter"),
        "kW h": Unit("kilowatt hour"), "W h": Unit("watt hour"), "A h": Unit("ampere hour"),
        "kN m": Unit("kilonewton meter"), "Pa s": Unit("pascal second"),
    ]

    /// Letters that are a word or a name unless their number touches them.
    static let onlyGlued: Set<String> = ["s", "t", "l", "h", "W", "V", "J", "x"]

    /// Written with a dot as well.
    static let dotted: Set<String> = [
        "in", "ft", "yd", "yds", "mi", "lb", "lbs", "oz", "gal", "sec", "secs", "min", "mins",
        "hr", "hrs", "yr", "yrs", "mo", "mos", "wk", "tsp", "tbsp", "qt", "qts", "pt", "pcs", "dz",
    ]

    /// What a size before it names: a 5-inch screen.
    static let things: Set<String> = [
        "pipe", "screen", "display", "monitor", "nails", "boards", "tires", "tv", "tvs", "bolt",
        "bulb", "bulbs", "bag", "bags", "bottle", "bottles", "tank", "engine", "battery", "cable",
        "rope", "fence", "radius", "laptop", "pizza", "disk", "wheels", "ceilings", "ceiling",
        "pole", "ladder",
    ]

    /// Words that make inches or feet of what stands before them.
    static let sizes: Set<String> = [
        "wide", "long", "tall", "high", "deep", "thick", "across", "square", "diameter", "x",
        "pipe", "screen", "display", "monitor", "apart", "taller", "longer", "wider", "rain",
        "snow", "nails", "boards", "tires",
    ]
}
