import ArgumentParser
import Foundation
import Orpheus
import SpeechText

/// Where the commands that only work on text get theirs, and its language.
struct TextInput: ParsableArguments {
    @Option(
        help: """
            The language of the text: en, de, fr, es, it, zh, hi or ko; with a country where it is \
            written otherwise: en-GB, es-MX, de-CH, fr-BE.
            """)
    var language = TextLocale(.en)

    @Argument(help: "The text; without one, each line of standard input is a text.")
    var text: String?

    /// Calls `body` for each text, with the number of its line.
    func forEachText(_ body: (String) throws -> Void) throws {
        if let text { return try body(text) }
        guard let input = fdopen(STDIN_FILENO, "r") else {
            throw FarmError("standard input cannot be read")
        }
        var number = 0
        while let line = Self.nextLine(of: input) {
            number += 1
            do {
                try body(try validatedText(bytes: line))
            } catch let error as TextError {
                throw FarmError("line \(number): \(error)")
            }
        }
    }

    /// The bytes of a line, without its end; nil at the end of the input.
    private static func nextLine(of input: UnsafeMutablePointer<FILE>) -> [UInt8]? {
        var start: UnsafeMutablePointer<CChar>?
        var room = 0
        defer { free(start) }
        let count = getline(&start, &room, input)
        guard count >= 0, let start else { return nil }
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        let isEnded = bytes.last == UInt8(ascii: "\n")
        return Array(bytes.dropLast(isEnded ? 1 : 0))
    }
}

extension Voice.Language: ExpressibleByArgument {}

extension TextLocale: ExpressibleByArgument {
    public init?(argument: String) { self.init(tag: argument) }
}
