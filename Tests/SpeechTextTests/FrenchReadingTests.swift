import Foundation
import Orpheus
import SpeechText
import TestSupport
import Testing

/// What French text is read as, class by class.
@Suite("French readings")
struct FrenchReadingTests {
    private func expect(_ written: String, _ spokenText: String) throws {
        #expect(try spoken(written, language: .fr).text == spokenText)
    }

    @Test(arguments: [
        ("0", "zéro"), ("21", "vingt et un"), ("70", "soixante-dix"), ("71", "soixante et onze"),
        ("80", "quatre-vingts"), ("91", "quatre-vingt-onze"), ("200", "deux cents"),
        ("204", "deux cent quatre"), ("80000", "quatre-vingt mille"), ("1000", "mille"),
        ("3 000 001", "trois millions un"), ("12.500 places", "douze mille cinq cents places"),
        ("1'250'000", "un million deux cent cinquante mille"), ("-8", "moins huit"),
        ("007", "zéro zéro sept"), ("51 pages", "cinquante et une pages"),
        ("51 livrets", "cinquante et un livrets"), ("81 personnes", "quatre-vingt-une personnes"),
        ("4 000 000 abeilles", "quatre millions d'abeilles"),
        (
            "1 000 000 000 000 000 000 000 000 000 000 000 000",
            "un sextillion"
        ),
    ])
    func cardinals(written: String, words: String) throws { try expect(written, words) }

    /// The rules of ICU join by hyphens what is spaced here.
    @Test func cardinalsAgreeWithICU() throws {
        let formatter = NumberFormatter()
        formatter.numberStyle = .spellOut
        formatter.locale = Locale(identifier: "fr_FR")
        var random = SeededGenerator(seed: 33)
        let large = (0..<300).map { _ in
            Int.random(
                in: 2001...Int.random(in: 3000...999_999_999_999, using: &random), using: &random)
        }
        for number in Array(0...2000) + large {
            let expected = try #require(formatter.string(from: NSNumber(value: number)))
            let words = try spoken(String(number), language: .fr).text
            #expect(squeezed(words) == squeezed(expected), "\(number)")
        }
    }

    /// ICU leaves out the plural before million: deux cent millions.
    private func squeezed(_ words: String) -> String {
        words.filter(\.isLetter).replacing("centsmilli", with: "centmilli")
            .replacing("vingtsmilli", with: "vingtmilli")
    }

    @Test(arguments: [
        ("2,75", "deux virgule soixante-quinze"), ("0,08", "zéro virgule zéro huit"),
        ("1 250,5", "mille deux cent cinquante virgule cinq"),
        ("2,71828", "deux virgule soixante et onze quatre-vingt-deux huit"),
        ("6,1 millions", "six virgule un millions"), ("7 milliards", "sept milliards"),
        ("-0,5", "moins zéro virgule cinq"),
    ])
    func decimals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("le 1er", "le premier"), ("la 1re", "la première"), ("les 1ers", "les premiers"),
        ("2nd", "second"), ("la 2nde", "la seconde"), ("2d", "second"), ("9e", "neuvième"),
        ("35ème", "trente-cinquième"), ("les 4es", "les quatrièmes"), ("80e", "quatre-vingtième"),
        ("300e", "trois centième"), ("1000000e", "millionième"), ("11ᵉ", "onzième"),
        ("3° Ouvrez la porte", "troisième Ouvrez la porte"),
    ])
    func ordinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("en 1789", "en mille sept cent quatre-vingt-neuf"), ("l'an 2000", "l'an deux mille"),
        ("les 60s", "les années soixante"), ("30s", "années trente"),
        ("une pub de 30s", "une pub de trente secondes"), ("sam. 4 mai", "samedi quatre mai"),
        ("14/07/1789", "quatorze juillet mille sept cent quatre-vingt-neuf"),
        ("le 01.02.2021", "le premier février deux mille vingt et un"), ("09.11", "neuf novembre"),
        ("le 4/8", "le quatre août"), ("le 11/11", "le onze novembre"),
        ("20/11/75", "vingt novembre soixante-quinze"),
        ("2019-11-30", "trente novembre deux mille dix-neuf"),
        ("1er avril 2015", "premier avril deux mille quinze"), ("8 déc.", "huit décembre."),
        ("les 5/6/7 mai", "les cinq six sept mai"), ("1-2 juin", "premier deux juin"),
        ("12-20 août", "douze au vingt août"), ("août 2019", "août deux mille dix-neuf"),
    ])
    func dates(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("à 9h15", "à neuf heures quinze"), ("à 17 h 05", "à dix-sept heures cinq"),
        ("21 h", "vingt et une heures"), ("1h", "une heure"), ("8:00", "huit heures"),
        ("18:45", "dix-huit heures quarante-cinq"),
        ("7:02:03", "sept heures deux minutes et trois secondes"),
        ("3 h 20 min", "trois heures vingt minutes"),
        ("de 8h-12h", "de huit heures à douze heures"),
        ("en 4'12''", "en quatre minutes douze secondes"),
        ("à la 89' et en 9''8", "à la quatre-vingt-neuf minutes et en neuf secondes huit"),
        ("1h30min", "une heure trente minutes"),
    ])
    func times(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1 €", "un euro"), ("7,20 €", "sept euros vingt"),
        ("0,99 €", "quatre-vingt-dix-neuf centimes"),
        ("9,05 €", "neuf euros et cinq centimes"), ("$12", "douze dollars"),
        ("21 £", "vingt et une livres"),
        ("5 M€", "cinq millions d'euros"), ("2,5 Md€", "deux virgule cinq milliards d'euros"),
        ("3 millions de dollars", "trois millions de dollars"), ("40 k€", "quarante mille euros"),
        ("1 000 000 €", "un million d'euros"), ("30-50 €", "trente à cinquante euros"),
        ("4 €/kg", "quatre euros par kilogramme"), ("60 CHF", "soixante francs"),
        ("3,40 euros", "trois euros quarante"),
        ("l'Euro 2004", "l'Euro deux mille quatre"),
    ])
    func money(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("45 %", "quarante-cinq pour cent"), ("1 kg", "un kilogramme"),
        ("1,5 l", "un virgule cinq litre"),
        ("90 km/h", "quatre-vingt-dix kilomètres par heure"), ("31 t", "trente et une tonnes"),
        ("-3 °C", "moins trois degrés Celsius"), ("il fait 25°", "il fait vingt-cinq degrés"),
        ("12 m²", "douze mètres carrés"), ("16 Go", "seize gigaoctets"),
        ("4-6 km", "quatre à six kilomètres"), ("1m75", "un mètre soixante-quinze"),
        ("3 c. à s. de miel", "trois cuillères à soupe de miel"),
        ("2.5 cm", "deux virgule cinq centimètres"),
        ("6 L/100 km", "six litres aux cent kilomètres"), ("la 5G", "la cinq G"),
        ("4x200 m", "quatre fois deux cents mètres"), ("siège 7C", "siège sept C"),
        ("2x plus", "deux fois plus"),
        ("les 4 l'ont dit", "les quatre l'ont dit"), ("6 t-shirts", "six t-shirts"),
        ("5 min.", "cinq minutes."),
        ("10 x 15 cm", "dix sur quinze centimètres"),
        ("24h/24", "vingt-quatre heures sur vingt-quatre"),
    ])
    func measures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1/2", "un demi"), ("2/3", "deux tiers"), ("3/4", "trois quarts"),
        ("5/6", "cinq sixièmes"),
        ("1 1/2", "un et demi"), ("½", "un demi"), ("3¼", "trois et un quart"),
        ("-2/7", "moins deux septièmes"),
        ("1/10e", "un dixième"), ("noté 12/20", "noté douze sur vingt"),
        ("1/2 heure", "une demi-heure"), ("3 1/2 tasses", "trois tasses et demie"),
        ("1/2 litre", "un demi-litre"),
    ])
    func fractions(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("pages 12-18", "pages douze à dix-huit"), ("un score de 4-2", "un score de quatre à deux"),
        ("8 - 3 = 5", "huit moins trois égale cinq"),
        ("6 x 7 = 42", "six fois sept égale quarante-deux"),
        ("2 + 3", "deux plus trois"), ("n^3", "n puissance trois"), ("< 10", "inférieur à dix"),
        ("7-2=5", "sept moins deux égale cinq"), ("lun.-ven.", "lundi à vendredi."),
        ("saison 2021/2022", "saison deux mille vingt et un deux mille vingt-deux"),
    ])
    func rangesAndMath(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("02 40 11 00 09", "zéro deux, quarante, onze, zéro zéro, zéro neuf"),
        ("06.70.80.90.10", "zéro six, soixante-dix, quatre-vingts, quatre-vingt-dix, dix"),
        (
            "+33 (0)2 40 11 22 33",
            "plus trente-trois, deux, quarante, onze, vingt-deux, trente-trois"
        ),
        ("10.0.0.8", "dix point zéro point zéro point huit"),
        ("version 3.2", "version trois point deux"),
        ("A380", "A trois cent quatre-vingts"),
    ])
    func figures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("le XVIIIe siècle", "le dix-huitième siècle"), ("Charles X", "Charles dix"),
        ("Napoléon Ier", "Napoléon premier"), ("chapitre V", "chapitre cinq"),
        ("la IVe", "la quatrième"),
        ("Ce livre", "Ce livre"), ("Les CD", "Les CD"), ("Rocky III", "Rocky trois"),
        ("USB type C", "USB type C"),
        ("Jean C. Roy", "Jean C Roy"), ("au XIIe s.", "au douzième siècle."),
        ("vol. IV", "volume quatre"),
    ])
    func romans(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("M. et Mme Petit", "monsieur et madame Petit"), ("M. Petit", "monsieur Petit"),
        ("MM. Roux et Blanc", "messieurs Roux et Blanc"), ("le Dr Roy", "le docteur Roy"),
        ("Mᵐᵉ Roy", "madame Roy"), ("St-Malo", "saint-Malo"),
        ("av. de la Gare", "avenue de la Gare"),
        ("en 30 av. J.-C.", "en trente avant Jésus-Christ."), ("n° 6", "numéro six"),
        ("p. 8", "page huit"),
        ("p. ex. ici", "par exemple ici"), ("thé, café, etc.", "thé, café, et cetera."),
        ("J. Roux", "J Roux"), ("la R.A.T.P. roule", "la R A T P roule"), ("la SNCF", "la SNCF"),
        ("R&D", "R et D"),
        ("art. 7 al. 3", "article sept alinéa trois"),
        ("fermé sam. et dim.", "fermé samedi et dimanche."),
    ])
    func abbreviations(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("lea.roy12@poste.fr", "lea point roy douze arobase poste point fr"),
        ("www.a-b.fr/x", "www point a tiret b point fr slash x"),
        ("https://x.org", "https deux points slash slash x point org"),
        ("#soleil", "hashtag soleil"),
    ])
    func electronic(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        "Aujourd'hui, je n'ai rien d'autre à faire.", "Vraiment ? Oui !", "Est-ce qu'il y en a ?",
        "Le mois de mars, il va et vient ; c'est la vie (ou presque).",
    ])
    func plainTextStays(text: String) throws { try expect(text, text) }

    /// A bar stands where a sentence ends.
    @Test(arguments: [
        "Il pleut.| Nous restons.", "Vraiment ?| Oui !| Bien.", "M. Roux est là.| Il attend.",
        "Il a dit : « Viens. »| Puis il est parti.", "« Pourquoi ? » demanda-t-elle.",
        "Voir fig. 3 et p. 12.| Fin.", "Le no. 5 gagne.", "C'est la S.N.C.F. qui paie.",
        "J. Verne écrit.| Il voyage.", "J.-P. Roy est né en 1950.| Il vit.",
        "Du thé, du lait, etc.| Rien d'autre.", "En 52 av. J.-C. César gagne.",
        "Il est né en 1980.| Elle aussi.", "Cela coûte 3.50 au total.", "1. Laver.| 2. Sécher.",
        "Le Dr. Roy, c.-à-d. le chef, part.", "Eh bien... peut-être.| Bon...| Qui sait ?",
        "Il habite av. Foch.| Elle non.", "Elle dit « non ».| Il part.",
        "Les « LL.MM. » de la cour.",
        "Il voit la mer.| Paul dort.", "Il saute 5 m.| Paul rit.", "MM. Roy et Roux.| Fin.",
        "Rendez-vous mer. 4 mai.| Fin.", "C'est fini.|Partons vite.", "Quoi ?!| Non.",
    ])
    func sentences(marked: String) throws {
        let expected = marked.split(separator: "|").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let text = marked.replacing("|", with: "")
        let bytes = Array(text.utf8)
        let found = try sentenceRanges(of: text, language: .fr).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
        #expect(found == expected)
    }
}
