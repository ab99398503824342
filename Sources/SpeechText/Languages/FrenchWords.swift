/// Word lists of French sentences.
enum FrenchWords {
    static func abbreviation(_ word: String) -> ShortWord? { abbreviations[word.lowercased()] }

    private static let abbreviations = ShortWord.table([
        (
            .title,
            "mr mrs mme mmes mlle mlles me dr drs pr mgr st ste sts gal gén cdt cne lt av"
        ),
        (
            .beforeNumber,
            """
            p pp art fig vol chap ch t n no nos sect al tab ann par ép tél tel lun mar mer jeu
            ven sam dim sept
            """
        ),
        (
            .anywhere,
            """
            cf env ex janv févr fév avr juil oct nov déc éd édit coll réf ibid moy resp dép hab
            apt bât apr ap inc ltd cie gouv univ inf trad auj op cit spéc vs prof bd boul pl imp
            col cap adj
            """
        ),
        (.mayEnd, "etc svp stp km cm mm kg min sec"),
    ])

    /// Words that begin a sentence much more often than a name.
    static let sentenceStarters: Set<String> = Set(
        """
        Ainsi Alors Après Au Aucun Aujourd Aussi Autrefois Aux Avant Avec Beaucoup Bien Car Ce
        Cela Celle Celui Cependant Certains Ces Cet Cette Ceux Chaque Comme Comment Dans De Depuis
        Des Donc Du Elle Elles En Enfin Ensuite Entre Est Et Hier Ici Il Ils Je Jamais La Le Les
        Leur Leurs Lorsque Lui Ma Mais Malgré Même Mes Mon Ne Ni Nos Notre Nous On Or Où Ou Par
        Parce Parfois Pendant Personne Peut Plus Plusieurs Pour Pourquoi Pourtant Puis Quand Que
        Quel Quelle Quelques Qu Qui Quoi Rien Sa Sans Selon Ses Seul Si Son Sous Sur Ta Tandis Tant
        Toujours Tous Tout Toute Toutes Très Tu Un Une Vers Voici Voilà Vos Votre Vous À Ça Écoute
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
