/// Turns scalars into tokens, one at a time: a token is out as soon as its end is certain.
///
/// Each scalar is looked at once, or twice when it stood after a `<` that opened no tag.
struct Tokenizer {
    /// A longer word or number is cut, so that no token is unbounded.
    static let longestWord = 240
    static let longestNumber = 40
    private static let longestTag = 64

    private let markup: Markup
    private var open: Token?
    /// White space before the next token.
    private(set) var gap: Token.Gap
    private var breaks = 0
    /// A tag went that stood between two tokens: words must not grow together.
    private var mustPart = false
    private var lastKind: Token.Kind?
    /// Scalars after a `<` that may open a tag; nil outside of one.
    private var tag: [Unicode.Scalar]?
    private var tagStart = 0
    /// UTF-8 offset of the next scalar.
    private var offset = 0

    /// - Parameter gap: White space before the first token.
    init(markup: Markup, after gap: Token.Gap = .none) {
        self.markup = markup
        self.gap = gap
    }

    /// The tokens of a whole text.
    static func tokens(of text: String, markup: Markup) -> [Token] {
        var tokenizer = Tokenizer(markup: markup)
        var tokens: [Token] = []
        for scalar in text.unicodeScalars { tokenizer.push(scalar, into: &tokens) }
        tokenizer.finish(into: &tokens)
        return tokens
    }

    /// A character that other bytes of the source stand for.
    mutating func push(
        _ scalar: Unicode.Scalar, at source: Range<Int>, into tokens: inout [Token]
    ) {
        offset = source.lowerBound
        push(scalar, into: &tokens)
        if open != nil, tag == nil { open!.source = open!.source.lowerBound..<source.upperBound }
        offset = source.upperBound
    }

    /// A whole token that did not stand in the text so, at its place; its gap is found here.
    mutating func push(_ token: Token, into tokens: inout [Token]) {
        finish(into: &tokens)
        var token = token
        token.gap = mustPart ? max(gap, .space) : gap
        tokens.append(token)
        (gap, breaks, mustPart, lastKind) = (.none, 0, false, token.kind)
        offset = token.source.upperBound
    }

    mutating func push(_ scalar: Unicode.Scalar, into tokens: inout [Token]) {
        if let name = tag {
            if scalar == ">" {
                endTag(name, into: &tokens)
                return
            }
            if name.count < Self.longestTag, Markup.canStandInTag(scalar) {
                tag!.append(scalar)
                offset += 1
                return
            }
            abandonTag(into: &tokens)
        }
        if scalar == "<" {
            close(into: &tokens)
            tag = []
            tagStart = offset
            offset += 1
        } else {
            read(scalar, into: &tokens)
        }
    }

    /// The end of the text: what is open is closed.
    mutating func finish(into tokens: inout [Token]) {
        if tag != nil { abandonTag(into: &tokens) }
        close(into: &tokens)
    }

    private mutating func read(_ scalar: Unicode.Scalar, into tokens: inout [Token]) {
        let width = UTF8.width(scalar)
        defer { offset += width }
        let kind = ScalarClass(scalar.halfWidth)
        switch kind {
        case .ignorable:
            // Joiners shape the letters of Indic words, elsewhere they mean nothing.
            let joiner = scalar.value == 0x200C || scalar.value == 0x200D
            if joiner, open?.kind == .word { extend(.word, scalar, into: &tokens) }
        case .space: leaveGap(.space, into: &tokens)
        case .lineBreak:
            breaks += 1
            leaveGap(breaks > 1 ? .paragraph : .line, into: &tokens)
        case .paragraphBreak: leaveGap(.paragraph, into: &tokens)
        case .letter: extend(.word, scalar.halfWidth, written: scalar, into: &tokens)
        case .digit: extend(.number, scalar.asciiDigit, written: scalar, into: &tokens)
        // Those in a row that have no letter are one mark.
        case .combining: extend(open?.kind == .word ? .word : .mark, scalar, into: &tokens)
        case .mark, .ideograph:
            close(into: &tokens)
            extend(kind == .mark ? .mark : .word, scalar, into: &tokens)
            close(into: &tokens)
        }
    }

    /// - Parameter written: what stands in the source, when `scalar` is another form of it.
    private mutating func extend(
        _ kind: Token.Kind, _ scalar: Unicode.Scalar, written: Unicode.Scalar? = nil,
        into tokens: inout [Token]
    ) {
        let written = written ?? scalar
        let end = offset + UTF8.width(written)
        if let token = open {
            let isFull =
                kind == .number
                ? token.text.utf8.count == Self.longestNumber
                : end - token.source.lowerBound > Self.longestWord
            let isEdge =
                kind == .word && scalar.partsHangul(from: token.text.unicodeScalars.last!)
            if token.kind != kind || isFull || isEdge { close(into: &tokens) }
        }
        if open == nil {
            if mustPart, kind != .mark, lastKind != .mark, lastKind != nil {
                gap = max(gap, .space)
            }
            mustPart = false
            open = Token(kind: kind, text: "", source: offset..<end, gap: gap)
            open!.scalar = scalar
            gap = .none
            breaks = 0
        }
        if written != scalar || open!.written != nil {
            open!.written = (open!.written ?? open!.text) + String(written)
        }
        open!.text.unicodeScalars.append(scalar)
        open!.source = open!.source.lowerBound..<end
    }

    private mutating func close(into tokens: inout [Token]) {
        guard let token = open else { return }
        tokens.append(token)
        lastKind = token.kind
        open = nil
    }

    private mutating func leaveGap(_ wider: Token.Gap, into tokens: inout [Token]) {
        close(into: &tokens)
        gap = max(gap, wider)
    }

    private mutating func endTag(_ name: [Unicode.Scalar], into tokens: inout [Token]) {
        tag = nil
        let end = offset + 1
        switch markup.meaning(of: name) {
        case .emotive(let text):
            tokens.append(Token(kind: .tag, text: text, source: tagStart..<end, gap: gap))
            gap = .none
            breaks = 0
            lastKind = .tag
        case .words:
            mustPart = true
            offset = tagStart + 1
            for scalar in name { read(Markup.isPlain(scalar) ? scalar : " ", into: &tokens) }
            close(into: &tokens)
            mustPart = true
        case .nothing:
            mustPart = true
        }
        offset = end
    }

    /// The `<` was a mere mark; what followed it is read as text.
    private mutating func abandonTag(into tokens: inout [Token]) {
        guard let name = tag else { return }
        tag = nil
        offset = tagStart
        read("<", into: &tokens)
        for scalar in name { read(scalar, into: &tokens) }
    }
}

extension Unicode.Scalar {
    /// The ASCII digit of a decimal digit's value.
    fileprivate var asciiDigit: Unicode.Scalar {
        guard !isASCII, let value = properties.numericValue else { return self }
        return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
    }

    /// Letters and digits as wide as an ideograph are the ASCII ones.
    fileprivate var halfWidth: Unicode.Scalar {
        switch value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(value - 0xFEE0)!
        default: self
        }
    }
}
