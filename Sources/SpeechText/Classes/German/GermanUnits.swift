/// Units as German writes and says them.
enum GermanUnits {
    /// By symbol, powers included: km, m².
    static let all: PhraseTable<Unit> = {
        var exact = symbols
        for (symbol, unit) in lengths {
            exact[symbol] = unit
            for (mark, power) in powers {
                let name = power + unit.one.lowercased()
                exact[symbol + mark] = Unit(name, name)
            }
        }
        // Somebody who writes no capitals: 2 kwh; single letters mean too much.
        var all = exact
        for symbol in exact.keys.sorted() where symbol.unicodeScalars.count > 1 {
            let key = symbol.lowercased()
            if exact[key] == nil, all[key] == nil || isUsual(symbol) { all[key] = exact[symbol] }
        }
        return PhraseTable(all)
    }()

    /// What "per" may stand before: €/m², 20 km/h.
    static let per = PhraseTable(perNames)

    private static let perNames: [String: String] = {
        var all: [String: String] = [
            "h": "Stunde", "H": "Stunde", "Std": "Stunde", "Std.": "Stunde", "min": "Minute",
            "Min": "Minute",
            "s": "Sekunde", "s²": "Quadratsekunde",
            "s2": "Quadratsekunde", "sec": "Sekunde", "sek": "Sekunde", "d": "Tag", "a": "Jahr",
            "kg": "Kilogramm", "g": "Gramm", "mg": "Milligramm", "t": "Tonne", "l": "Liter",
            "L": "Liter", "ml": "Milliliter", "dl": "Deziliter",
            "mol": "Mol", "kWh": "Kilowattstunde",
            "ha": "Hektar", "K": "Kelvin", "W": "Watt", "V": "Volt", "N": "Newton", "mi": "Meile",
            "Stk": "Stück", "Stück": "Stück", "Person": "Person", "Monat": "Monat", "Jahr": "Jahr",
            "Tag": "Tag", "Stunde": "Stunde", "Woche": "Woche", "Nacht": "Nacht",
            "Minute": "Minute", "Sekunde": "Sekunde", "Einwohner": "Einwohner",
        ]
        for symbol in ["m", "cm", "km", "mm"] {
            let name = lengths[symbol]!.one
            all[symbol] = name
            for (mark, power) in powers { all[symbol + mark] = power + name.lowercased() }
        }
        return all
    }()

    /// The unit that begins at this token; of two that a stroke parts, their rate: m/s reads
    /// "Meter pro Sekunde".
    static func unit(_ line: Line, _ index: Int) -> (value: Unit, count: Int)? {
        guard let (unit, count) = line.phrase(index, in: all) else { return nil }
        let stroke = index + count
        guard line.touchingMark(stroke, "/"), line.touches(stroke + 1),
            let (name, more) = line.phrase(stroke + 1, in: per)
        else { return (unit, count) }
        let rate = Unit(unit.one + " pro " + name, unit.many + " pro " + name, unit.gender)
        return (rate, count + 1 + more)
    }

    /// Where two symbols differ in their capitals, the one that people write.
    private static func isUsual(_ symbol: String) -> Bool {
        ["kW", "mV", "mA", "mW", "MHz", "MB", "GB", "kWh", "dB"].contains(symbol)
    }

    private static let powers = [
        ("²", "Quadrat"), ("2", "Quadrat"), ("³", "Kubik"), ("3", "Kubik"), ("^2", "Quadrat"),
        ("^3", "Kubik"),
    ]

    private static let lengths: [String: Unit] = [
        "m": same("Meter"), "km": same("Kilometer"), "cm": same("Zentimeter"),
        "mm": same("Millimeter"), "dm": same("Dezimeter"), "µm": same("Mikrometer"),
        "μm": same("Mikrometer"), "nm": same("Nanometer"),
        "ft": same("Fuß"), "mi": Unit("Meile", "Meilen", .feminine),
        "yd": same("Yard"),
    ]

    private static let symbols: [String: Unit] = {
        var all: [String: Unit] = [
            "%": same("Prozent"), "％": same("Prozent"), "‰": same("Promille"),
            "%-Punkte": Unit("Prozentpunkt", "Prozentpunkte"), "ppm": same("p p m"),
            "°": same("Grad"), "°C": same("Grad Celsius"), "℃": same("Grad Celsius"),
            "°F": same("Grad Fahrenheit"), "℉": same("Grad Fahrenheit"),
            "''": same("Zoll"), "″": same("Zoll"), "kn": same("Knoten"),
            "nmi": Unit("Seemeile", "Seemeilen", .feminine),
            "sm": Unit("Seemeile", "Seemeilen", .feminine), "LJ": same("Lichtjahr", "Lichtjahre"),
            "ha": same("Hektar"), "kg": same("Kilogramm"), "g": same("Gramm"),
            "mg": same("Milligramm"), "µg": same("Mikrogramm"), "μg": same("Mikrogramm"),
            "t": Unit("Tonne", "Tonnen", .feminine),
            "kt": Unit("Kilotonne", "Kilotonnen", .feminine),
            "Mt": Unit("Megatonne", "Megatonnen", .feminine), "lb": same("Pfund"),
            "lbs": same("Pfund"), "Pfd.": same("Pfund"), "oz": Unit("Unze", "Unzen", .feminine),
            "Ztr.": same("Zentner"), "dag": same("Dekagramm"), "dkg": same("Dekagramm"),
            "l": same("Liter"), "L": same("Liter"), "ml": same("Milliliter"),
            "mL": same("Milliliter"), "cl": same("Zentiliter"), "dl": same("Deziliter"),
            "hl": same("Hektoliter"), "µl": same("Mikroliter"), "μl": same("Mikroliter"),
            "gal": Unit("Gallone", "Gallonen", .feminine), "cc": same("Kubikzentimeter"),
            "ccm": same("Kubikzentimeter"), "cbm": same("Kubikmeter"),
            "qm": same("Quadratmeter"), "qkm": same("Quadratkilometer"),
            "qcm": same("Quadratzentimeter"), "EL": same("Esslöffel"), "TL": same("Teelöffel"),
            "Msp.": Unit("Messerspitze", "Messerspitzen", .feminine),
            "Pkg.": Unit("Packung", "Packungen", .feminine), "Pck.": same("Päckchen"),
            "Stk.": same("Stück"), "Stck.": same("Stück"), "Stk": same("Stück"),
            "Bd.": same("Bund"), "Tsp.": same("Teelöffel"),
            "kcal": Unit("Kilokalorie", "Kilokalorien", .feminine),
            "cal": Unit("Kalorie", "Kalorien", .feminine),
            "bar": same("Bar"), "mbar": same("Millibar"),
            "atm": Unit("Atmosphäre", "Atmosphären", .feminine),
            "mmHg": same("Millimeter Quecksilbersäule"), "PS": Unit("P S", "P S", .feminine),
            "U/min": Unit("Umdrehung pro Minute", "Umdrehungen pro Minute", .feminine),
            "rpm": Unit("Umdrehung pro Minute", "Umdrehungen pro Minute", .feminine),
            "mph": Unit("Meile pro Stunde", "Meilen pro Stunde", .feminine),
            "kmh": same("Kilometer pro Stunde"), "Mbit/s": same("Megabit pro Sekunde"),
            "Gbit/s": same("Gigabit pro Sekunde"), "kbit/s": same("Kilobit pro Sekunde"),
            "Mbps": same("Megabit pro Sekunde"), "kbps": same("Kilobit pro Sekunde"),
            "Gbps": same("Gigabit pro Sekunde"), "px": same("Pixel"), "dpi": same("d p i"),
            "fps": Unit("Bild pro Sekunde", "Bilder pro Sekunde"), "MP": same("Megapixel"),
            "dB": same("Dezibel"), "db": same("Dezibel"), "lm": same("Lumen"), "lx": same("Lux"),
            "mol": same("Mol"), "mmol": same("Millimol"),
            "h": hour, "Std.": hour, "Std": hour, "Stdn.": hour, "hrs": hour, "min": minute,
            "min.": minute, "Min.": minute, "Min": minute, "s": second, "sec": second,
            "sek": second, "Sek.": second, "Sek": second, "sec.": second,
            "ms": Unit("Millisekunde", "Millisekunden", .feminine),
            "µs": Unit("Mikrosekunde", "Mikrosekunden", .feminine),
            "μs": Unit("Mikrosekunde", "Mikrosekunden", .feminine),
            "ns": Unit("Nanosekunde", "Nanosekunden", .feminine),
            "Mon.": Unit("Monat", "Monate"),
            "Wo.": Unit("Woche", "Wochen", .feminine), "J.": Unit("Jahr", "Jahre"),
            "W": same("Watt"), "V": same("Volt"), "A": same("Ampere"), "Hz": same("Hertz"),
            "Pa": same("Pascal"), "Ω": same("Ohm"), "eV": same("Elektronenvolt"),
            "Byte": same("Byte"), "Bit": same("Bit"),
            "Wh": Unit("Wattstunde", "Wattstunden", .feminine),
            "mAh": Unit("Milliamperestunde", "Milliamperestunden", .feminine),
            "Ah": Unit("Amperestunde", "Amperestunden", .feminine), "Nm": same("Newtonmeter"),
            "Sv": same("Sievert"), "mSv": same("Millisievert"),
            "µSv": same("Mikrosievert"), "Bq": same("Becquerel"), "kVA": same("Kilovoltampere"),
            "kg/m³": same("Kilogramm pro Kubikmeter"), "Einw.": same("Einwohner"),
            "Ew.": same("Einwohner"),
        ]
        for (symbol, name, gender, marks) in prefixed {
            for mark in marks {
                let one = prefixes[mark]! + name.lowercased()
                let many = gender == .feminine ? one + "n" : one
                all[String(mark) + symbol] = Unit(one, many, gender)
            }
        }
        return all
    }()

    /// Units with the prefixes that stand before them.
    private static let prefixed: [(String, String, Form.Gender, String)] = [
        ("W", "Watt", .neuter, "kMGTmµμ"), ("Wh", "Wattstunde", .feminine, "kMGTm"),
        ("V", "Volt", .neuter, "kMmµμ"), ("A", "Ampere", .neuter, "kmµμ"),
        ("Hz", "Hertz", .neuter, "kMGT"), ("Pa", "Pascal", .neuter, "kMGhm"),
        ("J", "Joule", .neuter, "kMGm"), ("N", "Newton", .neuter, "kM"),
        ("Ω", "Ohm", .neuter, "kMm"), ("F", "Farad", .neuter, "mµμn"),
        ("T", "Tesla", .neuter, "mµμ"), ("eV", "Elektronenvolt", .neuter, "kMGT"),
        ("B", "Byte", .neuter, "kMGTP"), ("bit", "Bit", .neuter, "kMG"),
        ("Bit", "Bit", .neuter, "kMG"), ("Byte", "Byte", .neuter, "kMGT"),
    ]
    private static let prefixes: [Character: String] = [
        "k": "Kilo", "M": "Mega", "G": "Giga", "T": "Tera", "P": "Peta", "m": "Milli",
        "µ": "Mikro", "μ": "Mikro", "n": "Nano", "h": "Hekto",
    ]

    private static let hour = Unit("Stunde", "Stunden", .feminine)
    private static let minute = Unit("Minute", "Minuten", .feminine)
    private static let second = Unit("Sekunde", "Sekunden", .feminine)

    /// Most units have no plural.
    private static func same(_ one: String, _ many: String? = nil) -> Unit {
        Unit(one, many ?? one, .neuter)
    }
}
