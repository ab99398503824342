/// Chapters and verses of the Bible: John 3:16, Ps. 23:1, 1 Cor. 13:4-7.
struct EnglishVerseRecognizer: Recognizer {
    var starts: TokenKinds { [.word, .number] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        if let digits = line.number(index) {
            proposeOrder(digits, line, index, &candidates)
            return
        }
        guard let (name, end) = book(line, index), let (words, last) = verses(line, end) else {
            return
        }
        candidates.append(Candidate(last - index, .symbol(name + " " + words), cost: 12))
    }

    /// 1 Corinthians 13: the first of two or three books.
    private func proposeOrder(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard ["1", "2", "3"].contains(digits), !line.touches(index + 1),
            let (name, end) = book(line, index + 1), Self.numbered.contains(name),
            line.number(end) != nil
        else { return }
        let order = ["First", "Second", "Third"][Int(digits)! - 1]
        candidates.append(Candidate(1, .symbol(order), cost: 8))
    }

    private func book(_ line: Line, _ index: Int) -> (name: String, end: Int)? {
        guard let token = line[index], token.startsUppercase else { return nil }
        if Self.books.contains(token.text) { return (token.text, index + 1) }
        guard let name = Self.shortened[token.text] else { return nil }
        return (name, index + (line.touchingMark(index + 1, ".") ? 2 : 1))
    }

    /// 3:16, 5:3-12
    private func verses(_ line: Line, _ index: Int) -> (words: String, end: Int)? {
        guard let chapter = line.number(index), chapter.utf8.count <= 3, !line.touches(index),
            line.touchingMark(index + 1, ":"), let verse = line.touchingNumber(index + 2),
            verse.utf8.count <= 3
        else { return nil }
        var words = EnglishNumbers.cardinal(chapter) + " " + EnglishNumbers.cardinal(verse)
        var end = index + 3
        if line.isDash(end), line.touches(end), let last = line.touchingNumber(end + 1) {
            words += " to " + EnglishNumbers.cardinal(last)
            end += 2
        }
        return line.endsWord(end) ? (words, end) : nil
    }

    private static let books: Set<String> = Set(
        """
        Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings Chronicles
        Ezra Nehemiah Esther Job Psalm Psalms Proverbs Ecclesiastes Solomon Isaiah Jeremiah
        Lamentations Ezekiel Daniel Hosea Joel Amos Obadiah Jonah Micah Nahum Habakkuk Zephaniah
        Haggai Zechariah Malachi Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians
        Philippians Colossians Thessalonians Timothy Titus Philemon Hebrews James Peter Jude
        Revelation Surah Sura Quran
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let shortened: [String: String] = [
        "Gen": "Genesis", "Ex": "Exodus", "Exod": "Exodus", "Lev": "Leviticus", "Num": "Numbers",
        "Deut": "Deuteronomy", "Josh": "Joshua", "Judg": "Judges", "Sam": "Samuel",
        "Chron": "Chronicles", "Neh": "Nehemiah", "Ps": "Psalm", "Prov": "Proverbs",
        "Eccl": "Ecclesiastes", "Isa": "Isaiah", "Jer": "Jeremiah", "Ezek": "Ezekiel",
        "Dan": "Daniel", "Matt": "Matthew", "Rom": "Romans", "Cor": "Corinthians",
        "Gal": "Galatians", "Eph": "Ephesians", "Phil": "Philippians", "Col": "Colossians",
        "Thess": "Thessalonians", "Tim": "Timothy", "Heb": "Hebrews", "Pet": "Peter",
        "Rev": "Revelation",
    ]

    private static let numbered: Set<String> = [
        "Samuel", "Kings", "Chronicles", "Corinthians", "Thessalonians", "Timothy", "Peter", "John",
    ]
}
