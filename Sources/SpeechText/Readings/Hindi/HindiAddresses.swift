/// Addresses of mail, web and machines in Hindi words.
enum HindiAddresses {
    /// Known names as words, other names letter by letter, digits one by one, marks by name.
    static func words(_ address: String) -> String {
        var words: [String] = []
        var name = ""
        for scalar in address.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            guard isDigit || marks[scalar] != nil else {
                name.unicodeScalars.append(scalar)
                continue
            }
            take(&name, &words)
            words.append(isDigit ? HindiNumbers.spelled(String(scalar)) : marks[scalar]!)
        }
        take(&name, &words)
        return words.joined(separator: " ")
    }

    private static func take(_ name: inout String, _ words: inout [String]) {
        guard !name.isEmpty else { return }
        words.append(names[name.lowercased()] ?? letters(name))
        name = ""
    }

    /// Latin letters by name; what is written in other scripts stays.
    static func letters(_ text: String) -> String {
        var words: [String] = []
        var other = ""
        for scalar in text.unicodeScalars {
            if let letter = letter(scalar) {
                if !other.isEmpty { words.append(other) }
                other = ""
                words.append(letter)
            } else {
                other.unicodeScalars.append(scalar)
            }
        }
        if !other.isEmpty { words.append(other) }
        return words.joined(separator: " ")
    }

    private static func letter(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z": letterNames[Int(scalar.value) - 97]
        case "A"..."Z": letterNames[Int(scalar.value) - 65]
        default: nil
        }
    }

    static let letterNames = """
        ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड
        """.split(separator: " ").map(String.init)

    private static let marks: [Unicode.Scalar: String] = [
        ".": "डॉट", "-": "हाइफ़न", "_": "अंडरस्कोर", "/": "फॉरवर्ड स्लैश", "\\": "बैकवर्ड स्लैश",
        ":": "कोलन", "@": "एट", "?": "प्रश्न चिह्न", "=": "बराबर", "&": "एंड", "%": "प्रतिशत",
        "+": "प्लस", "~": "टिल्ड", "#": "हैश", ",": "कॉमा",
    ]

    /// Sites, domains and folders that are known by their names.
    private static let names = [
        "com": "कॉम", "org": "ऑर्ग", "net": "नेट", "info": "इन्फो", "in": "इन", "biz": "बिज़",
        "gmail": "जीमेल", "yahoo": "याहू", "hotmail": "हॉटमेल", "outlook": "आउटलुक",
        "rediff": "रेडिफ", "rediffmail": "रेडिफमेल", "icloud": "आईक्लाउड", "google": "गूगल",
        "wikipedia": "विकिपीडिया", "facebook": "फेसबुक", "twitter": "ट्विटर", "youtube": "यूट्यूब",
        "instagram": "इंस्टाग्राम", "whatsapp": "व्हाट्सएप", "linkedin": "लिंक्डइन",
        "amazon": "अमेज़न", "flipkart": "फ्लिपकार्ट", "github": "गिटहब",
        "microsoft": "माइक्रोसॉफ्ट", "apple": "एप्पल", "netflix": "नेटफ्लिक्स", "paytm": "पेटीएम",
        "telegram": "टेलीग्राम", "reddit": "रेडिट", "bing": "बिंग", "samsung": "सैमसंग",
        "about": "अबाउट", "home": "होम", "contact": "कॉन्टैक्ट", "index": "इंडेक्स",
        "news": "न्यूज़", "mail": "मेल", "email": "ईमेल", "help": "हेल्प", "login": "लॉगिन",
        "search": "सर्च", "shop": "शॉप", "blog": "ब्लॉग", "india": "इंडिया", "hindi": "हिंदी",
        "times": "टाइम्स", "bank": "बैंक", "online": "ऑनलाइन", "green": "ग्रीन", "blue": "ब्लू",
        "red": "रेड", "black": "ब्लैक", "white": "व्हाइट", "data": "डेटा", "users": "यूज़र्स",
        "user": "यूज़र", "admin": "एडमिन", "desktop": "डेस्कटॉप", "downloads": "डाउनलोड्स",
        "documents": "डॉक्युमेंट्स", "pictures": "पिक्चर्स", "music": "म्यूज़िक",
        "videos": "वीडियोज़", "windows": "विंडोज़", "public": "पब्लिक", "photos": "फोटोज़",
        "photo": "फोटो", "video": "वीडियो", "image": "इमेज", "file": "फाइल", "files": "फाइल्स",
        "test": "टेस्ट", "support": "सपोर्ट", "localhost": "लोकलहोस्ट",
    ]
}
