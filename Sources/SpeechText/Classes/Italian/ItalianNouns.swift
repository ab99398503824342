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

    private static let masculine = """
        giorno anno mese minuto secondo secolo decennio weekend punto gol set game colpo posto
        metro chilometro centimetro millimetro grammo chilo chilogrammo etto litro millilitro
        ettaro quintale grado milione miliardo bilione trilione centesimo
        uovo cucchiaio cucchiaino bicchiere pizzico spicchio rametto mazzetto pezzo pacco pacchetto
        barattolo vasetto limone cipollotto peperone pomodoro dado
        uomo ragazzo bambino figlio morto ferito positivo caso paziente cittadino abitante giocatore
        piano libro capitolo volume articolo euro dollaro rublo franco biglietto voto esempio
        passo tentativo errore messaggio file documento utente computer telefono
        """

    private static let feminine = """
        ora settimana giornata volta notte mattina sera stagione partita rete vittoria sconfitta
        persona donna ragazza bambina figlia vittima famiglia squadra città casa camera stanza
        tonnellata libbra oncia sterlina lira rupia parte pagina riga parola lettera
        tazza tazzina bustina fetta foglia cipolla carota patata costa bottiglia confezione scatola
        lattina manciata noce dose porzione compressa pastiglia goccia capsula
        macchina auto moto bicicletta foto copia domanda risposta unità possibilità
        """
}
