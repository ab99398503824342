/// Units by their symbols.
enum EnglishUnits {
    static let exact: [String: Unit] = [
        "mm": Unit("millimeter"), "cm": Unit("centimeter"), "m": Unit("meter"),
        "km": Unit("kilometer"), "nm": Unit("nanometer"), "μm": Unit("micrometer"),
        "in": Unit("inch", "inches"), "ft": Unit("foot", "feet"), "yd": Unit("yard"),
        "yds": Unit("yard"), "mi": Unit("mile"), "nmi": Unit("nautical mile"),
        "mg": Unit("milligram"), "g": Unit("gram"), "kg": Unit("kilogram"), "t": Unit("ton"),
        "lb": Unit("pound"), "lbs": Unit("pound"), "oz": Unit("ounce"), "μg": Unit("microgram"),
        "ml": Unit("milliliter"), "mL": Unit("milliliter"), "cl": Unit("centiliter"),
        "l": Unit("liter"), "L": Unit("liter"), "dl": Unit("deciliter"), "gal": Unit("gallon"),
        "cc": Unit("CC", "CC"), "ha": Unit("hectare"),
        "ms": Unit("millisecond"), "s": Unit("second"), "sec": Unit("second"),
        "secs": Unit("second"), "min": Unit("minute"), "mins": Unit("minute"),
        "h": Unit("hour"), "hr": Unit("hour"), "hrs": Unit("hour"), "yr": Unit("year"),
        "yrs": Unit("year"), "wk": Unit("week"), "mo": Unit("month"), "mos": Unit("month"),
        "Hz": Unit("hertz", "hertz"), "kHz": Unit("kilohertz", "kilohertz"),
        "MHz": Unit("megahertz", "megahertz"), "GHz": Unit("gigahertz", "gigahertz"),
        "W": Unit("watt"), "kW": Unit("kilowatt"), "MW": Unit("megawatt"), "GW": Unit("gigawatt"),
        "kWh": Unit("kilowatt hour"), "V": Unit("volt"), "kV": Unit("kilovolt"),
        "mA": Unit("milliampere"), "mAh": Unit("milliampere hour"),
        "mol": Unit("mole"), "tsp": Unit("teaspoon"), "tbsp": Unit("tablespoon"),
        "kJ": Unit("kilojoule"), "Pa": Unit("pascal"),
        "kPa": Unit("kilopascal"), "hPa": Unit("hectopascal"), "psi": Unit("p s i", "p s i"),
        "cal": Unit("calorie"), "kcal": Unit("kilocalorie"), "dB": Unit("decibel"),
        "kB": Unit("kilobyte"), "KB": Unit("kilobyte"), "MB": Unit("megabyte"),
        "GB": Unit("gigabyte"), "TB": Unit("terabyte"),
        "kbps": Unit("kilobit per second", "kilobits per second"),
        "Mbps": Unit("megabit per second", "megabits per second"),
        "Gbps": Unit("gigabit per second", "gigabits per second"),
        "mbps": Unit("megabit per second", "megabits per second"),
        "gb": Unit("gigabyte"), "mb": Unit("megabyte"), "ghz": Unit("gigahertz", "gigahertz"),
        "mhz": Unit("megahertz", "megahertz"), "khz": Unit("kilohertz", "kilohertz"),
        "mph": Unit("mile per hour", "miles per hour"),
        "kph": Unit("kilometer per hour", "kilometers per hour"),
        "rpm": Unit("revolution per minute", "revolutions per minute"),
        "fps": Unit("frame per second", "frames per second"),
        "px": Unit("pixel"), "x": Unit("time"), "hp": Unit("horsepower", "horsepower"),
        "bbl": Unit("barrel"), "kgs": Unit("kilogram"), "kms": Unit("kilometer"),
        "Ω": Unit("ohm"), "kΩ": Unit("kilohm"), "MΩ": Unit("megohm"),
        "mmHg": Unit("millimeter of mercury", "millimeters of mercury"),
        "bar": Unit("bar"), "mbar": Unit("millibar"), "atm": Unit("atmosphere"),
        "MPa": Unit("megapascal"), "GPa": Unit("gigapascal"), "kgf": Unit("kilogram force"),
        "kN": Unit("kilonewton"), "Nm": Unit("newton meter"), "eV": Unit("electron volt"),
        "keV": Unit("kiloelectron volt"), "MeV": Unit("megaelectron volt"),
        "GeV": Unit("gigaelectron volt"), "mV": Unit("millivolt"), "mW": Unit("milliwatt"),
        "TW": Unit("terawatt"), "MWh": Unit("megawatt hour"), "GWh": Unit("gigawatt hour"),
        "TWh": Unit("terawatt hour"), "Wh": Unit("watt hour"), "MJ": Unit("megajoule"),
        "GJ": Unit("gigajoule"), "THz": Unit("terahertz", "terahertz"), "PB": Unit("petabyte"),
        "kb": Unit("kilobit"), "Gb": Unit("gigabit"), "Mb": Unit("megabit"),
        "KiB": Unit("kibibyte"), "MiB": Unit("mebibyte"), "GiB": Unit("gibibyte"),
        "μs": Unit("microsecond"), "ns": Unit("nanosecond"), "lm": Unit("lumen"),
        "lx": Unit("lux", "lux"), "Bq": Unit("becquerel"), "hl": Unit("hectoliter"),
        "dm": Unit("decimeter"), "mcg": Unit("microgram"), "kt": Unit("kiloton"),
        "qt": Unit("quart"), "qts": Unit("quart"), "pt": Unit("point"),
        "kmph": Unit("kilometer per hour", "kilometers per hour"),
        "bpm": Unit("beat per minute", "beats per minute"),
        "Å": Unit("angstrom"),
        "ppm": Unit("part per million", "parts per million"),
        "dpi": Unit("dot per inch", "dots per inch"),
        "pct": Unit("percent", "percent"), "deg": Unit("degree"), "º": Unit("degree"),
        "ºC": Unit("degree Celsius", "degrees Celsius"),
        "ºF": Unit("degree Fahrenheit", "degrees Fahrenheit"),
        "mpg": Unit("mile per gallon", "miles per gallon"),
    ]

    /// Letters that are a word or a name unless their number touches them.
    static let onlyGlued: Set<String> = ["s", "t", "l", "h", "W", "V", "x"]

    /// Written with a dot as well.
    static let dotted: Set<String> = [
        "in", "ft", "yd", "yds", "mi", "lb", "lbs", "oz", "gal", "sec", "secs", "min", "mins",
        "hr", "hrs", "yr", "yrs", "mo", "mos", "wk", "tsp", "tbsp", "qt", "qts", "pt",
    ]

    /// What a size before it names: a 5-inch screen.
    static let things: Set<String> = [
        "pipe", "screen", "display", "monitor", "nails", "boards", "tires", "tv", "tvs", "bolt",
        "laptop", "pizza", "disk", "wheels", "ceilings", "ceiling", "pole", "ladder",
    ]

    /// Words that make inches or feet of what stands before them.
    static let sizes: Set<String> = [
        "wide", "long", "tall", "high", "deep", "thick", "across", "square", "diameter", "x",
        "pipe", "screen", "display", "monitor", "apart", "taller", "longer", "wider", "rain",
        "snow", "nails", "boards", "tires",
    ]
}
