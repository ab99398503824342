/// Genders of nouns that numbers stand before, by the end of the word: Weltmeisterschaft.
enum GermanNouns {
    private static let longestEnd = 12

    static func gender(of word: String) -> Form.Gender? {
        let lower = word.lowercased()
        var rest = lower[...]
        // The longest end that is known decides.
        while rest.unicodeScalars.count > longestEnd { rest = rest.dropFirst() }
        while rest.utf8.count > 1 {
            if let gender = genders[String(rest)] { return gender }
            rest = rest.dropFirst()
        }
        return nil
    }

    private static let genders: [String: Form.Gender] = {
        var all: [String: Form.Gender] = [:]
        for word in GermanWords.set(feminine) { all[word] = .feminine }
        for word in GermanWords.set(neuter) { all[word] = .neuter }
        for word in GermanWords.set(masculine) { all[word] = .masculine }
        return all
    }()

    private static let feminine = """
        ung heit keit schaft tion tät liga runde klasse etage stunde minute sekunde woche person
        seite stufe auflage aufl ausgabe folge staffel hälfte halbzeit etappe reihe gruppe
        stelle frau tochter symphonie sinfonie republik phase dekade zeile spalte straße
        welle dosis impfung nacht reise million milliarde tonne meile flasche tasse dose packung
        zwiebel zehe prise scheibe portion stange tafel kammer division armee partei frage aufgabe
        übung lektion strophe ziffer figur ecke tür karte mark krone lira rupie stimme bundesliga
        einheit instanz generation position ebene möglichkeit chance bahn kurve zutat übernachtung
        geburt ehe heirat legislaturperiode periode saison serie art fassung version linie zone
        """

    private static let neuter = """
        jahr jh jhd jhdt jahrhundert jahrtausend jahrzehnt quartal semester halbjahr drittel
        viertel achtel stockwerk obergeschoss untergeschoss geschoss tor mal kind spiel buch
        kapitel lebensjahr rennen album lied stück haus zimmer bild blatt wort gebot pfund kilo
        gramm prozent ei glas bier päckchen bund brot rad baby mädchen mitglied auto flugzeug
        schiff feld fach amt dorf land konzert gleis tier video foto opfer grad gebäude bataillon
        regiment korps paar dutzend ticket update
        """

    private static let masculine = """
        tag monat mann sohn platz satz teil band akt stock januar februar märz april mai juni juli
        august september oktober november dezember montag dienstag mittwoch donnerstag freitag
        samstag sonntag advent feiertag weltkrieg krieg preis versuch schritt sieg gang durchgang
        lauf abschnitt absatz punkt artikel zug bezirk senat fc sv vorsitzende geburtstag besucher
        zuschauer kunde bürgermeister präsident kaiser könig papst rang wahlgang lehrgang
        meter liter zentimeter kilometer euro dollar cent esslöffel teelöffel becher spieltag
        stich treffer grund fall ort weg bruder junge hund geschäftsführer hafen stern
        jahrestag hochzeitstag parteitag jahrgang tabellenplatz stundenkilometer
        """
}
