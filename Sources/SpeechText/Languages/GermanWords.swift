/// Word lists that the German rules share.
enum GermanWords {
    static let monthNames = [
        "", "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    ]

    static let months: [String: Int] = [
        "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "april": 4, "mai": 5,
        "juni": 6, "juno": 6, "juli": 7, "august": 8, "september": 9, "oktober": 10,
        "november": 11, "dezember": 12, "jan": 1, "jän": 1, "feb": 2, "febr": 2, "mär": 3,
        "mrz": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10,
        "nov": 11, "dez": 12,
    ]

    static let weekdays: [String: String] = [
        "mo": "Montag", "di": "Dienstag", "mi": "Mittwoch", "do": "Donnerstag", "fr": "Freitag",
        "sa": "Samstag", "so": "Sonntag",
    ]

    static let weekdayNames: Set<String> = set(
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")

    /// How the dot after a shortened word relates to the end of a sentence.
    enum Abbreviation {
        /// Something always follows: z. B., Dr.
        case inner
        /// A number follows, or it is a word or a name.
        case beforeNumber
        /// Ends a sentence only before a word that begins one.
        case anywhere
    }

    static func abbreviation(_ word: String) -> Abbreviation? {
        abbreviations[word] ?? abbreviations[word.lowercased()]
    }

    private static let abbreviations: [String: Abbreviation] = {
        let inner = set(
            """
            dr prof hr hrn fr Mag ing dipl phil rer nat jur st hl sr vgl bzgl bzw ca evtl ggf
            inkl exkl insb insbes nr nrn betr hrsg lt gem sog zzgl zgl rd mind ehem geb verh gest
            allg bes vorm spez entspr frz engl dt griech ital span russ österr schweiz amerik kath
            ev gebr dgl fam frl mr mrs ms jr co einschl ausschl röm urspr bspw zz zzt
            """)
        let beforeNumber = set(
            "art abs tab max med bd bde kap abb tel ziff sp vol fig anl aufl jg az kto rn rz pkt")
        let anywhere = set(
            """
            usw usf etc mio mrd tsd std str pl jh jhd jhdt okt nov dez jan feb febr apr aug sep
            sept bhf hbf tsp el tl pkg stk stck min sek mon abk anm ff mbh ag ebd chr
            """)
        var all: [String: Abbreviation] = [:]
        for word in inner { all[word] = .inner }
        for word in beforeNumber { all[word] = .beforeNumber }
        for word in anywhere { all[word] = .anywhere }
        return all
    }()

    /// Words that have a capital only where they begin a sentence.
    static let sentenceStarters: Set<String> = set(
        """
        Aber Ab Alle Allerdings Alles Als Also Am An Anschließend Auch Auf Aus Außerdem Bald Bei
        Beide Bereits Bis Bisher Bitte Da Dabei Dadurch Dafür Dagegen Daher Damals Damit Danach Dann
        Daraufhin Darüber Darum Das Dass Davon Dazu Dein Deine Dem Den Denn Dennoch Der Deshalb Die
        Dies Diese Dieser Dieses Doch Dort Du Durch Ein Eine Einem Einen Einer Eines Einige Er Erst
        Es Etwa Für Ganz Gegen Genau Gestern Hat Heute Hier Hinter Ich Ihm Ihr Ihre Im Immer In Ins
        Insgesamt Inzwischen Ist Ja Jede Jeder Jedes Jedoch Jetzt Kein Keine Man Manche Mehr
        Mein Meine Mit Morgen Nach Nachdem Natürlich Nein Neben Nicht Nichts Niemand Noch Nun Nur
        Ob Obwohl Oder Oft Ohne Schließlich Schon Sehr Sein Seine Seit Seitdem Selbst Sie Sind So
        Sobald Somit Sondern Sonst Sowohl Statt Trotz Trotzdem Über Um Und Uns Unser Unsere Unter
        Viele Vielleicht Vom Von Vor Vorher Während War Waren Warum Was Wegen Weil Welche Wenn Wer
        Werden Wie Wieder Wir Wird Wo Wurde Wurden Zu Zudem Zuerst Zuletzt Zum Zur Zwar Zwischen
        """)

    /// Articles and the like that an ordinal may stand behind.
    static let determiners: Set<String> = set(
        """
        der die das den dem des am im vom zum zur beim ins ans aufs diese dieser diesen diesem
        dieses jede jeder jeden jedem jedes ihr ihre ihren ihrem ihrer sein seine seinen seinem
        seiner mein meine meinen meinem meiner unser unsere unseren unserem unserer ein eine einen
        einem einer eines kein keine keinen keinem keiner
        """)

    static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
