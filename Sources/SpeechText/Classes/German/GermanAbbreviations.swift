/// Shortened words and what they are said as.
enum GermanAbbreviations {
    /// Anywhere; a key in lower case stands for any case.
    static let phrases: PhraseTable<String> = [
        "z.b.": "zum Beispiel", "zb.": "zum Beispiel", "z.bsp.": "zum Beispiel",
        "bspw.": "beispielsweise", "bsp.": "Beispiel", "d.h.": "das heißt", "dh.": "das heißt",
        "u.a.": "unter anderem", "u.ä.": "und Ähnliches", "o.ä.": "oder Ähnliches",
        "o.g.": "oben genannt", "s.o.": "siehe oben", "s.u.": "siehe unten",
        "u.u.": "unter Umständen", "u.v.m.": "und vieles mehr", "u.v.a.": "und viele andere",
        "u.s.w.": "und so weiter", "usw.": "und so weiter", "usf.": "und so fort",
        "etc.": "et cetera", "z.t.": "zum Teil", "z.zt.": "zur Zeit", "z.z.": "zur Zeit",
        "zzt.": "zurzeit", "z.hd.": "zu Händen", "z.hdn.": "zu Händen", "i.d.r.": "in der Regel",
        "i.a.": "im Allgemeinen", "i.allg.": "im Allgemeinen", "i.v.": "in Vertretung",
        "i.s.v.": "im Sinne von", "i.h.v.": "in Höhe von", "m.e.": "meines Erachtens",
        "m.w.": "meines Wissens", "p.a.": "pro Jahr", "v.a.": "vor allem", "v.h.": "vom Hundert",
        "n.chr.": "nach Christus", "v.chr.": "vor Christus", "a.d.": "an der",
        "a.m.": "am Main", "e.v.": "eingetragener Verein", "a.a.o.": "am angegebenen Ort",
        "h.c.": "honoris causa", "o.k.": "okay", "p.s.": "P S", "u.z.": "und zwar",
        "und/oder": "und oder", "bzw.": "beziehungsweise", "bzgl.": "bezüglich",
        "bezgl.": "bezüglich", "ca.": "circa", "evtl.": "eventuell", "ggf.": "gegebenenfalls",
        "inkl.": "inklusive", "incl.": "inklusive", "exkl.": "exklusive",
        "insb.": "insbesondere", "insbes.": "insbesondere", "vgl.": "vergleiche",
        "sog.": "sogenannt", "zzgl.": "zuzüglich", "abzgl.": "abzüglich", "rd.": "rund",
        "mind.": "mindestens", "ehem.": "ehemals", "geb.": "geboren",
        "gest.": "gestorben", "verh.": "verheiratet", "gem.": "gemäß", "lt.": "laut",
        "betr.": "betrifft", "bes.": "besonders", "vorm.": "vormals", "allg.": "allgemein",
        "einschl.": "einschließlich", "ausschl.": "ausschließlich", "entspr.": "entsprechend",
        "spez.": "speziell", "urspr.": "ursprünglich", "verst.": "verstorben",
        "österr.": "österreichisch", "schweiz.": "schweizerisch", "amerik.": "amerikanisch",
        "kath.": "katholisch", "evang.": "evangelisch", "röm.": "römisch", "lat.": "lateinisch",
        "engl.": "englisch", "franz.": "französisch", "frz.": "französisch",
        "ital.": "italienisch", "griech.": "griechisch", "hrsg.": "herausgegeben",
        "dr.": "Doktor", "prof.": "Professor", "Mag.": "Magister", "dipl.-ing.": "Diplomingenieur",
        "dipl.": "Diplom", "ing.": "Ingenieur", "hr.": "Herr", "hrn.": "Herrn",
        "frl.": "Fräulein", "mr.": "Mister", "mrs.": "Missis", "ms.": "Miss", "jr.": "junior",
        "jun.": "junior", "sen.": "senior", "gebr.": "Gebrüder", "med.": "med", "phil.": "phil",
        "rer.nat.": "rer nat", "jur.": "jur", "str.": "Straße", "pl.": "Platz",
        "hbf": "Hauptbahnhof",
        "hbf.": "Hauptbahnhof", "bhf": "Bahnhof", "bhf.": "Bahnhof", "tel.": "Telefon",
        "telef.": "telefonisch", "abk.": "Abkürzung", "anm.": "Anmerkung", "jh.": "Jahrhundert",
        "jhd.": "Jahrhundert", "jhdt.": "Jahrhundert", "std.": "Stunden",
        "mio.": "Millionen", "mrd.": "Milliarden", "tsd.": "Tausend", "stk.": "Stück",
        "mwst.": "Mehrwertsteuer", "mwst": "Mehrwertsteuer", "st.": "Sankt", "co.": "Co",
        "allerd.": "allerdings", "dgl.": "dergleichen", "ebd.": "ebenda", "gegr.": "gegründet",
        "jährl.": "jährlich", "monatl.": "monatlich", "mtl.": "monatlich", "tägl.": "täglich",
        "wöchentl.": "wöchentlich", "möbl.": "möbliert", "vers.": "Version", "zus.": "zusammen",
        "aufl.": "Auflage", "fam.": "Familie", "ff.": "folgende",
        "ü.m.": "über Meer", "ü.nn": "über Normalnull",
        "vs.": "versus", "vs": "versus",
        "kto.": "Konto", "az.": "Aktenzeichen", "bd.": "Band", "hl.": "heilige", "sr.": "senior",
        "bgm.": "Bürgermeister",
    ]

    /// Where a number follows; one in capitals as it stands.
    static let beforeNumbers: [String: String] = [
        "nr": "Nummer", "nrn": "Nummern", "no": "Nummer", "S": "Seite", "H": "Heft",
        "max": "maximal",
        "min": "mindestens", "bd": "Band",
        "bde": "Bände", "kap": "Kapitel", "abb": "Abbildung", "tab": "Tabelle", "abs": "Absatz",
        "art": "Artikel", "aufl": "Auflage", "abschn": "Abschnitt",
        "ziff": "Ziffer", "rn": "Randnummer", "rz": "Randziffer", "anl": "Anlage",
        "pkt": "Punkt", "fig": "Figur", "vol": "Volumen", "lit": "Buchstabe", "hnr": "Hausnummer",
        "zi": "Zimmer", "jg": "Jahrgang", "bl": "Blatt", "sp": "Spalte",
    ]

    /// Before a word, as they stand.
    static let beforeWords: [String: String] = ["s": "siehe", "u": "und", "o": "oder"]

    /// Before a name.
    static let beforeNames: [String: String] = ["fr": "Frau", "st": "Sankt", "hl": "heilige"]
}
