/// Values by phrases of a few tokens, written without white space: `z.B.`, `km/h`.
///
/// Most tokens begin no phrase, and are told by their first scalar alone.
struct PhraseTable<Value: Sendable>: Sendable {
    /// Tokens that a phrase may have.
    static var longest: Int { 8 }

    /// What phrases say that begin with some tokens.
    struct Node: Sendable {
        /// Whether there are phrases with more tokens.
        var goesOn = false
        /// That of the phrase in lower case, which stands for any case.
        var anyCase: Value?
        /// Those of phrases with capitals.
        var exact: [(text: String, value: Value)] = []
    }

    private let values: [String: Value]
    /// By the tokens in lower case, joined.
    private var nodes: [String: Node] = [:]
    private var starts = ScalarFilter()

    init(_ values: [String: Value]) {
        self.values = values
        for (key, value) in values {
            let line = Line(Tokenizer.tokens(of: key, markup: .none))
            guard let first = line.lower.first?.unicodeScalars.first,
                line.tokens.count <= Self.longest
            else { continue }
            starts.insert(first)
            var text = ""
            for token in line.lower.dropLast() {
                text += token
                nodes[text, default: Node()].goesOn = true
            }
            text += line.lower.last!
            if key == text {
                nodes[text, default: Node()].anyCase = value
            } else {
                nodes[text, default: Node()].exact.append((key, value))
            }
        }
    }

    /// The same table with other values for some phrases.
    func with(_ others: [String: Value]) -> PhraseTable {
        PhraseTable(values.merging(others) { $1 })
    }

    var keys: Dictionary<String, Value>.Keys { values.keys }

    subscript(phrase: String) -> Value? { values[phrase] }

    /// Whether a phrase may begin with a token that begins with this scalar, in lower case.
    func mayStart(with scalar: Unicode.Scalar) -> Bool { starts.mayContain(scalar) }

    func node(_ lowercased: String) -> Node? { nodes[lowercased] }
}

extension PhraseTable: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, Value)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
