import Orpheus
import SpeechText
import Testing

/// One language as several countries write it.
@Suite("Locales")
struct LocaleTests {
    @Test(arguments: [
        ("en-US", "due 4/5/2021", "due april fifth twenty twenty one"),
        ("en-GB", "due 4/5/2021", "due the fourth of may twenty twenty one"),
        ("en-IE", "on 4/5", "on the fourth of may"),
        ("en-GB", "on 4/25/2021", "on the twenty fifth of april twenty twenty one"),
        ("en-CA", "on 4/5", "on april fifth"), ("en-GB", "3/4 cup", "three quarters cup"),
        ("es-ES", "1.500 casas por $7", "mil quinientas casas por siete dólares"),
        (
            "es-MX", "1,500 casas por $7.20",
            "mil quinientas casas por siete pesos veinte centavos"
        ),
        ("es-AR", "1.500 casas por $7", "mil quinientas casas por siete pesos"),
        ("es-US", "1,500 casas por $7", "mil quinientas casas por siete dólares"),
        ("de-CH", "Fr. 2'300.40", "zweitausenddreihundert Franken vierzig Rappen"),
        ("de-CH", "1.5 km", "eins Komma fünf Kilometer"),
        (
            "de-AT", "1,5 km",
            "eins Komma fünf Kilometer"
        ),
        ("fr-FR", "75 et 93e", "soixante-quinze et quatre-vingt-treizième"),
        ("fr-BE", "75 et 93e, 80", "septante-cinq et nonante-troisième, quatre-vingts"),
        ("fr-CH", "75 et 91, 80 000", "septante-cinq et nonante et un, huitante mille"),
        ("fr-CH", "soixante-dix", "soixante-dix"),
    ])
    func readings(tag: String, written: String, words: String) throws {
        let locale = try #require(TextLocale(tag: tag))
        #expect(try spoken(written, TextOptions(locale: locale)).text == words)
    }

    @Test func tags() {
        #expect(TextLocale(tag: "en") == TextLocale(.en))
        #expect(TextLocale(tag: "EN_gb") == TextLocale(.en, region: "GB"))
        #expect(TextLocale(tag: "zh-Hant-TW") == TextLocale(.zh, region: "TW"))
        #expect(TextLocale(tag: "es-419") == TextLocale(.es))
        #expect(TextLocale(.de, region: "CH").description == "de-CH")
        for tag in ["", "-", "xx", "english", "en-", "en--GB", "en-\u{E9}", "en GB"] {
            #expect(TextLocale(tag: tag) == nil, "\(tag)")
        }
    }

    @Test func markupMayChangeTheCountry() throws {
        let text = "<speak>on 4/5 or <lang xml:lang='en-GB'>on 4/5</lang></speak>"
        let options = TextOptions(syntax: .ssml)
        #expect(try spoken(text, options).text == "on april fifth or on the fourth of may")
    }
}
