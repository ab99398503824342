/// Numbers in postal addresses, said one figure after the other, with the marks between them.
struct HindiAddressRecognizer: Recognizer {
    /// How far a word may stand that makes an address of a line, in tokens.
    private static let reach = 24

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let digits = line.number(index) {
            guard isBare(line, index), isAddress(line, index) else { return }
            candidates.append(Candidate(1, .digits(digits), cost: 3))
        } else if line.isMark(index, "-") || line.isMark(index, "/"), joins(line, index),
            isAddress(line, index)
        {
            let words = line.isMark(index, "-") ? "हाइफ़न" : "बटा"
            candidates.append(Candidate(1, .symbol(words), cost: 3))
        }
    }

    /// No amount of anything, no time and no decimal.
    private func isBare(_ line: Line, _ index: Int) -> Bool {
        guard line.endsWord(index + 1), !line.touchingMark(index + 1, ":"),
            line.phrase(index + 1, in: Wording.hindi.units) == nil
        else { return false }
        guard let before = line[index - 1], before.kind == .mark else { return true }
        return [",", "-", "/", "(", "#"].contains(before.text)
    }

    private func joins(_ line: Line, _ index: Int) -> Bool {
        guard let before = line[index - 1], let after = line[index + 1] else { return false }
        return before.kind != .mark && after.kind != .mark
    }

    /// A line that names a street or a house and says nothing of it.
    private func isAddress(_ line: Line, _ index: Int) -> Bool {
        var isNamed = false
        var isHinted = false
        var hasComma = false
        for at in index - Self.reach...index + Self.reach {
            hasComma = hasComma || line.isMark(at, ",")
            guard let word = line.word(at), line.tokens[at].scalar.isDevanagari else { continue }
            switch Self.cues[word] {
            case .telling: return false
            case .hinting: isHinted = true
            case .naming: isNamed = true
            case nil: isNamed = isNamed || word == "डी" && line.word(at - 1) == "आर"
            }
        }
        return isNamed || isHinted && hasComma
    }

    /// What a word says of the line that it stands in.
    private enum Cue: Sendable {
        case naming
        /// Parts of addresses that are other words as well.
        case hinting
        /// Words of a sentence.
        case telling
    }

    private static let cues: [String: Cue] = {
        var cues: [String: Cue] = [:]
        for (cue, list) in [(Cue.naming, naming), (.hinting, hinting), (.telling, telling)] {
            for word in list.split(whereSeparator: \.isWhitespace) { cues[String(word)] = cue }
        }
        return cues
    }()

    private static let naming = """
        स्ट्रीट रोड एवेन्यू पार्कवे फ्लैट फ़्लैट फ्लोर फ़्लोर अपार्टमेंट अपार्टमेंट्स ब्लॉक
        कॉलोनी कालोनी मोहल्ला प्लॉट एन्क्लेव एनक्लेव बुलेवार्ड ड्राइव कॉम्प्लेक्स एक्सटेंशन लेआउट
        चौराहा बाईपास टाउनशिप रेजीडेंसी हाईवे टेरेस
        """
    private static let hinting = """
        मार्ग नगर गली सेक्टर लेन मकान विहार टावर टॉवर सोसायटी सोसाइटी बिल्डिंग हाउस हाउसिंग क्रॉस
        स्क्वायर चौक पार्क बाज़ार बाजार भवन कोर्ट प्लेस सर्कल मार्केट प्लाज़ा पोस्ट मंज़िल मंजिल
        पुरम गंज
        """
    private static let telling = """
        में पर पे से को ने है हैं था थी थे हो हुआ हुई हुए गया गई गए कर करें करो किया तक लिए रहा
        रही रहे वह यह मैं हम और मारे मौत घायल मृत लोग लोगों किमी किलोमीटर रुपए रुपये
        """
}

extension Unicode.Scalar {
    fileprivate var isDevanagari: Bool { (0x900...0x97F).contains(value) }
}
