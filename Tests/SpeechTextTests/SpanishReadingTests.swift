import Foundation
import SpeechText
import TestSupport
import Testing

/// What Spanish text is read as, class by class, and where its sentences end.
@Suite("Spanish readings")
struct SpanishReadingTests {
    private func expect(_ written: String, _ spokenText: String) throws {
        #expect(try spoken(written, language: .es).text == spokenText)
    }

    @Test(arguments: [
        ("0", "cero"), ("16", "dieciséis"), ("26", "veintiséis"), ("77", "setenta y siete"),
        ("555", "quinientos cincuenta y cinco"), ("21.021", "veintiún mil veintiuno"),
        ("1 500 000", "un millón quinientos mil"), ("-7 grados", "menos siete grados"),
        ("31 días", "treinta y un días"), ("421 casas", "cuatrocientas veintiuna casas"),
        ("1 semana", "una semana"), ("en 2021 muchas", "en dos mil veintiuno muchas"),
        ("1.000.000.000.000.000.000.000.000.000.000.000.000", "un sextillón"),
        ("009", "cero cero nueve"), ("1,2,3", "uno,dos,tres"),
    ])
    func cardinals(written: String, words: String) throws { try expect(written, words) }

    /// Both leave "uno" whole where nothing follows.
    @Test func cardinalsAreThoseOfICU() throws {
        let formatter = NumberFormatter()
        formatter.locale = Locale(identifier: "es")
        formatter.numberStyle = .spellOut
        var random = SeededGenerator(seed: 7)
        let large = (4...14).flatMap { digits in
            (0..<40).map { _ in Int.random(in: 0..<Int(pow(10, Double(digits))), using: &random) }
        }
        for number in Array(0...2000) + large {
            let expected = try #require(formatter.string(from: NSNumber(value: number)))
            #expect(try bare(spoken(String(number), language: .es).text) == bare(expected))
        }
    }

    private func bare(_ words: String) -> String {
        words.filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{AD}" }
    }

    @Test(arguments: [
        ("7,5", "siete coma cinco"), ("0,08", "cero coma cero ocho"),
        ("6,2831", "seis coma veintiocho treinta y uno"), ("9.5", "nueve punto cinco"),
        ("4,1 millones", "cuatro coma un millones"), ("2 mil", "dos mil"),
        ("2,500.75", "dos mil quinientos punto setenta y cinco"),
    ])
    func decimals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("3.º", "tercero"), ("el 3.er piso", "el tercer piso"),
        ("la 22.ª vez", "la vigesimosegunda vez"),
        ("16.º", "decimosexto"), ("350.º", "tricentésimo quincuagésimo"),
        ("2da planta", "segunda planta"),
        ("3.000.º", "tresmilésimo"), ("el 50° aniversario", "el quincuagésimo aniversario"),
        ("el 1er. premio", "el primer premio"), ("H2O", "H dos O"),
    ])
    func ordinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("4 de julio de 1776", "cuatro de julio de mil setecientos setenta y seis"),
        ("1 de abril", "primero de abril"),
        ("24/12/2005", "veinticuatro de diciembre de dos mil cinco"),
        ("2011-03-08", "ocho de marzo de dos mil once"), ("dic. 24", "veinticuatro de diciembre"),
        ("mayo de 1968", "mayo de mil novecientos sesenta y ocho"),
        ("el martes 7/6", "el martes siete de junio"),
        ("44 a. C. cayó", "cuarenta y cuatro antes de Cristo cayó"),
        ("los 1970s", "los mil novecientos setenta"), ("los '60", "los sesenta"),
    ])
    func dates(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("a las 9:20", "a las nueve y veinte"), ("a la 1:15", "a la una y cuarto"),
        ("21:30 h", "veintiuna y media"), ("a las 19.45", "a las diecinueve y cuarenta y cinco"),
        ("4 p. m. en punto", "cuatro de la tarde en punto"),
        ("9:10 am", "nueve y diez de la mañana"),
        ("11 pm", "once de la noche"), ("12:05 p.m. de hoy", "doce y cinco del mediodía de hoy"),
        ("18:00 UTC-5", "dieciocho u t c menos cinco"),
        ("dura 1 h 20 min", "dura una hora y veinte minutos"),
        ("9:00-14:00", "nueve a catorce"),
    ])
    func times(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1 €", "un euro"), ("7,20 €", "siete euros veinte céntimos"),
        ("$ 31", "treinta y un dólares"), ("£1", "una libra"), ("21 £", "veintiuna libras"),
        ("US$ 2,01", "dos dólares estadounidenses un centavo"),
        ("6 millones de euros", "seis millones de euros"),
        ("$4 mil millones", "cuatro mil millones de dólares"),
        ("8 M€", "ocho millones de euros"), ("40 mil pesos", "cuarenta mil pesos"),
        ("3 €/kg", "tres euros por kilogramo"),
        ("$1,250.50", "mil doscientos cincuenta dólares cincuenta centavos"),
        ("MXN 12", "doce pesos mexicanos"),
    ])
    func money(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1 km", "un kilómetro"), ("90 km/h", "noventa kilómetros por hora"),
        ("21 %", "veintiuno por ciento"), ("-4 ºC", "menos cuatro grados Celsius"),
        ("8 m²", "ocho metros cuadrados"), ("1 lb", "una libra"),
        ("6 g/l", "seis gramos por litro"),
        ("2,5 ha", "dos coma cinco ha"), ("2,5ha", "dos coma cinco hectáreas"),
        ("512 MB", "quinientos doce megabytes"), ("1/2 l", "medio litro"),
        ("2 1/2 tazas", "dos tazas y media"), ("3/4 m", "tres cuartos de metro"),
        ("2 cdas. de sal", "dos cucharadas de sal"), ("4-6 km", "cuatro a seis kilómetros"),
        ("con 5 mi vida", "con cinco mi vida"),
    ])
    func measures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1/2", "medio"), ("3/5", "tres quintos"), ("7/12", "siete doceavos"),
        ("1/25", "un veinticincoavo"), ("2/100", "dos centésimos"), ("½", "medio"),
        ("4 1/3", "cuatro y un tercio"), ("5/121", "cinco sobre ciento veintiuno"),
        ("-2/7", "menos dos séptimos"), ("Ley 4/2010", "Ley cuatro dos mil diez"),
        ("abierto 24/7", "abierto veinticuatro siete"),
    ])
    func fractions(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Enrique VIII", "Enrique octavo"), ("Pío XII", "Pío doce"),
        ("Isabel II", "Isabel segunda"),
        ("siglo XVI", "siglo dieciséis"), ("s. XIX", "siglo diecinueve"),
        ("la I Guerra Mundial", "la primera Guerra Mundial"),
        ("el XV congreso", "el decimoquinto congreso"),
        ("tomo III", "tomo tres"), ("los rayos X", "los rayos X"), ("jorge vi", "jorge vi"),
        ("IX", "noveno"),
        ("ayer lo vi en casa", "ayer lo vi en casa"),
    ])
    func romans(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("páginas 8-12", "páginas ocho a doce"), ("ganó 4-2", "ganó cuatro a dos"),
        ("1936-1939", "mil novecientos treinta y seis a mil novecientos treinta y nueve"),
        ("9 - 4 = 5", "nueve menos cuatro es igual a cinco"), ("6 × 7", "seis por siete"),
        ("8 > 3", "ocho mayor que tres"), ("2^5", "dos elevado a cinco"),
        ("sala 5x4 m", "sala cinco por cuatro metros"),
        ("lun.-vie. 9:00", "lunes a viernes nueve"),
    ])
    func rangesAndSums(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Tel. 944 555 666", "teléfono nueve cuatro cuatro, cinco cinco cinco, seis seis seis"),
        ("(91) 555 4321", "nueve uno, cinco cinco cinco, cuatro tres dos uno"),
        ("93 555 12 34", "nueve tres, cinco cinco cinco, uno dos, tres cuatro"),
        (
            "+52 55 1234 5678",
            "más cinco dos, cinco cinco, uno dos tres cuatro, cinco seis siete ocho"
        ),
        ("555-444-3333", "cinco cinco cinco, cuatro cuatro cuatro, tres tres tres tres"),
        ("10.0.0.7", "diez punto cero punto cero punto siete"),
        ("versión 3.11.2", "versión tres punto once punto dos"), ("COVID-19", "COVID diecinueve"),
        ("el A-7 y el B12", "el A siete y el B doce"),
    ])
    func digitsOfNames(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("la Sra. Vega", "la señora Vega"), ("D. Luis", "don Luis"),
        ("Luis D. Vega", "Luis D Vega"),
        ("EE. UU. y la UE", "Estados Unidos y la UE"), ("C/ Sol, n.º 9", "calle Sol, número nueve"),
        ("pan, queso, etc.", "pan, queso, etcétera."), ("p. ej. pan", "por ejemplo pan"),
        ("cap. 7", "capítulo siete"), ("G. A. Bécquer", "G A Bécquer"), ("Q&A", "Q y A"),
        ("me lo da. Ana", "me lo da. Ana"), ("la vitamina B.", "la vitamina B."),
        ("de ene. a feb.", "de enero a febrero."),
    ])
    func abbreviations(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("ana.m2@correo.es", "ana punto m dos arroba correo punto es"),
        ("www.lyre.dev/a-b", "w w w punto lyre punto dev barra a guion b"),
        ("@mar_7", "arroba mar guion bajo siete"), ("#cine", "hashtag cine"),
    ])
    func electronic(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        "¿Vienes mañana? ¡Claro que sí!", "El mío es más grande; el tuyo, no.",
        "Dijo que no (o eso creo).", "La nación catalana y su río.",
    ])
    func plainTextStays(text: String) throws { try expect(text, text) }

    /// A bar stands where a sentence ends.
    @Test(arguments: [
        "Llovía.| Nos quedamos.", "¿De verdad?| ¡Sí!| Bien.", "Vino el Dr. Soto.| Ella no.",
        "Vive en EE. UU. desde 2010.| Le gusta.", "Costó 3.500 euros.| Barato.",
        "Llegó a las 5 p. m.| El tren no.", "Véase la pág. 7 y la fig. 2.| Fin.",
        "Compró pan, leche, etc.| Luego se fue.", "Es del s. XV.| Se nota.", "1. Lavar.| 2. Secar.",
        "Mide 5 m.| Pesa 20 kg.| Es mucho.", "El n.º 4 ganó.| El 5 perdió.",
        "J. L. Borges lo escribió.",
        "«¿Por qué?», dijo.| Calló.", "Bueno... quizá.| O no...| ¿Quién sabe?",
        "Hace 30 °C.| Calor.", "Nació en el 63 a. C. en Roma.",
    ])
    func sentences(marked: String) throws {
        let text = marked.replacing("|", with: "")
        let bytes = Array(text.utf8)
        let found = try sentenceRanges(of: text, language: .es).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
        #expect(found == marked.split(separator: "|").map { String($0.drop { $0 == " " }) })
    }
}
