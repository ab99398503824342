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
        guard let value = EnglishRomanRecognizer.value(token.text) else { return }
        if value == 1, let name = line.word(index - 1), Self.rulers.contains(name) {
            candidates.append(Candidate(1, .ordinal("1"), cost: 5))
        }
        // Of other letters many acronyms are made.
        let isPlain = token.text.utf8.count > 1 && token.text.allSatisfy("IVX".contains)
        if isPlain { candidates.append(Candidate(1, .roman(value, ordinal: false), cost: 8)) }
    }

    /// Capitals with the ending of an ordinal.
    static func ordinal(_ text: String) -> (Int, Form)? {
        let figures = text.prefix { "IVXLCDM".contains($0) }
        let ending = text.dropFirst(figures.count)
        guard !ending.isEmpty, let value = EnglishRomanRecognizer.value(String(figures)),
            let form = FrenchWording.ordinalMarks[String(ending)]
        else { return nil }
        // Le, Ce, Des, Vers are words.
        guard figures.utf8.count > 1 || "IVX".contains(figures) else { return nil }
        guard value == 1 || !ending.hasPrefix("er") else { return nil }
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
        "harald", "margrethe", "victor-emmanuel", "humbert", "vittorio", "amédée", "darius",
        "xerxès", "artaxerxès", "thoutmosis", "amenhotep", "roi", "reine", "pape", "prince",
    ]
}
