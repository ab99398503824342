/// Nouns that things are counted in, by their gender.
enum ItalianNouns {
    static let genders: [String: Form.Gender] = {
        var genders: [String: Form.Gender] = [:]
        for noun in masculine.split(whereSeparator: \.isWhitespace) {
            genders[String(noun)] = .masculine
        }
        for noun in feminine.split(whereSeparator: \.isWhitespace) {
            genders[String(noun)] = .feminine
        }
        return genders
    }()

    /// Of a noun that is not listed, by its last letter.
    static func guessedGender(of noun: String) -> Form.Gender? {
        guard noun.utf8.count > 3, !others.contains(noun) else { return nil }
        return noun.last == "a" ? .feminine : noun.last == "o" ? .masculine : nil
    }

    /// Words that an amount follows.
    static let introductions: Set<String> = [
        "e", "o", "con", "di", "da", "per", "in", "ho", "ha", "solo", "circa", "almeno", "oltre",
    ]

    /// Words behind a number that it does not count.
    static let others: Set<String> = Set(
        """
        a ad ai al alla alle allo anche che come con contro da dal dalla dalle dei del della delle
        dello dentro di dietro dopo e ed era erano fino fra ha hanno il in l la le lo ma mentre
        nei nel nella nelle o ogni oltre or ora per però più poi prima quando quanto questo se
        senza si sia solo sono sopra sotto su sul sulla tra un una verso è
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let masculine = """
        giorno anno mese minuto secondo secolo decennio weekend punto gol set game colpo posto
        metro chilometro centimetro millimetro grammo chilo chilogrammo etto litro millilitro
        ettaro quintale grado milione miliardo bilione trilione centesimo
        uovo cucchiaio cucchiaino bicchiere pizzico spicchio rametto mazzetto pezzo pacco pacchetto
        barattolo vasetto limone cipollotto peperone pomodoro dado
        uomo ragazzo bambino figlio morto ferito positivo caso paziente cittadino abitante giocatore
        piano libro capitolo volume articolo euro dollaro rublo franco biglietto voto esempio
        solo unico passo tentativo errore messaggio file documento utente computer telefono
        """

    private static let feminine = """
        ora settimana giornata volta notte mattina sera stagione partita rete vittoria sconfitta
        persona donna ragazza bambina figlia vittima famiglia squadra città casa camera stanza
        tonnellata libbra oncia sterlina lira rupia parte pagina riga parola lettera
        tazza tazzina bustina fetta foglia cipolla carota patata costa bottiglia confezione scatola
        lattina manciata noce dose porzione compressa pastiglia goccia capsula
        sola unica macchina auto moto bicicletta foto copia domanda risposta unità possibilità
        """
}
