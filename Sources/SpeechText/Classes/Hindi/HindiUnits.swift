/// Units behind an amount, and words that make an amount larger.
enum HindiUnits {
    static let scales: [String: Unit] = {
        var all: [String: Unit] = [:]
        let names: [(String, String)] = [
            ("हज़ार", "हज़ार हजार thousand"), ("लाख", "लाख lakh lakhs lac lacs"),
            ("करोड़", "करोड़ crore crores cr"), ("अरब", "अरब"), ("खरब", "खरब"), ("नील", "नील"),
            ("पद्म", "पद्म"), ("मिलियन", "मिलियन million mn"), ("बिलियन", "बिलियन billion bn"),
            ("ट्रिलियन", "ट्रिलियन trillion tn"),
        ]
        for (name, writings) in names {
            for writing in words(writings) { all[writing] = Unit(name, name) }
        }
        return all
    }()

    static let all: PhraseTable<Unit> = {
        var all: [String: Unit] = [:]
        for (name, writings) in unchanging {
            for writing in words(writings) { all[writing] = Unit(name, name) }
        }
        for (one, many, writings) in changing {
            for writing in words(writings) { all[writing] = Unit(one, many) }
        }
        // What is written in full is said as it is written, but for its halves and quarters.
        for name in HindiWords.quarteredUnits.union(["घंटा", "हफ्ते", "हफ्ता", "महीना"]) {
            all[name] = Unit(name, name)
        }
        HindiAbbreviations.addSigns(to: &all)
        return PhraseTable(all)
    }()

    private static func words(_ list: String) -> [String] {
        list.split(separator: " ").map(String.init)
    }

    private static let changing = [
        ("घंटा", "घंटे", "h hr hrs घं."), ("महीना", "महीने", "mon mo mth"),
        ("किलोवाट घंटा", "किलोवाट घंटे", "kWh"),
    ]

    private static let unchanging = [
        ("प्रतिशत", "% ％"), ("डिग्री", "° deg"), ("डिग्री सेल्सियस", "°C ℃ ˚C"),
        ("डिग्री फारेनहाइट", "°F ℉ ˚F"), ("केल्विन", "K °K"), ("नैनोमीटर", "nm"),
        ("माइक्रोमीटर", "µm μm um"), ("मिलीमीटर", "mm मिमी मि.मी. मि.मी"),
        ("सेंटीमीटर", "cm सेमी से.मी. से.मी सें.मी."), ("डेसीमीटर", "dm"), ("मीटर", "m mtr मी. मी"),
        ("डेकामीटर", "dam"), ("हेक्टोमीटर", "hm"), ("किलोमीटर", "km kms किमी कि.मी. कि.मी"),
        ("इंच", "in inch ″"), ("फीट", "ft ′"), ("यार्ड", "yd yds"), ("मील", "mi"),
        ("समुद्री मील", "nmi"), ("प्रकाश वर्ष", "ly"), ("वर्ग मिलीमीटर", "mm² mm2"),
        ("वर्ग सेंटीमीटर", "cm² cm2"), ("वर्ग मीटर", "m² m2 sqm sq.m"),
        ("वर्ग किलोमीटर", "km² km2"), ("वर्ग इंच", "in² in2"),
        ("वर्ग फीट", "ft² ft2 sqft sq.ft sq.ft."), ("वर्ग मील", "mi² mi2"),
        ("वर्ग यार्ड", "yd² yd2"), ("हेक्टेयर", "ha"), ("एकड़", "ac"), ("घन मिलीमीटर", "mm³ mm3"),
        ("घन सेंटीमीटर", "cm³ cm3"), ("घन मीटर", "m³ m3"), ("घन किलोमीटर", "km³ km3"),
        ("घन फीट", "ft³ ft3 cft"), ("घन इंच", "in³"), ("सी सी", "cc CC"),
        ("किलोमीटर प्रति घंटा", "km/h km/hr kmph kph किमी/घंटा किमी/घं कि.मी./घंटा"),
        ("मील प्रति घंटा", "mi/h mi/hr mph"), ("मीटर प्रति सेकंड", "m/s मी/से"),
        ("किलोमीटर प्रति सेकंड", "km/s"), ("सेंटीमीटर प्रति सेकंड", "cm/s"),
        ("फीट प्रति सेकंड", "ft/s"), ("मीटर प्रति वर्ग सेकंड", "m/s²"),
        ("मीटर प्रति घंटा", "m/h m/hr"), ("किलोमीटर प्रति लीटर", "km/l kmpl"),
        ("किलोग्राम प्रति घन मीटर", "kg/m³"), ("मिलीग्राम प्रति डेसीलीटर", "mg/dl"),
        ("ग्राम प्रति लीटर", "g/l"), ("नॉट", "kn"), ("मिलीलीटर", "ml मिली मि.ली. मि.ली"),
        ("सेंटीलीटर", "cl"), ("डेसीलीटर", "dl"), ("लीटर", "L l ltr ली."), ("किलोलीटर", "kl"),
        ("गैलन", "gal"), ("क्वार्ट", "qt"), ("पिंट", "pt"), ("बैरल", "bbl"),
        ("माइक्रोग्राम", "µg μg mcg ug"), ("मिलीग्राम", "mg मि.ग्रा."), ("सेंटीग्राम", "cg"),
        ("डेसीग्राम", "dg"), ("जी", "G"), ("ग्राम", "g gm gms ग्रा."), ("डेकाग्राम", "dag"),
        ("हेक्टोग्राम", "hg"), ("किलोग्राम", "kg kgs किग्रा कि.ग्रा. कि.ग्रा"), ("क्विंटल", "q"),
        ("टन", "t"), ("किलोटन", "kt"), ("आउन्स", "oz"), ("पाउंड", "lb lbs"), ("कैरेट", "ct"),
        ("नैनोसेकंड", "ns"), ("माइक्रोसेकंड", "µs μs"), ("मिलीसेकंड", "ms"),
        ("सेकंड", "s sec secs"), ("मिनट", "min mins मि."), ("दिन", "day days"),
        ("सप्ताह", "wk wks week weeks"), ("साल", "yr yrs"), ("दर्जन", "doz dz"),
        ("दशक", "decade decades"), ("बिट", "bit"), ("बाइट", "byte"), ("किलोबाइट", "KB kb"),
        ("मेगाबाइट", "MB mb"), ("गीगाबाइट", "GB gb"), ("टेराबाइट", "TB tb"), ("पेटाबाइट", "PB"),
        ("किलोबिट प्रति सेकंड", "kbps"), ("मेगाबिट प्रति सेकंड", "Mbps mbps"),
        ("गीगाबिट प्रति सेकंड", "Gbps gbps"), ("मेगापिक्सल", "MP"), ("हर्ट्ज़", "Hz hz"),
        ("किलोहर्ट्ज़", "kHz khz"), ("मेगाहर्ट्ज़", "MHz mhz"), ("गीगाहर्ट्ज़", "GHz ghz"),
        ("वाट", "W"), ("मिलीवाट", "mW"), ("किलोवाट", "kW kw"), ("मेगावाट", "MW"), ("गीगावाट", "GW"),
        ("वोल्ट", "V"), ("मिलीवोल्ट", "mV"), ("किलोवोल्ट", "kV kv"), ("एम्पियर", "amp"),
        ("मिलीएम्पियर", "mA"), ("मिलीएम्पियर आवर", "mAh mah"), ("ओम", "Ω ohm"), ("किलोओम", "kΩ"),
        ("माइक्रोफैरड", "µF μF"), ("वेबर", "Wb"), ("जूल", "J"), ("किलोजूल", "kJ kj"),
        ("कैलोरी", "cal"), ("किलोकैलोरी", "kcal"), ("पास्कल", "Pa"), ("किलोपास्कल", "kPa"),
        ("मेगापास्कल", "MPa"), ("बार", "bar"), ("एटमॉस्फियर", "atm"), ("मोल", "mol"),
        ("रेडियन", "rad"), ("डेसिबल", "dB db"), ("हॉर्सपावर", "hp HP bhp"), ("आर पी एम", "rpm RPM"),
        ("लक्स", "lx"), ("लुमेन", "lm"), ("कैंडेला", "cd"), ("बेकरेल", "Bq"), ("सीवर्ट", "Sv"),
        ("पी पी एम", "ppm"), ("मीट्रिक टन", "MT"),
    ]
}
