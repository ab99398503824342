import ArgumentParser
import Foundation
import SpeechText

struct Normalize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints how written text is spoken, here and without a farm.",
        discussion: """
            A line comes out for each line that goes in.

              lyre normalize "Dr. Ada paid $5 on May 3rd."
              lyre normalize --language de < zeilen.txt
              lyre normalize --explain "Chapter IV costs 1/4 of $3.50"
              lyre normalize --lexicon names.json "Ask Xiomara."
            """)

    @OptionGroup var input: TextInput
    @OptionGroup var rules: TextRuleOptions

    @Flag(help: "Tell the class of each reading and what it stands for.")
    var explain = false

    func run() throws {
        let options = TextOptions(
            locale: input.language, syntax: rules.ssml ? .ssml : .tags,
            lexicons: try rules.lexicons)
        try input.forEachText { text in
            // An empty line stays one.
            let (spokenText, readings) = try spoken(text, options)
            print(spokenText)
            if explain { print(Self.table(of: readings, in: text), terminator: "") }
        }
    }

    /// A line a reading that is more than the text itself: class, written, spoken.
    private static func table(of readings: [Reading], in text: String) -> String {
        let bytes = Array(text.utf8)
        let rows = readings.filter { $0.className != "plain" }.map { reading in
            (
                reading.className, String(decoding: bytes[reading.source], as: UTF8.self),
                reading.text
            )
        }
        let names = rows.map(\.0.count).max() ?? 0
        let sources = rows.map(\.1.count).max() ?? 0
        return rows.map { name, source, words in
            let padded = source + String(repeating: " ", count: sources - source.count)
            let label = name + String(repeating: " ", count: names - name.count)
            return "  \(label)  \(padded)  \(words.isEmpty ? "(silent)" : words)\n"
        }.joined()
    }
}
