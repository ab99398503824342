/// Roman numerals after a word that says so: Chapter IV, Henry VIII.
struct EnglishRomanRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.text.utf8.count <= 8,
            line.startsWord(index), line.endsWord(index + 1)
        else { return }
        if token.startsLowercase { return proposeSmall(token.text, line, index, &candidates) }
        proposeCentury(token.text, line, index, &candidates)
        guard let value = RomanNumeral.value(token.text) else { return }
        var before = index - 1
        if line.isMark(before, "."), line.touches(before) { before -= 1 }
        let isLong = token.text.utf8.count > 1
        let isCentury = line.word(index + 1) == "century" || line.word(index + 1) == "centuries"
        if isLong && isCentury {
            candidates.append(Candidate(1, .ordinal(String(value)), cost: 5))
        } else if isFirst(line, index) {
            candidates.append(Candidate(1, .roman(value, ordinal: false), cost: 8))
        } else if let last = rangeEnd(value, line, index) {
            let content = Semiotic.range(
                .roman(value, ordinal: false), .roman(last, ordinal: false), word: "to")
            candidates.append(Candidate(3, content, cost: 8))
        } else if let word = line.word(before), Self.numbered.contains(word) {
            let isBowl = token.text == "L" && word == "bowl"
            let isNamed = line[before]!.startsUppercase || line.isLast(index + 1)
            guard isLong || isBowl || isNumeral(line, index) && isNamed else { return }
            candidates.append(Candidate(1, .roman(value, ordinal: false), cost: 3))
        } else if let name = line[index - 1], name.startsUppercase, before == index - 1,
            Self.rulers.contains(line.lower[index - 1]),
            isLong || mayNumberRuler(token.text, line, index)
        {
            candidates.append(Candidate(1, .roman(value, ordinal: true), cost: 7))
        } else if isLong, token.text.first == "I", isHeir(line, index) {
            candidates.append(Candidate(1, .roman(value, ordinal: true), cost: 7))
        } else if isLong, !Self.words.contains(token.text), value < 90, !isDrip(line, index),
            index == 0 || line[index - 1]!.kind == .word || line[index - 1]!.kind == .mark
        {
            candidates.append(Candidate(1, .roman(value, ordinal: false), cost: 8))
        }
    }

    /// The XIXth century.
    private func proposeCentury(
        _ text: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let next = line.word(index + 1), next == "century" || next == "centuries",
            ["th", "st", "nd", "rd"].contains(text.suffix(2)),
            let value = RomanNumeral.value(String(text.dropLast(2)))
        else { return }
        candidates.append(Candidate(1, .ordinal(String(value)), cost: 5))
    }

    /// Scene ii, pp. iv: small letters, where a number has to be.
    private func proposeSmall(
        _ text: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        let before = line.isMark(index - 1, ".") ? index - 2 : index - 1
        guard text.utf8.allSatisfy("ivxl".utf8.contains), text.utf8.count > 1,
            Self.divisions.contains(line.word(before) ?? ""),
            let value = RomanNumeral.value(text.uppercased())
        else { return }
        candidates.append(Candidate(1, .roman(value, ordinal: false), cost: 8))
    }

    private static let divisions: Set<String> = [
        "act", "scene", "chapter", "part", "page", "pages", "p", "pp", "volume", "book", "section",
        "canto", "figure", "table", "stage", "phase", "type", "grade",
    ]

    /// The end of I-III and IV–VI behind a word that says so.
    private func rangeEnd(_ value: Int, _ line: Line, _ index: Int) -> Int? {
        guard line.isDash(index + 1), line.touches(index + 1) == line.touches(index + 2),
            let end = line[index + 2], end.text.utf8.count <= 8, line.endsWord(index + 3),
            let last = RomanNumeral.value(end.text), last > value, last < 90,
            let word = line.word(index - 1), Self.numbered.contains(word) || word.hasSuffix("s")
        else { return nil }
        return last
    }

    /// Frank Moss III, Frank III: the third of his name.
    private func isHeir(_ line: Line, _ index: Int) -> Bool {
        guard ["II", "III", "IV"].contains(line.tokens[index].text),
            let name = line[index - 1], name.startsUppercase
        else { return false }
        let lower = line.lower[index - 1]
        if Self.given.contains(lower) || Self.short.contains(lower) { return true }
        guard name.gap == .space else { return false }
        let isInitial = line.isMark(index - 2, ".") && line[index - 3]?.text.utf8.count == 1
        return line.word(isInitial ? index - 4 : index - 2).map(Self.given.contains) ?? false
    }

    /// Not `Class C` and `the Chapter I read`.
    private func isNumeral(_ line: Line, _ index: Int) -> Bool {
        guard ["I", "V", "X"].contains(line.tokens[index].text) else { return false }
        guard line.tokens[index].text == "I", let next = line.word(index + 1) else { return true }
        return !Self.behindPronoun.contains(next)
    }

    /// The first of `I, II`.
    private func isFirst(_ line: Line, _ index: Int) -> Bool {
        guard line.tokens[index].text == "I", let joint = line[index + 1] else { return false }
        return (joint.isMark(",") || line.isDash(index + 1) || line.word(index + 1) == "and")
            && line[index + 2]?.text == "II"
    }

    /// `an IV`, `her IV fluids`: into a vein.
    private func isDrip(_ line: Line, _ index: Int) -> Bool {
        guard line.tokens[index].text == "IV" else { return false }
        if let next = line.word(index + 1), Self.drips.contains(next) { return true }
        guard let before = line.word(index - 1), !(line[index + 1]?.startsUppercase ?? false) else {
            return false
        }
        return Self.articles.contains(before)
    }

    private static let behindPronoun: Set<String> = [
        "am", "read", "wrote", "think", "saw", "know", "love", "want", "need", "like", "liked",
        "found", "do", "have", "believe", "mentioned",
    ]

    private static let drips: Set<String> = [
        "drip", "drips", "line", "lines", "fluid", "fluids", "bag", "bags", "antibiotics",
        "therapy", "needle", "pole", "medication", "infusion", "drug", "drugs", "access", "tube",
        "treatment", "injection", "bottle", "pump", "catheter",
    ]

    private static let articles: Set<String> = [
        "a", "an", "the", "on", "his", "her", "my", "their", "your", "by", "via", "through", "with",
        "this",
    ]

    /// `Charles I`, but not `Charles C. Moody`, `when Henry I'm told`, `then John I saw`.
    private func mayNumberRuler(_ numeral: String, _ line: Line, _ index: Int) -> Bool {
        switch numeral {
        case "I": if Self.everyday.contains(line.lower[index - 1]) { return false }
        case "X": if line.lower[index - 1] == "malcolm" { return false }
        case "V": break
        default: return false
        }
        if line.touchingMark(index + 1, "'") || line.touchingMark(index + 1, "’") { return false }
        if numeral == "I", ["am", "think", "believe"].contains(line.word(index + 1) ?? "") {
            return false
        }
        return !(line.isMark(index + 1, ".") && line[index + 2]?.startsUppercase ?? false)
    }

    /// Numerals that are more often a word or an acronym.
    private static let words: Set<String> = [
        "MIX", "DIV", "LIV", "MI", "CI", "DI", "LI", "XL", "XX", "XXX",
    ]

    private static let numbered: Set<String> = [
        "chapter", "chapters", "chap", "part", "book", "books", "act", "scene", "volume", "vol",
        "section", "sec", "sect", "article", "art", "appendix", "war", "type", "phase", "figure",
        "fig", "table", "class", "mark", "mk", "bowl", "title", "canto", "stage", "level", "grade",
        "division", "league", "group", "category", "series", "episode", "schedule", "corps",
        "wrestlemania", "apollo", "no", "number", "page", "letter", "psalm", "sonnet", "lecture",
        "saturn", "amendment", "parts", "acts", "volumes", "wars",
    ]

    /// Given names, before a family's.
    private static let given: Set<String> = Set(
        """
        adam alan albert alexander alfred allen andrew anthony arthur benjamin bruce carl charles
        christopher daniel david dennis donald douglas edgar edmund edward edwin elliott ernest
        eugene francis frank franklin frederick gary george gerald gordon graham gregory harold
        harry harvey henry herbert howard hugh jack jacob james jeffrey john johnny jonathan joseph
        joshua justin keith kenneth kevin larry lawrence leonard lewis louis mark marshall martin
        matthew michael nathan nathaniel nelson nicholas oliver oscar patrick paul peter philip
        ralph raymond richard robert roger ronald roy russell samuel scott stephen steven stuart
        theodore thomas thurston timothy tom vincent walter warren wayne william winston
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Given names in short, which no family bears.
    private static let short: Set<String> = [
        "sam", "ben", "bill", "bob", "dan", "ed", "fred", "jim", "joe", "max", "mike", "ned",
        "sammy",
        "steve", "ted", "tim", "tommy",
    ]

    /// Names of rulers that people of today bear, and may stand before "I".
    private static let everyday: Set<String> = [
        "john", "paul", "joseph", "mary", "robert", "david", "malcolm", "carl", "karl", "albert",
        "julius", "victor", "stephen", "martin", "leo", "peter", "christian", "francis", "ivan",
        "alexander", "benedict", "catherine", "gregory", "nicholas", "richard", "otto",
    ]

    private static let rulers: Set<String> = [
        "king", "queen", "pope", "henry", "louis", "george", "edward", "charles", "james", "john",
        "paul", "pius", "william", "richard", "philip", "elizabeth", "napoleon", "frederick",
        "peter", "catherine", "nicholas", "alexander", "gregory", "benedict", "leo", "innocent",
        "clement", "urban", "constantine", "christian", "gustav", "ferdinand", "alfonso", "francis",
        "ramesses", "ptolemy", "cleopatra", "rudolf", "otto", "ludwig", "wilhelm", "joseph", "mary",
        "edmund", "harald", "olaf", "ivan", "baldwin", "robert", "david", "malcolm", "carl", "karl",
        "leopold", "maximilian", "albert", "umberto", "emmanuel", "sixtus", "julius", "boniface",
        "victor", "stephen", "martin", "thutmose", "amenhotep", "ramses", "selim", "mehmed",
        "murad",
        "conrad", "valentinian", "rameses", "theodosius", "sigismund", "casimir", "haakon",
        "justinian", "leopold", "isabella", "alfonso", "afonso", "sancho", "ferdinand",
        "artaxerxes",
        "darius", "xerxes", "antiochus", "emperor", "prince", "sultan", "tsar", "pedro", "humbert",
    ]
}
