import ArgumentParser
import Foundation
import SpeechText

struct Sentences: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the sentences of a text, one a line, here and without a farm.",
        discussion: """
            Each line of the input is a text of its own. With --json, an array of sentences comes out
            for each, and a text may hold line breaks as \\n when it is given as an argument.

              lyre sentences "He met Dr. Ada. She left."
              lyre sentences --language de --json < zeilen.txt
            """)

    @OptionGroup var input: TextInput

    @Flag(help: "Print an array of JSON for each text.")
    var json = false

    func run() throws {
        try input.forEachText { text in
            let bytes = Array(text.utf8)
            let sentences = try sentenceRanges(of: text, locale: input.language).map {
                String(decoding: bytes[$0], as: UTF8.self)
            }
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = .withoutEscapingSlashes
                print(String(decoding: try encoder.encode(sentences), as: UTF8.self))
            } else {
                // A sentence over several lines stays one line.
                for sentence in sentences {
                    print(sentence.split(separator: "\n").joined(separator: " "))
                }
            }
        }
    }
}
