import SpeechText
import Testing

/// English sentences whose written forms only the words around them tell apart.
@Suite("Ambiguous English")
struct EnglishAmbiguityTests {
    private func expect(_ written: String, _ spokenText: String) throws {
        #expect(try spoken(written).text == spokenText)
    }

    @Test(arguments: [
        (
            "We met at St. Anne's Sq. near Bell St.",
            "We met at Saint Anne's Square near Bell Street."
        ),
        ("Dr. Moss left Oak Dr. at dusk", "Doctor Moss left Oak Drive at dusk"),
        ("at W. 9th St. in York", "at West ninth Street in York"),
        ("St. James's St.", "Saint James's Street."), ("Wm. Ray", "William Ray"),
        ("14 Fern Ave. NW", "fourteen Fern Avenue Northwest"),
        (
            "6 Los Robles hwy, Tampa, FL, 33602",
            "six Los Robles Highway, Tampa, Florida, three three six zero two"
        ),
        ("Pt. Loma, Rte. 9 and pt. 4", "Point Loma, Route nine and part four"),
        ("c/o Ms. Ray", "care of miz Ray"),
        (
            "in Tucson, Ariz., and Mass. too",
            "in Tucson, Arizona, and Mass. too"
        ),
        ("Lee Wu, MD, of Towson, MD", "Lee Wu, MD, of Towson, Maryland"),
        ("at 12° 5′ 9″ S", "at twelve degrees five minutes nine seconds south"),
        ("Ste. 14", "Suite fourteen"),
    ])
    func places(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        (
            "Mary Hart (b. 1871, d. 1940)",
            "Mary Hart (born eighteen seventy one, died nineteen forty)"
        ),
        ("a chapel of the 12th c. stands", "a chapel of the twelfth century stands"),
        ("He ate a fig. 4 were left", "He ate a fig. four were left"),
        ("see Eq. (7)", "see Equation (seven)"), ("secs. 2-4", "sections two to four"),
        ("2 c. flour and 1/2 c. milk", "two cups flour and one half cup milk"),
        ("the avg. temp. is 9", "the average temperature is nine"),
        ("the 3rd ed. of it", "the third edition of it"), ("Op. 27", "Opus twenty seven"),
        ("Max. load", "Maximum load"), ("w/in reach", "within reach"),
        ("the 1st Bn.", "the first Battalion."), ("of Gen. X", "of General X"),
        ("60 pp. of it", "sixty pages of it"),
        ("$8 est.", "eight dollars estimated."), ("est. 1960", "established nineteen sixty"),
        ("with Sr. Ann", "with Sister Ann"), ("Bo Ray Sr. sang", "Bo Ray Senior sang"),
        ("U.S. v. Ray", "US versus Ray"), ("b. 7/8/61", "born july eighth sixty one"),
        ("a 19th-c. hall", "a nineteenth-century hall"), ("the mid-'70s", "the mid-seventies"),
        ("read Gen. 2", "read Genesis two"),
        ("the # of cats", "the number of cats"), ("5-6 tbsp. oil", "five to six tablespoons oil"),
        ("1 1/2 c. milk", "one and a half cups milk"),
        ("the Asst. Mgr. of Intl. Sales", "the Assistant Manager of International Sales"),
    ])
    func shortened(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("On Sat. we sleep", "On Saturday we sleep"),
        ("He sat. Then he slept.", "He sat. Then he slept."),
        ("Come Sun. at six", "Come Sunday at six"), ("in the sun", "in the sun"),
        ("open Sat and Sun", "open Saturday and Sunday"), ("I met Jan.", "I met Jan."),
        ("rain in Nov. and Dec.", "rain in November and December."),
        ("open Mon-Thu 8-4", "open Monday to Thursday eight to four"),
        ("Mon.-Sat. 8 a.m.-6 p.m. only", "Monday to Saturday eight AM to six PM only"),
    ])
    func shortDays(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Mark 4:9", "Mark four nine"), ("Ps. 23:1", "Psalm twenty three one"),
        ("1 Cor. 13:4-7", "First Corinthians thirteen four to seven"),
        ("at 11:05", "at eleven oh five"), ("odds of 4:9", "odds of four to nine"),
        ("12:00 noon", "twelve noon"), ("at 0715", "at zero seven fifteen"),
        ("at 9h45", "at nine forty five"), ("it took 3h05", "it took three hours five minutes"),
        ("9:15 AM - 2:00 PM", "nine fifteen AM to two PM"), ("noon-2pm", "noon to two PM"),
        ("9:15-noon", "nine fifteen to noon"),
        ("the '20-'21 term", "the twenty to twenty one term"),
        ("by 3-14-24", "by march fourteenth twenty four"),
        ("3-14-24", "three-fourteen-twenty four"),
        ("GMT-4", "GMT minus four"), ("at 18:00 hrs", "at eighteen hundred hours"),
        ("07/2019", "july twenty nineteen"), ("May '20", "May twenty"),
        ("Feb '20", "February twenty"),
        (
            "June 2001–May 2003",
            "june two thousand one to may two thousand three"
        ),
    ])
    func colonsAndTimes(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("slide 4/9", "slide four of nine"), ("What is 9-6?", "What is nine minus six?"),
        ("They won 9-6", "They won nine to six"), ("a 4-3 defense", "a four three defense"),
        ("12 / 4 = 3", "twelve divided by four equals three"),
        ("5%-8%", "five percent to eight percent"), ("5% - 8%", "five percent to eight percent"),
        ("$5 - $8", "five dollars to eight dollars"), ("a 60-40 split", "a sixty forty split"),
        ("two 2x6s", "two two by sixes"),
        ("1 234 567", "one million two hundred thirty four thousand five hundred and sixty seven"),
        ("1,000s of us", "thousands of us"),
        ("6\" x 9\" card", "six inches by nine inches card"),
        ("a 3x3 grid", "a three by three grid"), ("⅐ and 2⅑", "one seventh and two and one ninth"),
        ("12 500 000 stars", "twelve million five hundred thousand stars"),
    ])
    func pairs(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("Part I-III", "Part one to three"), ("act II, scene iv", "act two, scene four"),
        ("Frank Moss III sang", "Frank Moss the third sang"), ("Dark Seas III", "Dark Seas three"),
        ("Super Bowl L", "Super Bowl fifty"),
        ("size L", "size L"),
        ("I like part I.", "I like part one."), ("the part I like", "the part I like"),
        ("the Saturn V", "the Saturn five"), ("the XVIIth century", "the seventeenth century"),
        ("Charles I am", "Charles I am"),
    ])
    func romans(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("$4-6M", "four to six million dollars"), ("a $9 fee", "a nine dollar fee"),
        ("a $3 million loss", "a three million dollar loss"),
        ("for $9 only", "for nine dollars only"), ("the $9 fee", "the nine dollar fee"),
        ("the $9 he owes", "the nine dollars he owes"), ("$40 CAD", "forty Canadian dollars"),
        ("$5s", "fives"), ("9 PLN", "nine zlotys"),
        ("₱80", "eighty pesos"),
        ("$3 mil", "three million dollars"),
        ("Rs 4 lakh", "four lakh rupees"),
        ("a $7-billion fund", "a seven billion dollar fund"),
        ("$20s or $50s", "twenties or fifties"),
        ("8M voters", "eight million voters"), ("ran a 10k", "ran a ten k"),
        ("earns 70k", "earns seventy thousand"), ("a 4K film by 3M", "a four K film by three M"),
        ("my 401k", "my four oh one k"),
    ])
    func scales(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("it is 31 C outside", "it is thirty one degrees Celsius outside"),
        ("1.2 g/cm³", "one point two grams per cubic centimeter"),
        ("6 l/100 km", "six liters per one hundred kilometers"),
        ("40 ft-lb", "forty foot pounds"),
        ("3 μF and 2 nF", "three microfarads and two nanofarads"),
        ("7 MBps", "seven megabytes per second"), ("a 64 bit bus", "a sixty four bit bus"),
        ("2 TV sets for 3 MA", "two TV sets for three MA"),
        ("6 µm", "six micrometers"), ("19 ℃", "nineteen degrees Celsius"),
        ("40 degrees F", "forty degrees Fahrenheit"), ("the 9 km run", "the nine kilometer run"),
        ("$2 per lb.", "two dollars per pound."), ("8 fl. oz. milk", "eight fluid ounces milk"),
        ("3 qt. milk", "three quarts milk"),
        ("at 350° F. for an hour", "at three hundred and fifty degrees Fahrenheit for an hour"),
        ("60 W bulbs", "sixty watt bulbs"), ("5 pcs. of it", "five pieces of it"),
        ("hit 25 HR", "hit twenty five HR"), ("at 52° N", "at fifty two degrees north"),
        ("a 45° turn", "a forty five degree turn"),
        ("up 2 %-points", "up two percentage points"), ("a 6\" nail", "a six inch nail"),
        ("\"I have 6\" he said", "\"I have six\" he said"),
        ("a 20' ladder", "a twenty foot ladder"),
        ("3'45\"", "three minutes forty five seconds"), ("grew 2-3x", "grew two to three times"),
    ])
    func units(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("I-280", "I-two eighty"),
        ("US 395", "US three ninety five"),
        ("an A340", "an A three forty"),
        ("two 767s", "two seven sixty sevens"), ("a 747-400", "a seven forty seven-four hundred"),
        ("an iPhone 5s", "an iPhone five s"), ("My PIN is 8052", "My PIN is eight zero five two"),
        (
            "5500 0000 0000 0004",
            "five five zero zero, zero zero zero zero, zero zero zero zero, zero zero zero four"
        ),
        ("a B- in art", "a B minus in art"), ("[B AH1 S]", "[B AH1 S]"),
        ("+1.212.555.0142", "plus one, two one two, five five five, zero one four two"),
        ("#A-17 on .NET", "number A-seventeen on dot NET"), ("#covid-19", "hashtag covid-nineteen"),
        ("Troy, N.Y. 12180", "Troy, N Y one two one eight zero"),
        ("text 80800", "text eight zero eight zero zero"),
        (
            "(212) 555-0142 x31",
            "two one two, five five five, zero one four two, extension, three one"
        ),
        ("my ID is 7720", "my ID is seven seven two zero"), ("Route 9W", "Route nine W"),
        ("on 24/7/365", "on twenty four, seven, three hundred and sixty five"),
        (
            "no. 45/73120/2019",
            "number forty five, seven three one two zero, two thousand and nineteen"
        ),
        ("the 737 left", "the seven thirty seven left"), ("a Porsche 911", "a Porsche nine eleven"),
        ("the 747 people", "the seven hundred and forty seven people"),
        ("0A:1B:22:33:44:55", "zero A, one B, two two, three three, four four, five five"),
        ("10.0.0.7:80", "one zero dot zero dot zero dot seven colon eighty"),
        ("on D:\\data", "on D colon backslash data"),
        ("H.265 video", "H dot two hundred and sixty five video"),
        ("rule 9(c)", "rule nine c"),

    ])
    func names(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        "The cat sat in the sun, and may march on.", "IT is hard for us, but who is the WHO?",
        "My sister-in-law isn't a well-known co-author.", "Mark my words: it's no art.",
        "Then I, Claudius, mixed the civil and the vivid.", "\"Stop,\" said O'Neil. \"No way.\"",
        "Jan likes April and June.", "Vitamin C and Plan B", "She mixed LIVID with CIVIL.",
    ])
    func plainSentencesStay(written: String) throws { try expect(written, written) }
}
