import Orpheus
import SpeechText
import Testing

/// What several languages read by the same rule.
@Suite("Readings of several languages")
struct CommonReadingTests {
    @Test(arguments: [
        (Voice.Language.en, "one hundred and thirty over eighty five"),
        (.de, "einhundertdreißig zu fünfundachtzig"), (.fr, "cent trente sur quatre-vingt-cinq"),
        (.es, "ciento treinta sobre ochenta y cinco"), (.it, "cento trenta su ottantacinque"),
        (.zh, "一百三十比八十五"), (.ko, "백삼십에 팔십오"),
    ])
    func pressures(language: Voice.Language, words: String) throws {
        #expect(try spoken("130/85", language: language).text == words)
    }

    @Test(arguments: [
        (Voice.Language.en, "three,minus four"), (.de, "drei,minus vier"),
        (.fr, "trois,moins quatre"), (.es, "tres,menos cuatro"), (.it, "tre,meno quattro"),
        (.zh, "三,负四"), (.ko, "삼,마이너스 사"), (.hi, "तीन,माइनस चार"),
    ])
    func signsBehindCommas(language: Voice.Language, words: String) throws {
        #expect(try spoken("3,-4", language: language).text == words)
    }
}
