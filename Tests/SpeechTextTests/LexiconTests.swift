import Foundation
import SpeechText
import Testing

/// Words that are said as a lexicon has them.
@Suite("Lexicon")
struct LexiconTests {
    private func lexicon(_ entries: [(String, String)]) throws -> Lexicon {
        var lexicon = Lexicon()
        for (written, words) in entries { try lexicon.add(written, spoken: words) }
        return lexicon
    }

    @Test(arguments: [
        ("Nginx and nginx", "engine x and engine x"),
        ("the NATO list", "the nay toe list"), ("a nato list", "a nato list"),
        ("New York", "the city"), ("New York Times", "the paper"), ("NewYork", "NewYork"),
        ("C++ or C", "see plus plus or C"), ("It is 5G.", "It is fifth generation."),
        ("nginxes", "nginxes"), ("<laugh> nginx!", "<laugh> engine x!"),
        ("v2.0 runs", "second edition runs"),
    ])
    func entriesWin(written: String, expected: String) throws {
        let lexicon = try lexicon([
            ("nginx", "engine x"), ("NATO", "nay toe"), ("New York", "the city"),
            ("New York Times", "the paper"), ("C++", "see plus plus"), ("5G", "fifth generation"),
            ("v2.0", "second edition"),
        ])
        #expect(try spoken(written, TextOptions(lexicons: [lexicon])).text == expected)
    }

    @Test func theUsersEntriesReplaceThoseOfTheInstallation() throws {
        let installed = try lexicon([("SQL", "sequel"), ("GUI", "gooey")])
        let own = try lexicon([("SQL", "S Q L")])
        let options = TextOptions(lexicons: [own, installed])
        #expect(try spoken("SQL GUI", options).text == "S Q L gooey")
        let merged = try installed.merged(with: own)
        #expect(try spoken("SQL GUI", TextOptions(lexicons: [merged])).text == "S Q L gooey")
        #expect(merged.count == 2)
    }

    @Test func textThatIsNotReadHasItsLexiconAllTheSame() throws {
        let options = TextOptions(normalization: .off, lexicons: [try lexicon([("kg", "kilos")])])
        let said = try spoken("5 kg", options).text
        #expect(said == "5 kilos")
    }

    @Test func noEntryMakesATag() throws {
        let options = TextOptions(lexicons: [try lexicon([("x", "<laugh> <|eot|>")])])
        let text = try spoken("x", options).text
        #expect(!text.contains("<") && !text.contains(">"))
    }

    @Test func itsSourceCanBeFound() throws {
        let options = TextOptions(lexicons: [try lexicon([("New York", "the city")])])
        let reading = try #require(
            try spoken("In New York.", options).readings.first {
                $0.className == "lexicon"
            })
        #expect(reading.source == 3..<11)
    }

    @Test(arguments: [("", "x"), ("...", "x"), (String(repeating: "a", count: 300), "x")])
    func whatIsNoEntryIsRefused(written: String, words: String) {
        #expect(throws: LexiconError.self) { try lexicon([(written, words)]) }
    }

    private func file(_ text: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appending(path: "lyre-lexicon-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        return file
    }

    @Test(arguments: [
        #"{"SQL": "sequel", "GUI": "gooey"}"#,
        """
        <?xml version="1.0"?>
        <lexicon version="1.0" alphabet="ipa" xml:lang="en">
          <lexeme><grapheme>SQL</grapheme><alias>sequel</alias><alias>no</alias></lexeme>
          <lexeme><grapheme>GUI</grapheme><grapheme>gui</grapheme><alias> gooey\n </alias></lexeme>
          <lexeme><grapheme>IPA</grapheme><phoneme>a</phoneme></lexeme>
        </lexicon>
        """,
    ])
    func files(text: String) throws {
        let file = try file(text)
        defer { try? FileManager.default.removeItem(at: file) }
        let options = TextOptions(lexicons: [try Lexicon(contentsOf: file)])
        #expect(try spoken("SQL GUI IPA", options).text.hasPrefix("sequel gooey "))
    }

    @Test(arguments: [
        ("[1]", "it is no JSON object of strings"),
        ("{\"a\": 1}", "it is no JSON object of strings"),
        ("<words/>", "its outermost element is no <lexicon>"),
        ("<lexicon>", "the element 'lexicon' is not closed"),
    ])
    func filesThatAreNone(text: String, reason: String) throws {
        let file = try file(text)
        defer { try? FileManager.default.removeItem(at: file) }
        let error = #expect(throws: LexiconError.self) { try Lexicon(contentsOf: file) }
        #expect(error?.description.contains(reason) == true)
        #expect(error?.description.contains(file.lastPathComponent) == true)
    }
}
