/// Roman numbers: XX secolo, Parte II, Luigi XIV, fase III.
struct ItalianRomanRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.isAllUppercase, token.text.utf8.count <= 8,
            line.startsWord(index), line.endsWord(index + 1), !Self.letters.contains(token.text),
            let value = RomanNumeral.value(token.text)
        else { return }
        let digits = String(value)
        if let gender = genderBehind(line, index + 1) {
            add(.ordinal(digits, Form(gender: gender)), &candidates)
        } else if let word = wordBefore(line, index) {
            if Self.counted.contains(word) {
                add(.roman(value, ordinal: false), &candidates)
            } else if let gender = Self.ordered[word] {
                add(.ordinal(digits, Form(gender: gender)), &candidates)
            } else if isName(line, index), value <= 39 {
                let isFemale = word.last == "a" && !Self.maleNames.contains(word)
                let gender = isFemale ? Form.Gender.feminine : .masculine
                add(.ordinal(digits, Form(gender: gender)), &candidates)
            } else {
                addBare(token.text, value, Self.articles[word], &candidates)
            }
        } else {
            addBare(token.text, value, nil, &candidates)
        }
    }

    /// A number that no noun stands beside: il II e il III.
    private func addBare(
        _ numeral: String, _ value: Int, _ gender: Form.Gender?, _ candidates: inout [Candidate]
    ) {
        guard numeral.utf8.count > 1, value <= 39, !Self.words.contains(numeral) else { return }
        let content =
            gender.map { Semiotic.ordinal(String(value), Form(gender: $0)) }
            ?? .roman(value, ordinal: false)
        add(content, &candidates)
    }

    private func add(_ content: Semiotic, _ candidates: inout [Candidate]) {
        candidates.append(Candidate(1, content, cost: 6))
    }

    /// Of the noun that the number stands before, perhaps with a second number: XVIII e XIX secolo.
    private func genderBehind(_ line: Line, _ index: Int) -> Form.Gender? {
        if let word = line.word(index) {
            // "I secoli"
            if line.tokens[index - 1].text == "I", word.last == "i" { return nil }
            if let gender = Self.ordered[word], !line.tokens[index].isAllUppercase { return gender }
            guard Self.joints.contains(word) else { return nil }
        } else {
            guard line.isDash(index) || line.isMark(index, "/") || line.isMark(index, ",") else {
                return nil
            }
        }
        // "Paolo II, la II guerra" are two things.
        let hasArticle =
            !line.isMark(index, ",")
            && line.word(index + 1).map { Self.articles[$0] != nil } ?? false
        let at = hasArticle ? index + 2 : index + 1
        guard let second = line[at], second.isAllUppercase,
            RomanNumeral.value(second.text) != nil
        else { return nil }
        return line.word(at + 1).flatMap { Self.ordered[$0] }
    }

    private func wordBefore(_ line: Line, _ index: Int) -> String? {
        line.word(line.touchingMark(index - 1, ".") ? index - 2 : index - 1)
    }

    /// A capitalised word that a Roman number may order; one letter needs a ruler's name.
    private func isName(_ line: Line, _ index: Int) -> Bool {
        guard let name = line[index - 1], name.startsUppercase, !name.isAllUppercase,
            !line.touches(index)
        else { return false }
        if line.tokens[index].text.utf8.count > 1 { return true }
        return Self.rulers.contains(line.lower[index - 1]) && !line.touchingMark(index + 1, ".")
    }

    private static let articles: [String: Form.Gender] = [
        "il": .masculine, "al": .masculine, "del": .masculine, "nel": .masculine,
        "dal": .masculine, "la": .feminine, "alla": .feminine, "della": .feminine,
        "nella": .feminine, "dalla": .feminine,
    ]

    private static let joints: Set<String> = ["e", "ed", "o", "al", "a"]

    /// Names of things rather than numbers, whatever stands beside them: serie C, piano D.
    private static let letters: Set<String> = ["C", "D", "L", "M", "CC", "CD", "DC", "MC", "MD"]

    /// Numerals that are more often a word or an acronym.
    private static let words: Set<String> = ["DI", "LI", "CI", "MI", "VI", "MIX", "XXX"]

    /// Nouns that a Roman number orders, on either side of them.
    private static let ordered: [String: Form.Gender] = {
        var ordered: [String: Form.Gender] = [:]
        let masculine = """
            secolo sec secoli capitolo cap capitoli atto libro volume vol tomo canto titolo
            articolo art millennio re papa girone concilio quadro comma congresso municipio
            anniversario festival convegno corpo reggimento battaglione piano liceo paragrafo
            principe imperatore
            """
        let feminine = """
            parte scena sezione edizione guerra classe dinastia lega legione repubblica sessione
            fascia legislatura regina crociata olimpiade giornata domenica conferenza assemblea
            circoscrizione divisione armata brigata elementare media puntata stagione
            """
        for word in masculine.split(whereSeparator: \.isWhitespace) {
            ordered[String(word)] = .masculine
        }
        for word in feminine.split(whereSeparator: \.isWhitespace) {
            ordered[String(word)] = .feminine
        }
        return ordered
    }()

    /// Nouns whose number is said as a cardinal behind them.
    private static let counted: Set<String> = [
        "fase", "tipo", "serie", "numero", "tabella", "tavola", "tav", "figura", "fig", "pagina",
        "pag", "allegato", "all", "modello", "rocky", "rambo", "formula", "euro", "apollo",
        "livello", "gruppo",
    ]

    private static let maleNames: Set<String> = [
        "papa", "luca", "andrea", "nicola", "mattia", "elia", "battista", "leonida",
    ]

    private static let rulers: Set<String> = [
        "carlo", "luigi", "enrico", "giorgio", "giacomo", "filippo", "federico", "francesco",
        "guglielmo", "alfonso", "ferdinando", "pietro", "paolo", "pio", "leone", "gregorio",
        "clemente", "innocenzo", "bonifacio", "benedetto", "umberto", "emanuele", "amedeo",
        "napoleone", "elisabetta", "caterina", "maria", "anna", "margherita", "cosimo", "sisto",
        "giulio", "urbano", "alessandro", "nicola", "costantino", "teodosio", "ottone", "corrado",
        "edoardo", "riccardo", "baldovino", "massimiliano", "giuseppe", "leopoldo", "ramses",
        "tolomeo", "dario", "serse", "adriano", "callisto", "martino", "eugenio", "celestino",
        "onorio", "niccolò", "ludovico", "ruggero", "manfredi", "tito", "selim", "murad",
    ]
}
