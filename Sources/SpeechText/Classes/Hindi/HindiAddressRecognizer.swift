/// Numbers in postal addresses, said one figure after the other, with the marks between them.
struct HindiAddressRecognizer: Recognizer {
    /// How far a word may stand that makes an address of a line, in tokens.
    private static let reach = 24

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let digits = line.number(index) {
            guard line.endsWord(index + 1), !line.isMark(index - 1, "."), isAddress(line, index)
            else { return }
            candidates.append(Candidate(1, .digits(digits), cost: 3))
        } else if line.isMark(index, "-") || line.isMark(index, "/"), joins(line, index),
            isAddress(line, index)
        {
            let words = line.isMark(index, "-") ? "हाइफ़न" : "बटा"
            candidates.append(Candidate(1, .symbol(words), cost: 3))
        }
    }

    private func joins(_ line: Line, _ index: Int) -> Bool {
        guard let before = line[index - 1], let after = line[index + 1] else { return false }
        return before.kind != .mark && after.kind != .mark
    }

    /// A line that names a street or a house and says nothing of it.
    private func isAddress(_ line: Line, _ index: Int) -> Bool {
        var isNamed = false
        for at in index - Self.reach...index + Self.reach {
            guard let word = line.word(at) else { continue }
            if Self.telling.contains(word) { return false }
            isNamed = isNamed || Self.named.contains(word)
                || word == "डी" && line.word(at - 1) == "आर"
        }
        return isNamed
    }

    private static let named: Set<String> = Set(
        """
        स्ट्रीट रोड एवेन्यू पार्कवे मार्ग नगर फ्लैट फ़्लैट फ्लोर फ़्लोर अपार्टमेंट अपार्टमेंट्स ब्लॉक सेक्टर कॉलोनी कालोनी गली मोहल्ला
        लेन प्लॉट मकान विहार एन्क्लेव एनक्लेव टावर टॉवर सोसायटी सोसाइटी बिल्डिंग बुलेवार्ड ड्राइव कॉम्प्लेक्स एक्सटेंशन
        लेआउट हाउस हाउसिंग क्रॉस चौराहा बाईपास स्क्वायर टाउनशिप रेजीडेंसी
        """.split(whereSeparator: \.isWhitespace).map(String.init))
    /// Words of a sentence.
    private static let telling: Set<String> = Set(
        """
        में पर पे से को ने है हैं था थी थे हो हुआ हुई हुए गया गई गए कर करें करो किया तक लिए रहा रही रहे वह यह मैं हम और मारे
        मौत घायल मृत लोग लोगों किमी किलोमीटर रुपए रुपये
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
