/// Initials in Latin capitals and in the names of Latin letters: BJP, 5G, एम. के.
struct HindiLettersRecognizer: Recognizer {
    /// Longer capitals are a word that is shouted.
    private static let longest = 5

    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .word,
            line.startsWord(index) || line.number(index - 1) != nil
        else { return }
        if let word = Self.words[token.text] {
            candidates.append(Candidate(1, .abbreviation(word), cost: 7))
        } else if token.isAllUppercase, token.text.utf8.count <= Self.longest,
            token.text.utf8.allSatisfy({ $0 < 0x80 })
        {
            candidates.append(Candidate(1, .letters(token.text), cost: 8))
        }
        proposeInitial(line, index, &candidates)
    }

    /// The dot behind a letter's name goes, unless it ends the sentence.
    private func proposeInitial(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard HindiInitials.isInitial(line.tokens, at: index), !line.isLast(index + 1) else {
            return
        }
        candidates.append(Candidate(2, .abbreviation(line.tokens[index].text), cost: 17))
    }

    private static let words = [
        "NASA": "नासा", "ISRO": "इसरो", "NATO": "नाटो", "UNESCO": "यूनेस्को", "UNICEF": "यूनिसेफ",
        "AIDS": "एड्स", "COVID": "कोविड", "OPEC": "ओपेक", "SAARC": "सार्क", "ASEAN": "आसियान",
        "BRICS": "ब्रिक्स", "NEET": "नीट", "SIM": "सिम", "PIN": "पिन", "AIIMS": "एम्स",
        "FIFA": "फीफा", "SEBI": "सेबी", "OK": "ओके", "RAM": "रैम", "CAT": "कैट",
    ]
}
