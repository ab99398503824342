import SpeechText
import Testing

/// What English text is read as, class by class.
@Suite("English readings")
struct ReadingTests {
    private func expect(_ written: String, _ spokenText: String) throws {
        #expect(try spoken(written).text == spokenText)
    }

    @Test(arguments: [
        ("0", "zero"), ("19", "nineteen"), ("85", "eighty five"),
        ("340", "three hundred and forty"),
        ("12,045", "twelve thousand and forty five"), ("3,000,001", "three million one"),
        ("-8 below", "minus eight below"), ("007", "zero zero seven"),
        ("52310 votes", "fifty two thousand three hundred and ten votes"),
        ("1,2,3", "one,two,three"),
    ])
    func cardinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("2.75", "two point seven five"), (".5", "point five"), ("0.08", "zero point zero eight"),
        ("6.1 million", "six point one million"),
    ])
    func decimals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1st", "first"), ("the 42nd street", "the forty second street"),
        ("112th", "one hundred twelfth"),
        ("30th", "thirtieth"), ("5th", "fifth"), ("90th and 9th", "ninetieth and ninth"),
    ])
    func ordinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("in 1066", "in ten sixty six"), ("in 1800", "in eighteen hundred"),
        ("by 2003", "by two thousand three"), ("since 2024", "since twenty twenty four"),
        ("1909 was cold", "nineteen oh nine was cold"), ("the 1960s", "the nineteen sixties"),
        ("the '70s", "the seventies"),
        ("1450 people", "one thousand four hundred and fifty people"),
        ("753 BC", "seven fifty three BC"),
    ])
    func years(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("June 8, 1953", "june eighth, nineteen fifty three"),
        ("on 8 June 1953 at", "on the eighth of june nineteen fifty three at"),
        ("the 8th of June", "the eighth of june"), ("Oct. 31st", "october thirty first"),
        ("August 2019", "august twenty nineteen"),
        ("2019-11-30", "november thirtieth twenty nineteen"),
        ("7/20/1969", "july twentieth nineteen sixty nine"),
        ("25/12/2020", "the twenty fifth of december twenty twenty"),
        ("You may 5 times", "You may five times"),
    ])
    func dates(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("at 9:15", "at nine fifteen"), ("9:05 am", "nine oh five AM"), ("6pm", "six PM"),
        ("at 6 p.m. sharp", "at six PM sharp"), ("8:00", "eight o'clock"),
        ("14:30", "fourteen thirty"),
        ("1:02:03", "one hour two minutes and three seconds"), ("7 PM EST", "seven PM EST"),
        ("2pm-4pm", "two PM to four PM"),
    ])
    func times(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("$1", "one dollar"), ("$12.50", "twelve dollars fifty cents"), ("€7", "seven euros"),
        ("£0.01", "one penny"), ("$4.2 billion", "four point two billion dollars"),
        ("$9M", "nine million dollars"), ("US$30", "thirty US dollars"),
        ("¥500", "five hundred yen"),
        ("80 EUR", "eighty euros"), ("$5-$8", "five dollars to eight dollars"),
        ("$15/mo", "fifteen dollars per month"),
    ])
    func money(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("45%", "forty five percent"), ("1 kg", "one kilogram"),
        ("90 km/h", "ninety kilometers per hour"),
        ("-3°C", "minus three degrees Celsius"), ("12 m²", "twelve square meters"),
        ("16GB", "sixteen gigabytes"), ("5 ft. tall", "five feet tall"), ("3 lbs", "three pounds"),
        ("4-6 km", "four to six kilometers"), ("6 in the morning", "six in the morning"),
        ("he is 6'1\" tall", "he is six foot one tall"), ("2L/day", "two liters per day"),
        ("8 g/mol", "eight grams per mole"), ("3.5M views", "three point five million views"),
        ("2x faster", "two times faster"), ("2 tbsp. oil", "two tablespoons oil"),
    ])
    func measures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1/2", "one half"), ("3/4", "three quarters"), ("2/3", "two thirds"),
        ("1 1/2", "one and a half"),
        ("¼ cup", "one quarter cup"), ("5⅛", "five and one eighth"),
        ("open 24/7", "open twenty four seven"), ("1/9th", "one ninth"),
    ])
    func fractions(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("pages 12-18", "pages twelve to eighteen"),
        ("1939–1945", "nineteen thirty nine to nineteen forty five"),
        ("a 2:1 lead", "a two to one lead"), ("8 - 3 = 5", "eight minus three equals five"),
    ])
    func ranges(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("555-0142", "five five five, zero one four two"),
        ("(212) 555-0142", "two one two, five five five, zero one four two"),
        ("192.168.0.1", "one nine two dot one six eight dot zero dot one"),
    ])
    func telephones(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Chapter IX", "Chapter nine"), ("World War II", "World War two"),
        ("Queen Elizabeth II", "Queen Elizabeth the second"), ("Louis XIV", "Louis the fourteenth"),
        ("I am", "I am"), ("Charles C. Moody", "Charles C Moody"), ("a MIX of", "a MIX of"),
    ])
    func romans(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Dr. Grey", "Doctor Grey"), ("12 Rose Dr. is", "twelve Rose Drive is"),
        ("St. Anne", "Saint Anne"),
        ("Oak St. is", "Oak Street is"), ("Mr. and Mrs. Hay", "mister and misses Hay"),
        ("e.g. tea", "for example tea"), ("cats, dogs, etc.", "cats, dogs, etcetera."),
        ("No. 6", "Number six"), ("Oh no. Six", "Oh no. Six"), ("J. R. Hartley", "J R Hartley"),
        ("the U.S.A. today", "the USA today"), ("NASA and the FBI", "NASA and the FBI"),
        ("w/o sugar", "without sugar"), ("Reno, Nev., now", "Reno, Nevada, now"),
        ("404 Elm Ave.", "four zero four Elm Avenue."),
    ])
    func abbreviations(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("jo.k2@mail.org", "jo dot k two at mail dot org"), ("See lyre.dev.", "See lyre dot dev."),
        ("www.a-b.co.uk/x", "WWW dot a dash b dot co dot UK slash x"),
        ("https://x.org", "HTTPS colon slash slash x dot org"),
        ("version 1.2.3", "version one point two point three"),
        ("flight KL1234", "flight KL one two three four"), ("call 911", "call nine one one"),
        ("room 12B", "room twelve B"), ("Reno, NV 89501", "Reno, Nevada eight nine five zero one"),
    ])
    func electronic(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Q&A", "Q and A"), ("2+3=5", "two plus three equals five"),
        ("@home #1", "at home number one"),
        ("#spring", "hashtag spring"), ("3 < 4", "three less than four"), ("and/or", "and or"),
        ("wait—what", "wait - what"), ("wait -- what", "wait - what"), ("“Hi…”", "\"Hi...\""),
        ("*bold* and `code`", "bold and 'code'"), ("nice 🎉 day", "nice day"),
        ("1/f noise", "one over f noise"), ("a 1/b", "a one b"),
        ("1!Go", "one! Go"), ("Go!5 left", "Go! five left"), ("R&D;cash", "R and D; cash"),
        ("who?me", "who?me"), ("\"5!\"he said", "\"five!\"he said"),
    ])
    func symbols(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        "We left early, didn't we?", "\"Yes,\" she said, \"if I must.\"",
        "A well-known rock 'n' roll band",
        "May I come in?", "The Rep says no; the IT team is in (or so it seems).",
    ])
    func plainTextStays(text: String) throws { try expect(text, text) }

    @Test func readingsMapToTheSource() throws {
        let text = "Über $5 am 3rd: ok"
        let bytes = Array(text.utf8)
        let readings = try spoken(text).readings
        let money = try #require(readings.first { $0.className == "money" })
        #expect(String(decoding: bytes[money.source], as: UTF8.self) == "$5")
        let ordinal = try #require(readings.first { $0.className == "ordinal" })
        #expect(String(decoding: bytes[ordinal.source], as: UTF8.self) == "3rd")
    }
}
