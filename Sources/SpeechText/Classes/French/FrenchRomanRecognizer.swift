/// Roman numbers: XIXe siècle, François Ier, Vatican II.
struct FrenchRomanRecognizer: Recognizer {
    private static let longest = 20

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.startsUppercase, line.startsWord(index),
            line.endsWord(index + 1), token.text.utf8.count <= Self.longest
        else { return }
        if let (value, form) = Self.ordinal(token.text) {
            candidates.append(Candidate(1, .ordinal(String(value), form), cost: 6))
        }
        guard let value = RomanNumeral.value(token.text) else { return }
        let before = line.word(index - 1) ?? ""
        let isLong = token.text.utf8.count > 1
        // Of other letters acronyms are made.
        let isPlain = token.text.allSatisfy("IVX".contains)
        // Jean X. Dupont has a second name.
        let isInitial = !isLong && line.touchingMark(index + 1, ".") && !line.isLast(index + 1)
        if Self.rulers.contains(before), isPlain, !isInitial {
            let content = value == 1 ? Semiotic.ordinal("1") : .roman(value, ordinal: false)
            candidates.append(Candidate(1, content, cost: 5))
        } else if FrenchAbbreviations.numbered.contains(before), isLong || isPlain {
            candidates.append(Candidate(1, .roman(value, ordinal: false), cost: 6))
        } else if isLong, isPlain {
            candidates.append(Candidate(1, .roman(value, ordinal: false), cost: 8))
        }
    }

    /// Capitals with the ending of an ordinal.
    static func ordinal(_ text: String) -> (Int, Form)? {
        let figures = text.prefix { "IVXLCDM".contains($0) }
        let ending = text.dropFirst(figures.count)
        guard !ending.isEmpty, let value = RomanNumeral.value(String(figures)),
            let form = FrenchWording.ordinalMarks[String(ending)]
        else { return nil }
        // Le, Ce, Des, Vers are words.
        guard figures.utf8.count > 1 || "IVX".contains(figures) else { return nil }
        guard value == 1 || !ending.hasPrefix("er"), !ending.hasPrefix("d") else { return nil }
        return (value, form)
    }

    /// Names of rulers, in lower case.
    static let rulers: Set<String> = [
        "louis", "henri", "charles", "françois", "philippe", "napoléon", "jean", "paul", "pie",
        "benoît", "léon", "grégoire", "clément", "innocent", "urbain", "boniface", "sixte",
        "jules", "alexandre", "nicolas", "pierre", "catherine", "élisabeth", "elizabeth",
        "édouard", "george", "georges", "guillaume", "jacques", "richard", "marie", "albert",
        "léopold", "baudouin", "frédéric", "othon", "conrad", "ferdinand", "maximilien",
        "joseph", "rodolphe", "alphonse", "isabelle", "sanche", "ramsès", "ptolémée",
        "cléopâtre", "childéric", "chilpéric", "clovis", "clotaire", "dagobert", "thierry",
        "lothaire", "robert", "constantin", "justinien", "théodose", "hassan", "mohammed",
        "mohamed", "mehmed", "soliman", "selim", "rainier", "christian", "gustave", "olaf",
        "harald", "margrethe", "emmanuel", "humbert", "vittorio", "amédée", "darius",
        "xerxès", "artaxerxès", "thoutmosis", "amenhotep", "roi", "reine", "pape", "prince",
    ]
}
