import Foundation

extension Lexicon {
    /// Bytes of a file.
    public static let largestFile = 16 << 20

    /// Reads a file: a JSON object of written forms and what is spoken for them, or a lexicon in the
    /// Pronunciation Lexicon Specification (PLS 1.0), of which aliases count.
    /// - Throws: ``LexiconError``, which names the file.
    public init(contentsOf file: URL) throws(LexiconError) {
        let name = file.lastPathComponent
        guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else {
            throw LexiconError("the lexicon \(file.path) cannot be read")
        }
        guard data.count <= Self.largestFile else {
            throw LexiconError("\(name) is larger than \(Self.largestFile) bytes")
        }
        let text: String
        do { text = try validatedText(bytes: data) } catch {
            throw LexiconError("\(name): \(error)")
        }
        do throws(LexiconError) {
            let isXML = text.first { !$0.isWhitespace && $0 != "\u{FEFF}" } == "<"
            self = try isXML ? Lexicon(pls: text) : Lexicon(json: data)
        } catch {
            throw LexiconError("\(name): \(error)")
        }
    }

    /// An object of written forms and what is spoken for them.
    public init(json: Data) throws(LexiconError) {
        self.init()
        guard let entries = try? JSONDecoder().decode([String: String].self, from: json) else {
            throw LexiconError("it is no JSON object of strings")
        }
        for (written, spoken) in entries.sorted(by: { $0.key < $1.key }) {
            try add(written, spoken: spoken)
        }
    }

    /// A PLS document. Each grapheme of a lexeme is said as its first alias; what has phonemes alone
    /// is left out, since the model reads letters.
    public init(pls: String) throws(LexiconError) {
        self.init()
        var reader = PLSReader()
        do throws(TextError) {
            var scanner = XMLScanner()
            var events: [XMLEvent] = []
            for scalar in pls.unicodeScalars {
                try scanner.push(scalar, into: &events)
                for event in events { reader.take(event) }
                events.removeAll(keepingCapacity: true)
            }
            try scanner.finish()
        } catch {
            throw LexiconError("\(error)")
        }
        guard reader.isLexicon else { throw LexiconError("its outermost element is no <lexicon>") }
        for (written, spoken) in reader.entries { try add(written, spoken: spoken) }
    }
}

/// Collects the lexemes of a PLS document.
private struct PLSReader {
    private(set) var entries: [(written: String, spoken: String)] = []
    private(set) var isLexicon = false
    private var depth = 0
    private var graphemes: [String] = []
    private var alias: String?
    private var text: String?

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .open(let name, _, _):
            if depth == 0 { isLexicon = name == "lexicon" }
            depth += 1
            if name == "lexeme" { (graphemes, alias) = ([], nil) }
            text = name == "grapheme" || name == "alias" ? "" : nil
        case .character(let scalar, _): text?.unicodeScalars.append(scalar)
        case .close(let name, _):
            depth -= 1
            let words = text?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
            if name == "grapheme" { graphemes.append(words) }
            if name == "alias", alias == nil { alias = words }
            if name == "lexeme", let alias { entries += graphemes.map { ($0, alias) } }
            text = nil
        }
    }
}
