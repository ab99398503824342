import Orpheus
import SpeechText
import TestSupport
import Testing

/// Exponents and small figures below the line, in every language.
@Suite("Powers")
struct PowerReadingTests {
    @Test(arguments: [
        ("2^10", "two to the power of ten"), ("10⁻³ m", "ten to the power of minus three m"),
        ("7×10⁴", "seven times ten to the power of four"),
        ("e^{-2}", "e to the power of minus two"),
        ("2^n", "two to the power of n"), ("y⁴", "y to the power of four"),
        ("(a+b)²", "(a plus b) squared"),
        ("10²³", "ten to the power of twenty three"), ("4ⁿ", "four to the power of n"),
        ("CO₂ and C₆H₁₂O₆", "CO two and C six H twelve O six"),
        // Notes above the line are no exponents.
        ("in 1998⁴ and a word⁵", "in nineteen ninety eight and a word"),
        ("5^", "five"), ("^5", "five"),
    ])
    func english(written: String, words: String) throws {
        #expect(try spoken(written).text == words)
    }

    @Test(arguments: [
        (Voice.Language.de, "zehn hoch minus drei, x hoch n"),
        (.fr, "dix puissance moins trois, x puissance n"),
        (.es, "diez elevado a menos tres, x elevado a n"),
        (.it, "dieci alla meno tre, x alla n"), (.zh, "十的负三次方, x的n次方"),
        (.hi, "दस की घात माइनस तीन, x की घात n"), (.ko, "십의 마이너스 삼제곱, x 의 n제곱"),
    ])
    func otherLanguages(language: Voice.Language, words: String) throws {
        #expect(try spoken("10⁻³, x^n", language: language).text == words)
    }
}
