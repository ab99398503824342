/// Latin initials that Chinese text writes in any case, and marks of words.
enum ChineseAbbreviations {
    /// By what is written, in small letters.
    static let all: PhraseTable<String> = {
        var all = words
        for name in initials.split(whereSeparator: \.isWhitespace) {
            all[name.lowercased()] = String(name)
        }
        for figures in ["ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"] {
            for (index, scalar) in figures.unicodeScalars.enumerated() {
                all[String(scalar)] = ChineseNumbers.cardinal(index + 1)
            }
        }
        return PhraseTable(all)
    }()

    private static let words: [String: String] = [
        "vs": "对", "vs.": "对", "no.": "第", "℡": "电话", "№": "第",
    ]

    /// Capitals are said letter by letter.
    private static let initials = """
        AI API APP ATM BBC BBS BGM BMI BMW CBA CBD CCTV CD CDMA CEO CFO CIA CMO CNN CPA CPI CPR
        CPU CSS CT CTO DHL DIY DJ DNA DVD EMBA EMS ERP FBI FDA FIFA FM GDP GIF GMAT GNP GPA GPS
        GPU GRE GSM HIV HR HTML HTTP IBM ICU IDC IELTS IMF IOT IP IPO IQ ISBN ISO IMAX JPG KFC KPI
        KTV LCD LED LOL LTE LV MBA MBTI MLB MRI MTV MV NASA NASDAQ NATO NBA NFC NFL NHK NGO OEM
        OLED OMG OPEC OTC PC PCR PDF PHD PK PM PMI PPI PPT PS PVC QQ RAM RMB RNA ROM SARS SCI SDK
        SIM SMS SOS SQL SUV TCP TNT TOEFL TV UFO UI UNESCO UPS URL USA USB VCD VCR VIP VPN VR WTO
        WWW XML
        """
}
