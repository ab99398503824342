/// Currencies as Hindi text writes them, before or behind an amount.
enum HindiCurrencies {
    static let all: PhraseTable<Currency> = {
        let rupee = Currency("रुपया", "रुपए", "पैसा", "पैसे")
        let dollar = Currency("डॉलर", "डॉलर", "सेंट", "सेंट")
        let euro = Currency("यूरो", "यूरो", "सेंट", "सेंट")
        let pound = Currency("पाउंड", "पाउंड", "पेनी", "पेंस")
        let yen = Currency("येन", "येन", "सेन", "सेन")
        let won = Currency("वॉन", "वॉन", "जिओन", "जिओन")
        let lira = Currency("लीरा", "लीरा", "कुरस", "कुरस")
        let taka = Currency("टका", "टका", "पैसा", "पैसे")
        let ruble = Currency("रूबल", "रूबल", "कोपेक", "कोपेक")
        let naira = Currency("नाइरा", "नाइरा", "कोबो", "कोबो")
        let yuan = Currency("युआन", "युआन", "फेन", "फेन")
        let dirham = Currency("दिरहम", "दिरहम", "फिल्स", "फिल्स")
        let franc = Currency("फ्रैंक", "फ्रैंक", "सेंटीम", "सेंटीम")
        var all: [String: Currency] = [
            "US$": Currency("अमेरिकी डॉलर", "अमेरिकी डॉलर", "सेंट", "सेंट"),
            "A$": Currency("ऑस्ट्रेलियाई डॉलर", "ऑस्ट्रेलियाई डॉलर", "सेंट", "सेंट"),
            "C$": Currency("कनाडाई डॉलर", "कनाडाई डॉलर", "सेंट", "सेंट"),
            "NPR": Currency("नेपाली रुपया", "नेपाली रुपए", "पैसा", "पैसे"),
            "PKR": Currency("पाकिस्तानी रुपया", "पाकिस्तानी रुपए", "पैसा", "पैसे"),
            "SAR": Currency("रियाल", "रियाल", "हलाला", "हलाला"), "₫": Currency("डोंग", "डोंग"),
            "₪": Currency("शेकेल", "शेकेल"), "฿": Currency("बाट", "बाट"), "₿": Currency("बिटकॉइन",
            "बिटकॉइन"), "BTC": Currency("बिटकॉइन", "बिटकॉइन"), "₱": Currency("पेसो", "पेसो"),
            "₴": Currency("ह्रिवनिया", "ह्रिवनिया"), "¢": Currency("सेंट", "सेंट"),
        ]
        let names: [(Currency, [String])] = [
            (rupee, ["₹", "₨", "Rs", "Rs.", "INR", "रु", "रु.", "रू", "रू."]),
            (dollar, ["$", "USD"]), (euro, ["€", "EUR"]), (pound, ["£", "GBP"]),
            (yen, ["¥", "JPY"]), (won, ["₩", "KRW"]), (lira, ["₺", "TRY"]), (taka, ["৳", "BDT"]),
            (ruble, ["₽", "RUB"]), (naira, ["₦", "NGN"]), (yuan, ["CNY", "RMB"]), (dirham, ["AED"]),
            (franc, ["CHF"]),
        ]
        for (currency, writings) in names { for writing in writings { all[writing] = currency } }
        return PhraseTable(all)
    }()
}
