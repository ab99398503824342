/// Proposes readings for spans of a line.
protocol Recognizer: Sendable {
    /// What its spans begin with: it is asked at no other token.
    var starts: TokenKinds { get }

    /// Adds what may begin at this token.
    ///
    /// It must look at a bounded number of tokens, or else the pipeline is no longer linear.
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate])
}

extension Recognizer {
    var starts: TokenKinds { .any }
}

/// The recognisers of a language, by what they begin with.
struct Recognizers: Sendable {
    private let words: [any Recognizer]
    private let numbers: [any Recognizer]
    private let marks: [any Recognizer]
    private let loosePunctuation: [any Recognizer]

    init(_ all: [any Recognizer]) {
        words = all.filter { $0.starts.contains(.word) }
        numbers = all.filter { $0.starts.contains(.number) }
        marks = all.filter { $0.starts.contains(.mark) }
        loosePunctuation = all.filter { $0.starts.contains(.loosePunctuation) }
    }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        let due: [any Recognizer]
        switch line.tokens[index].kind {
        case .word: due = words
        case .number: due = numbers
        case .mark: due = line.isLoosePunctuation(index) ? loosePunctuation : marks
        case .tag, .given: return
        }
        for recognizer in due { recognizer.propose(in: line, at: index, to: &candidates) }
    }
}
