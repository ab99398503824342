import Foundation
import Orpheus
import SpeechText
import TestSupport
import Testing

/// What Italian text is read as, class by class.
@Suite("Italian readings")
struct ItalianReadingTests {
    private func expect(_ written: String, _ spokenText: String) throws {
        #expect(try spoken(written, language: .it).text == spokenText)
    }

    @Test(arguments: [
        ("0", "zero"), ("21 alunni", "ventuno alunni"), ("28", "ventotto"), ("100", "cento"),
        ("365", "trecento sessantacinque"), ("1001 notti", "mille uno notti"),
        ("45.000 spettatori", "quarantacinquemila spettatori"), ("1 000 000", "un milione"),
        ("2.000.000.000", "due miliardi"), ("-8", "meno otto"), ("007", "zero zero sette"),
        ("1 giorno e 1 ora", "un giorno e un'ora"), ("7mila", "settemila"),
        ("60 milioni", "sessanta milioni"), ("1 miliardo", "un miliardo"),
        ("3.000.000 abitanti", "tre milioni di abitanti"), ("1 zucchina", "una zucchina"),
        ("1.000.000.000.000.000.000.000.000.000.000.000.000", "un sestilione"),
    ])
    func cardinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("2,5", "due virgola cinque"), ("0,08", "zero virgola zero otto"),
        ("3,14", "tre virgola quattordici"), ("2,7182", "due virgola settantuno ottantadue"),
        ("1.250,75", "mille duecento cinquanta virgola settantacinque"),
        ("1,5 milioni", "uno virgola cinque milioni"),
    ])
    func decimals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("il 1° posto", "il primo posto"), ("la 2ª fila", "la seconda fila"),
        ("3º piano", "terzo piano"), ("la 4a volta", "la quarta volta"),
        ("l'11º uomo", "l'undicesimo uomo"), ("il 23° giorno", "il ventitreesimo giorno"),
        ("la 100ª edizione", "la centesima edizione"), ("il 1000° socio", "il millesimo socio"),
        ("la 110ª", "la centodecima"), ("è arrivato 6°", "è arrivato sesto"),
        ("il 30esimo", "il trentesimo"),
    ])
    func ordinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("nel 1492", "nel mille quattrocento novantadue"), ("gli anni '70", "gli anni settanta"),
        ("nel '45", "nel quarantacinque"), ("il 44 a.C. fu", "il quarantaquattro avanti Cristo fu"),
        ("stagione 2021/22", "stagione duemila ventuno - ventidue"),
    ])
    func years(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("il 25 aprile 1945", "il venticinque aprile mille novecento quarantacinque"),
        ("1 maggio", "primo maggio"), ("l'1 maggio", "l'uno maggio"), ("2 giu.", "due giugno."),
        ("14/07/2021", "quattordici luglio duemila ventuno"),
        ("2021-07-14", "quattordici luglio duemila ventuno"),
        ("il 6/9 partono", "il sei settembre partono"), ("03/2022", "marzo duemila ventidue"),
        ("8-11 giugno", "dall'otto all'undici giugno"),
        ("agosto 2019", "agosto duemila diciannove"),
        ("vinto in 3 set", "vinto in tre set"),
    ])
    func dates(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("alle 9:15", "alle nove e un quarto"),
        ("alle 17.40", "alle diciassette e quaranta minuti"),
        ("alle 1:30", "all'una e mezza"), ("ore 20:00", "ore venti"), ("h 21", "ore ventuno"),
        ("10:01", "dieci e un minuto"),
        ("2:03:04", "due e tre minuti e quattro secondi"),
        ("10:00-12:00", "dieci - dodici"), ("3 p.m. a Roma", "tre del pomeriggio a Roma"),
    ])
    func times(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1 €", "un euro"), ("€ 12,50", "dodici euro cinquanta centesimi"),
        ("3.50 euro", "tre euro cinquanta centesimi"), ("£1", "una sterlina"),
        ("£0,01", "un penny"), ("0,80 €", "ottanta centesimi"),
        ("4 milioni di euro", "quattro milioni di euro"), ("$2 mld", "due miliardi di dollari"),
        ("500 mila dollari", "cinquecentomila dollari"), ("1 yen", "uno yen"),
        ("30 CHF", "trenta franchi svizzeri"), ("5-8 €", "da cinque a otto euro"),
        ("€1.000.000", "un milione di euro"), ("15 €/mese", "quindici euro al mese"),
        ("-€5", "meno cinque euro"),
        ("50 euro 3 volte", "cinquanta euro tre volte"),
    ])
    func money(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("45%", "quarantacinque percento"), ("l'1%", "l'uno percento"), ("1 kg", "un chilogrammo"),
        ("130 km/h", "cento trenta chilometri orari"),
        ("-3 °C", "meno tre gradi Celsius"), ("85 m²", "ottantacinque metri quadrati"),
        ("16GB", "sedici gigabyte"), ("1.5 GB", "uno virgola cinque gigabyte"),
        ("1 h", "un'ora"), ("5 min. di", "cinque minuti di"), ("3 l'anno", "tre l'anno"),
        ("nel 2020 ha", "nel duemila venti ha"), ("20 ha di bosco", "venti ettari di bosco"),
        ("a 30° all'ombra", "a trenta gradi all'ombra"),
        ("120 g/km", "cento venti grammi al chilometro"),
        ("4x100 m", "quattro per cento metri"), ("oggi 32°", "oggi trentadue gradi"),
        ("10-15 km", "da dieci a quindici chilometri"), ("3D e 5G", "tre di e cinque gi"),
        ("in 45'", "in quarantacinque minuti"), ("al 90'", "al novantesimo"),
        ("6,7\"", "sei virgola sette pollici"), ("5 l/100 km", "cinque litri per cento chilometri"),
    ])
    func measures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1/2", "un mezzo"), ("3/4", "tre quarti"), ("2 1/2", "due e mezzo"),
        ("½ tazza", "mezza tazza"), ("¾", "tre quarti"), ("5/8", "cinque ottavi"),
        ("1/100", "un centesimo"), ("24/7", "ventiquattro su sette"),
        ("3/4 l", "tre quarti di litro"),
        ("1/2 ora", "mezz'ora"),
    ])
    func fractions(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("pagine 12-18", "pagine da dodici a diciotto"), ("tra 5-10", "tra cinque e dieci"),
        ("i 20-30 minuti", "i venti - trenta minuti"), ("vince 3-1", "vince tre a uno"),
        ("1915–1918", "mille novecento quindici - mille novecento diciotto"),
        ("8 - 3 = 5", "otto meno tre uguale cinque"), ("2:1", "due a uno"),
    ])
    func ranges(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("+39 06 5550123", "più tre nove, zero sei, cinque cinque cinque zero uno due tre"),
        ("347 5550123", "tre quattro sette, cinque cinque cinque zero uno due tre"),
        ("tel. 0555123", "telefono zero cinque cinque cinque uno due tre"),
        ("CAP 20121", "CAP due zero uno due uno"), ("volo AZ1234", "volo AZ uno due tre quattro"),
        ("192.168.0.1", "cento novantadue punto cento sessantotto punto zero punto uno"),
        ("iOS 17.4", "iOS diciassette punto quattro"), ("MP3", "MP tre"),
    ])
    func figures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("XX secolo", "ventesimo secolo"), ("II guerra", "seconda guerra"),
        ("capitolo IV", "capitolo quarto"), ("Parte III", "Parte terza"),
        ("Luigi XIV", "Luigi quattordicesimo"), ("Elisabetta II", "Elisabetta seconda"),
        ("Alessandro VI", "Alessandro sesto"), ("tra il II e il III", "tra il secondo e il terzo"),
        ("fase II", "fase due"), ("XVIII e XIX secolo", "diciottesimo e diciannovesimo secolo"),
        ("serie C", "serie C"), ("vitamina D", "vitamina D"), ("I ragazzi", "I ragazzi"),
        ("I secoli", "I secoli"), ("il II e il III secolo", "il secondo e il terzo secolo"),
        ("Pio II, la III guerra", "Pio secondo, la terza guerra"),
    ])
    func romans(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("il sig. Riva", "il signor Riva"), ("la dott.ssa Sala", "la dottoressa Sala"),
        ("il prof. di greco", "il professore di greco"), ("l'ing. Costa", "l'ingegner Costa"),
        ("S. Anna e S. Carlo", "sant'Anna e san Carlo"), ("S. Stefano", "santo Stefano"),
        ("pane, olio, ecc.", "pane, olio, eccetera."), ("ad es. oggi", "ad esempio oggi"),
        ("n. 6 e n° 7", "numero sei e numero sette"), ("art. 3", "articolo tre"),
        ("J. R. Riva", "J R Riva"), ("gli U.S.A. oggi", "gli U S A oggi"),
        ("c/o Riva", "presso Riva"),
        ("D.Lgs. 50/2016", "decreto legislativo cinquanta del duemila sedici"),
        ("A.C. Milan", "A C Milan"), ("l'ha detto", "l'ha detto"),
        ("il D.P.R. 3", "il decreto del presidente della Repubblica tre"),
        ("da gen. a feb.", "da gennaio a febbraio."), ("lun.-ven.", "lunedì a venerdì."),
    ])
    func abbreviations(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("ada.b2@posta.it", "a d a punto b due chiocciola posta punto i t"),
        ("Vedi lyre.it.", "Vedi lyre punto i t."),
        ("www.a-b.it/x", "w w w punto a trattino b punto i t slash x"),
        ("@lyre_tts", "chiocciola lyre trattino basso t t s"), ("#estate", "hashtag estate"),
    ])
    func electronic(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Q&A", "Q e A"), ("2+3=5", "due più tre uguale cinque"), ("e/o", "e o"),
        ("2^3", "due alla terza"), ("4:2*2", "quattro diviso due per due"),
        ("x < 4", "x minore di quattro"), ("§ 2", "paragrafo due"), ("«Sì…»", "\"Sì...\""),
        ("aspetta — no", "aspetta - no"), ("2 x 3", "due per tre"),
    ])
    func symbols(written: String, words: String) throws { try expect(written, words) }

    /// The spelling that both sides may differ in: spaces, hyphens, the accent of ventitré.
    private func folded(_ words: String) -> String {
        words.replacing("é", with: "e").filter(\.isLetter)
    }

    /// Behind a hundred or a thousand ICU joins otto and ottanta and drops a vowel.
    private func isJoinedOtherwise(_ value: Int) -> Bool {
        var rest = value
        while rest > 0 {
            let low = rest % 100
            if rest % 1000 > 100 || rest > 1000, low == 8 || low / 10 == 8 { return true }
            rest /= 1000
            // Ventunmila, where ventuno keeps its vowel here.
            if rest % 10 == 1, rest % 100 > 20 { return true }
        }
        return false
    }

    @Test func agreesWithFoundation() throws {
        let formatter = NumberFormatter()
        formatter.locale = Locale(identifier: "it_IT")
        formatter.numberStyle = .spellOut
        var generator = SeededGenerator(seed: 39)
        let large = (0..<500).map { _ in Int.random(in: 2001..<1_000_000_000, using: &generator) }
        for value in Array(0...2000) + large where !isJoinedOtherwise(value) {
            let words = try #require(formatter.string(from: NSNumber(value: value)))
            let text = try spoken(String(value), language: .it).text
            #expect(folded(text) == folded(words), "\(value)")
        }
    }

    private func sentences(_ text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        return try sentenceRanges(of: text, language: .it).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ["Piove.", "Restiamo a casa."], ["Il sig. Riva è uscito.", "Torna domani."],
        ["Ciao, dott.ssa Sala!", "Come va?"], ["Vedi pag. 12 e fig. 3.", "È chiaro."],
        ["Nacque nel 44 a.C. Roma era grande."], ["Costa 3,50 euro.", "Poco."],
        ["J. S. Bach visse a Lipsia.", "Era l'organista."], ["«Vieni?» chiese Ada.", "«No.»"],
        ["Pane, latte, ecc.", "Il resto domani."], ["1. Lavare.", "2. Asciugare."],
        ["Forse... chissà.", "Vedremo."], ["Parte il 3 nov. 2021 da Bari.", "Addio."],
        ["Il D.Lgs. 81 vale.", "Sempre."], ["Sono le 5.", "Andiamo."],
    ])
    func sentences(parts: [String]) throws {
        #expect(try sentences(parts.joined(separator: " ")) == parts)
    }
}
