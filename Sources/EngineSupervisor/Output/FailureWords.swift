/// Finds, in what a program said before it ended, the words that say why.
///
/// argparse's complaint is one line. A Python program dies with tracebacks whose last lines name an
/// exception; vLLM repeats one from process to process, and all but the first only say that the
/// root cause stands above.
package struct FailureWords {
    /// A sentence of more is no sentence.
    private static let longest = 600

    private var complaint: String?
    private var exception: String?
    private var error: String?
    private var last: String?
    /// True while the next line tells what the exception did not: `1 validation error for ...`.
    private var isUnfinished = false

    package init() {}

    package mutating func push(_ line: EngineLine) {
        guard !line.isBlank else { return }
        let message = line.message
        if isUnfinished {
            isUnfinished = false
            exception = (exception ?? "") + ": " + Self.trimmed(message)
        } else if message.contains(/^[\w. -]+: error:/) {
            complaint = message
        } else if message.contains(/^(\w+\.)*\w*(Error|Exception|Interrupt|Exit)(:|$)/) {
            if exception == nil || !message.contains("root cause") {
                exception = Self.trimmed(message)
                isUnfinished = message.contains(/\d+ validation errors? for/)
            }
        } else if let level = line.level, level >= .error {
            error = message
        }
        last = message
    }

    /// What it said, in its words; nil when it said nothing.
    package var text: String? {
        (complaint ?? exception ?? error ?? last).map { words in
            words.count <= Self.longest ? words : words.prefix(Self.longest) + "..."
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        // pydantic adds the value's type and its memory of it.
        let end = start.firstRange(of: " [type=")?.lowerBound ?? start.endIndex
        return String(start[..<end])
    }
}
