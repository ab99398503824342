/// Word lists that tell which dots end a sentence.
enum ItalianSentenceWords {
    /// How the dot after a shortened word relates to the end of a sentence.
    enum Abbreviation {
        /// Stands before a name.
        case title
        /// Stands before a number.
        case beforeNumber
        /// Ends a sentence only before a word that begins one.
        case anywhere
    }

    static func abbreviation(_ word: String) -> Abbreviation? { abbreviations[word.lowercased()] }

    private static let abbreviations: [String: Abbreviation] = {
        var all: [String: Abbreviation] = [:]
        let lists: [(Abbreviation, String)] = [
            (
                .title,
                """
                sig sigg dott dr prof proff ing avv arch geom rag on mons egr gent spett fam
                cav comm gen col ten magg cap serg sen card pres dir brig amm psicol ss mr mrs
                st rev cfr es vs
                """
            ),
            (
                .beforeNumber,
                """
                nr num nn co vv art artt pag pagg pp cap capp vol voll fig figg tab par sez
                lett all sec secc gen feb febb mar apr mag magg giu lug ago sett ott nov
                dic lun mer gio ven sab dom tel cell op min max int sc rif
                """
            ),
            (.anywhere, "ecc etc ca ed trad ibid prov loc fraz str coop soc dest mitt temp est"),
        ]
        for (kind, words) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) where all[String(word)] == nil {
                all[String(word)] = kind
            }
        }
        return all
    }()

    /// Shortened words with a dot within, that names follow.
    static let compound: Set<String> = [
        "sig.ra", "sig.na", "sig.ina", "sig.re", "dott.ssa", "dr.ssa", "d.ssa", "prof.ssa",
        "dott.ri", "avv.ti", "ill.mo", "gent.mo", "gent.ma", "spett.le", "f.lli", "m.llo",
        "p.zza", "p.le", "v.le", "c.so", "l.go", "v.lo", "c.da", "n.ro", "v.cte",
    ]

    /// Words that begin a sentence much more often than a name.
    static let starters: Set<String> = Set(
        """
        A Ad Ai Al Alla Alle Allora Anche Ancora Appena Bene Che Chi Ci Ciò Col Come Con Cosa
        Così Da Dal Dalla Dei Del Della Delle Di Dopo Dove Durante E È Ed Ecco Era Essi Fu Gli Ha
        Hanno Ho I Il In Infatti Inoltre Io L La Le Lei Lo Loro Lui Ma Mi Mentre Nei Nel Nella Noi
        Non O Ogni Oggi Oltre Ora Per Perché Però Più Poi Pure Qual Quale Quando Quanto Quasi
        Quella Quelle Quelli Quello Questa Queste Questi Questo Qui Quindi Se Secondo Sei Sempre
        Senza Si Sia Siamo Solo Sono Sta Su Sua Sul Sulla Suo Te Ti Tra Tre Tu Tutta Tutte Tutti
        Tutto Un Una Uno Va Vi Voi
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
