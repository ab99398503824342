/// What the common recognisers have to know of Mandarin.
enum ChineseWording {
    static let numbers = NumberFormat(point: ".", separators: [","])

    static let wording: Wording = {
        var wording = Wording(numbers: numbers)
        wording.dateOrder = .yearFirst
        wording.units = ChineseUnits.all
        wording.abbreviations = ChineseAbbreviations.all
        wording.symbols = symbols
        wording.beforeRoman = ["第": false]
        wording.behindRoman = ["世": false]
        return wording
    }()

    private static let symbols: PhraseTable<String> = {
        var symbols = words
        for (index, scalar) in "₀₁₂₃₄₅₆₇₈₉".unicodeScalars.enumerated() {
            symbols[String(scalar)] = ChineseNumbers.cardinal(index)
        }
        for (index, scalar) in "①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.enumerated() {
            symbols[String(scalar)] = ChineseNumbers.cardinal(index + 1)
        }
        return PhraseTable(symbols)
    }()

    private static let words: [String: String] = [
        "≥": "大于等于", ">=": "大于等于", "≧": "大于等于", "≤": "小于等于", "<=": "小于等于",
        "≦": "小于等于", "=": "等于", "＝": "等于", "==": "等于", "≠": "不等于", "!=": "不等于",
        "≈": "约等于", "≡": "恒等于", "±": "正负", "÷": "除以", "∞": "无穷大", "√": "根号",
        "∑": "求和", "∫": "积分", "∵": "因为", "∴": "所以", "∈": "属于", "∠": "角", "⊥": "垂直于",
        "∥": "平行于", "→": "到", "²": "的平方", "³": "的立方", "%": "百分号", "％": "百分号",
        "‰": "千分号", "°": "度", "℃": "摄氏度", "&": "和", "＆": "和", "@": "艾特", "＠": "艾特",
        "€": "欧元", "£": "英镑", "$": "美元", "￥": "元", "¥": "元", "₩": "韩元", "§": "节",
        "©": "版权所有", "——": " - ",
    ]
}
