/// Short forms of words, by what must stand behind them.
enum FrenchAbbreviations {
    /// Short wherever they stand; keys without white space.
    static let anywhere: PhraseTable<String> = [
        "mme": "madame", "mmes": "mesdames", "mlle": "mademoiselle", "mlles": "mesdemoiselles",
        "mᵐᵉ": "madame", "mᵐᵉˢ": "mesdames", "mˡˡᵉ": "mademoiselle", "mˡˡᵉˢ": "mesdemoiselles",
        "mʳ": "monsieur", "mʳˢ": "messieurs", "mᵍʳ": "monseigneur", "mᵉ": "maître",
        "mᵉˢ": "maîtres", "dʳ": "docteur", "dʳˢ": "docteurs", "dʳᵉ": "docteure",
        "pʳ": "professeur", "pʳˢ": "professeurs", "pʳᵉ": "professeure", "vᵛᵉ": "veuve",
        "sᵗ": "saint", "sᵗᵉ": "sainte", "sᵗˢ": "saints", "sᵗᵉˢ": "saintes", "nᵒ": "numéro",
        "nᵒˢ": "numéros", "cⁱᵉ": "compagnie", "bᵈ": "boulevard", "etc.": "et cetera",
        "etc": "et cetera", "n°": "numéro", "nº": "numéro", "n°s": "numéros",
        "p.ex.": "par exemple", "par.ex.": "par exemple", "c.-à-d.": "c'est-à-dire",
        "c.à.d.": "c'est-à-dire", "càd": "c'est-à-dire", "cf.": "confer", "cf": "confer",
        "CF": "CF", "j.-c.": "Jésus-Christ", "av.j.-c.": "avant Jésus-Christ",
        "av.j.c.": "avant Jésus-Christ", "apr.j.-c.": "après Jésus-Christ",
        "ap.j.-c.": "après Jésus-Christ", "ap.j.c.": "après Jésus-Christ", "é.-u.": "États-Unis",
        "n.b.": "nota bene", "p.-s.": "post-scriptum", "p.s.": "post-scriptum",
        "s.v.p.": "s'il vous plaît", "svp": "s'il vous plaît", "stp": "s'il te plaît",
        "rdv": "rendez-vous", "qqch": "quelque chose", "qqn": "quelqu'un", "qq.": "quelque",
        "env.": "environ", "tél.": "téléphone", "adr.": "adresse", "dép.": "département",
        "dépt": "département", "arr.": "arrondissement", "hab.": "habitants", "éd.": "édition",
        "édit.": "éditeur", "coll.": "collection", "réf.": "référence", "ibid.": "ibidem",
        "op.cit.": "opus citatum", "id.": "idem", "moy.": "moyenne", "cie": "compagnie",
        "sté": "société", "resp.": "respectivement", "spéc.": "spécialement", "vs": "versus",
        "vs.": "versus", "janv.": "janvier", "févr.": "février", "fév.": "février",
        "avr.": "avril", "juil.": "juillet", "oct.": "octobre", "nov.": "novembre",
        "déc.": "décembre", "apt.": "appartement", "appt": "appartement", "bât.": "bâtiment",
        "chbre": "chambre", "gouv.": "gouvernement", "univ.": "université", "inf.": "inférieur",
        "lun.": "lundi", "ven.": "vendredi", "sam.": "samedi", "dim.": "dimanche",
        "trad.": "traduction", "auj.": "aujourd'hui", "qté": "quantité",
    ]

    /// Before a name; with or without a dot.
    static let beforeName: [String: String] = [
        "M": "monsieur", "MM": "messieurs", "Mr": "monsieur", "Mrs": "madame", "Me": "maître",
        "Dr": "docteur", "Drs": "docteurs", "Dre": "docteure", "Pr": "professeur",
        "Prs": "professeurs", "Prof": "professeur", "Mgr": "monseigneur", "St": "saint",
        "Ste": "sainte", "Sts": "saints", "Stes": "saintes", "Gal": "général", "Gén": "général",
        "Cdt": "commandant", "Cne": "capitaine", "Cap": "capitaine", "Lt": "lieutenant",
        "Col": "colonel", "Adj": "adjudant", "Sgt": "sergent", "Vve": "veuve", "Mme": "madame",
        "Mmes": "mesdames", "Mlle": "mademoiselle", "Av": "avenue", "Bd": "boulevard",
        "bd": "boulevard", "Bld": "boulevard", "Blvd": "boulevard", "Fg": "faubourg",
        "fg": "faubourg", "Rte": "route", "rte": "route", "Ets": "établissements", "Pl": "place",
        "av": "avenue", "pl": "place", "st": "saint", "ste": "sainte", "Imp": "impasse",
        "imp": "impasse", "dr": "docteur", "prof": "professeur",
    ]

    /// Of those above, words that are short with a dot only.
    static let dottedNames: Set<String> = [
        "M", "MM", "Cap", "Col", "Adj", "Imp", "imp", "av", "pl", "Pl", "prof",
    ]

    /// Of those above, parts of an address: their name may begin with an article.
    static let streets: Set<String> = [
        "Av", "av", "Bd", "bd", "Bld", "Blvd", "Fg", "fg", "Rte", "rte", "Pl", "pl", "Imp", "imp",
    ]

    /// Before a number.
    static let beforeNumber: [String: String] = [
        "p.": "page", "pp.": "pages", "art.": "article", "fig.": "figure", "vol.": "volume",
        "chap.": "chapitre", "ch.": "chapitre", "t.": "tome", "no": "numéro", "no.": "numéro",
        "n.": "numéro", "sect.": "section", "al.": "alinéa", "v.": "version", "v": "version",
        "ann.": "annexe", "tab.": "tableau", "ex.": "exemple", "par.": "paragraphe",
        "st.": "strophe", "lun.": "lundi", "mar.": "mardi", "mer.": "mercredi", "jeu.": "jeudi",
        "ven.": "vendredi", "sam.": "samedi", "dim.": "dimanche", "ép.": "épisode",
        "bt.": "bâtiment", "dpt": "département",
    ]

    /// What is numbered with Roman figures, in lower case.
    static let numbered: Set<String> = [
        "chapitre", "chapitres", "tome", "tomes", "livre", "livres", "acte", "scène", "volume",
        "partie", "section", "article", "annexe", "titre", "type", "phase", "figure", "tableau",
        "classe", "catégorie", "groupe", "niveau", "ligue", "division", "chant", "leçon",
        "paris", "lyon", "épisode", "saison", "mondiale", "planche", "grade", "stade", "apollo",
        "volet", "psaume", "sonate", "symphonie", "opus", "vatican", "numéro",
    ]
}
