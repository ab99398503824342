import ArgumentParser
import Foundation
import SpeechText

/// How a text is written, for the commands that read one.
struct TextRuleOptions: ParsableArguments {
    @Flag(help: "The text is a document of SSML.")
    var ssml = false

    @Option(
        help: ArgumentHelp(
            "How words are said: a JSON object, or a PLS document. Later ones win.",
            valueName: "file"))
    var lexicon: [String] = []

    /// The lexicons that were named; the last one first, for it counts most.
    var lexicons: [Lexicon] {
        get throws {
            try lexicon.reversed().map { try Lexicon(contentsOf: URL(fileURLWithPath: $0)) }
        }
    }
}
