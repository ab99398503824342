import Foundation
import SpeechText
import TestSupport
import Testing

/// English text that means one thing or another by what stands around it, and its rarer classes.
@Suite("English readings in context")
struct EnglishReadingTests {
    private func expect(_ written: String, _ spokenText: String) throws {
        #expect(try spoken(written).text == spokenText)
    }

    @Test func cardinalsAgreeWithICU() throws {
        let formatter = NumberFormatter()
        formatter.numberStyle = .spellOut
        formatter.locale = Locale(identifier: "en_US")
        var generator = SeededGenerator(seed: 11)
        let large = (0..<200).map { _ in Int.random(in: 2001...999_999_999_999, using: &generator) }
        for number in Array(0...2000) + large {
            let plain = try #require(formatter.string(from: NSNumber(value: number)))
            // The separator keeps a number from being a year, the mark keeps it from ending a line.
            let words = try spoken("+\(grouped(number))").text.dropFirst("plus ".count)
            let ours = words.replacing(" and ", with: " ").replacing(" ", with: "")
            #expect(ours == plain.replacing("-", with: "").replacing(" ", with: ""))
        }
    }

    private func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.indices.map { index in
            let left = digits.count - index
            return String(digits[index]) + (left > 1 && left % 3 == 1 ? "," : "")
        }.joined()
    }

    @Test(arguments: [
        ("Volume IX", "Volume nine"), ("an IV drip", "an IV drip"), ("Her IV hurt", "Her IV hurt"),
        ("the XVII century", "the seventeenth century"), ("the Part I liked", "the Part I liked"),
        ("Class C", "Class C"), ("I, II and III", "one, two and three"),
        ("James V ruled", "James the fifth ruled"), ("Malcolm X", "Malcolm X"),
    ])
    func romans(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Dr. Hall of 8 Hall Dr. called", "Doctor Hall of eight Hall Drive called"),
        ("My Dr. said so", "My Doctor said so"),
        ("St. Ann's on Fir St. is", "Saint Ann's on Fir Street is"),
        ("See No. 9", "See Number nine"), ("She said no. 9 came", "She said no. nine came"),
        ("Lane v. Poe", "Lane versus Poe"), ("6 Elm Ct", "six Elm Court"),
        ("21 S 2nd st", "twenty one South second Street"),
    ])
    func abbreviations(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("on 4/9 we met", "on april ninth we met"),
        ("the rent is due 11/1", "the rent is due november first"),
        ("on 1/2 inch of ice", "on one half inch of ice"),
        ("Friday 6/13", "Friday june thirteenth"),
        ("from 2/14 to 3/9", "from february fourteenth to march ninth"),
        ("it scored 7/10", "it scored seven out of ten"),
        ("3.5/5 stars", "three point five out of five stars"),
        ("in 6/8 time", "in six eight time"), ("2017/18", "twenty seventeen eighteen"),
        ("BP of 130/85", "BP of one hundred and thirty over eighty five"),
        ("2-1/2 cups", "two and a half cups"), ("4 7/2", "four and seven halves"),
        ("3/8 in. wide", "three eighths inch wide"), ("1 1/2 lbs", "one and a half pounds"),
        ("1/8-1/4", "one eighth to one quarter"),
    ])
    func slashes(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("at 2:15", "at two fifteen"), ("a ratio of 2:15", "a ratio of two to fifteen"),
        ("rows 8-14", "rows eight to fourteen"),
        ("we meet on 8-14", "we meet on august fourteenth"),
        ("Tue-Sat", "Tuesday to Saturday"), ("June 3-9", "june third to ninth"),
        ("Oct 30 - Nov 2", "october thirtieth to november second"),
        ("$3-9", "three to nine dollars"),
        ("1366x768", "thirteen sixty six by seven hundred and sixty eight"),
        ("3x5 cm", "three by five centimeters"), ("a-1-2-b", "a-one-two-b"),
        ("3-9 June 1999", "the third to ninth of june nineteen ninety nine"),
        ("a 1:50 dilution", "a one to fifty dilution"),
        ("212 555 0142 is", "two one two, five five five, zero one four two is"),
    ])
    func pairs(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("I read 1812 pages", "I read one thousand eight hundred and twelve pages"),
        ("In 1812 people fled", "In eighteen twelve people fled"),
        ("May 9 people come", "May nine people come"), ("May 9", "may ninth"),
        ("4Q19", "the fourth quarter of nineteen"), ("FY2019", "FY twenty nineteen"),
        ("2023-03-09T08:45:00Z", "march ninth twenty twenty three at eight forty five UTC"),
        ("4,002nd", "four thousand second"), ("4th but 4rd", "fourth but four rd"),
    ])
    func years(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("9 in wide", "nine inches wide"), ("9 in all", "nine in all"),
        ("4 m wide", "four meters wide"),
        ("4 m users", "four million users"), ("4m ago", "four minutes ago"),
        ("in 9 s", "in nine seconds"),
        ("a 9 lb bag", "a nine pound bag"), ("1h 45m", "one hour forty five minutes"),
        ("bake at 375F", "bake at three hundred and seventy five degrees Fahrenheit"),
        ("$7M", "seven million dollars"), ("$.75", "seventy five cents"),
        ("a $5 bill", "a five dollar bill"),
        ("3.2e8", "three point two times ten to the power of eight"),
        (".44 magnum", "forty four magnum"),
        ("an 8-oz cup", "an eight ounce cup"), ("a run of 31:40", "a run of thirty one forty"),
        ("6'1\" or 5' tall", "six foot one or five feet tall"),
        ("at 0700 hours", "at zero seven hundred hours"),
    ])
    func units(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Boeing 767s", "Boeing seven sixty sevens"), ("an F-15", "an F-fifteen"),
        ("Room 204", "Room two oh four"),
        ("SN-48213", "SN-four eight two one three"),
        ("v3.1.4", "version three point one point four"),
        ("a 401(k)", "a four oh one k"), ("1-800-LYRE", "one, eight hundred, LYRE"),
        ("+1 (212) 555-0142", "plus one, two one two, five five five, zero one four two"),
        ("F# or C++", "F sharp or C plus plus"), ("#SlowFood", "hashtag Slow Food"),
        ("a < b", "a less than b"), ("x >= 4", "x greater than or equal to four"),
        ("2 * y", "two times y"),
        ("-2x + 1", "minus two x plus one"), ("Ω is not ω", "omega is not omega"),
        ("a 👍👍 b", "a thumbs up b"),
        ("fine :)", "fine"), ("``so``", "\"so\""), ("left/right/up", "left slash right slash up"),
        ("a@b.org/x", "a at b dot org slash x"), ("setup.js", "setup dot JS"),
        ("main.rs or it ended.then", "main dot rs or it ended.then"), ("a@b.xyz", "a at b dot XYZ"),
    ])
    func names(written: String, words: String) throws { try expect(written, words) }
}
