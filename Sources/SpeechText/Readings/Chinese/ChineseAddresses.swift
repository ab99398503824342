/// Addresses of mail, web and machines, and versions, as Mandarin names their marks.
enum ChineseAddresses {
    /// Words as they are, digits one by one, marks by name.
    static func words(for address: String) -> String {
        var words: [String] = []
        var word = ""
        func endWord() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for scalar in address.unicodeScalars {
            if let name = names[scalar] {
                endWord()
                words.append(name)
            } else if ("0"..."9").contains(scalar) {
                endWord()
                words.append(ChineseNumbers.spelled(String(scalar)))
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        endWord()
        return words.joined()
    }

    private static let names: [Unicode.Scalar: String] = [
        ".": "点", "-": "杠", "_": "下划线", "/": "斜杠", ":": "冒号", "@": "艾特", "?": "问号",
        "=": "等于", "&": "和", "%": "百分号", "+": "加", "~": "波浪号", "#": "井号", ",": "逗号",
    ]
}
