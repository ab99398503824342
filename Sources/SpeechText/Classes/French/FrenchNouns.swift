/// The gender of nouns that are often counted.
enum FrenchNouns {
    /// Whether a number before it ends in "une".
    static func isFeminine(_ noun: String) -> Bool {
        nouns.contains(noun) || endings.contains(where: noun.hasSuffix)
    }

    private static let endings = [
        "tion", "tions", "sion", "sions", "ette", "ettes", "ance", "ances",
    ]

    private static let nouns: Set<String> = {
        let names = """
            personne femme fille page voiture minute heure seconde semaine journée année nuit
            équipe ville commune école maison chambre porte table rue route ligne étape victoire
            défaite partie manche lettre phrase feuille photo image vidéo copie entreprise société
            banque tonne place carte bouteille tasse cuillère gousse tranche pièce boîte
            pomme tomate carotte gorge espèce famille vie médaille île langue
            arme bombe usine ferme vache mesure tâche règle clé couche part idée raison chose
            œuvre chanson série saison scène classe élection loi touche veuve victime blessure
            candidate étudiante marche dent main jambe couleur fleur plante branche cellule
            unité université activité difficulté qualité demande réponse offre proposition
            """
        var all: Set<String> = ["fois", "voix"]
        for name in names.split(whereSeparator: \.isWhitespace) {
            all.insert(String(name))
            all.insert(name + "s")
        }
        return all
    }()
}
