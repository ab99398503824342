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
struct Recognizers: Sendable, ExpressibleByArrayLiteral {
    private var words: [any Recognizer]
    private var numbers: [any Recognizer]
    private var marks: [any Recognizer]
    private var loosePunctuation: [any Recognizer]

    init(_ all: [any Recognizer]) {
        words = all.filter { $0.starts.contains(.word) }
        numbers = all.filter { $0.starts.contains(.number) }
        marks = all.filter { $0.starts.contains(.mark) }
        loosePunctuation = all.filter { $0.starts.contains(.loosePunctuation) }
    }

    init(arrayLiteral all: any Recognizer...) { self.init(all) }

    /// With others that are asked before these.
    func behind(_ others: [any Recognizer]) -> Recognizers {
        guard !others.isEmpty else { return self }
        let first = Recognizers(others)
        var all = self
        all.words = first.words + words
        all.numbers = first.numbers + numbers
        all.marks = first.marks + marks
        all.loosePunctuation = first.loosePunctuation + loosePunctuation
        return all
    }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        switch line.tokens[index].kind {
        case .word: ask(words)
        case .number: ask(numbers)
        case .mark: ask(line.isLoosePunctuation(index) ? loosePunctuation : marks)
        case .tag, .given: break
        }
        /// By their places: a loop over the array itself copies each of them, for every token.
        func ask(_ due: [any Recognizer]) {
            for place in due.indices { due[place].propose(in: line, at: index, to: &candidates) }
        }
    }
}
