/// Reads XML one character at a time, in bounded memory.
///
/// Only what speech markup is written in: elements, attributes, the five named entities and those by
/// number, CDATA, comments and processing instructions, which are skipped. A document type is
/// refused, and with it every entity that a document could make up.
struct XMLScanner {
    static let longestTag = 4096
    static let deepest = 64

    private enum State {
        case text
        /// After `<`, up to the `>` that ends the tag; `quote` is the one that is open.
        case tag(quote: Unicode.Scalar?)
        case entity
        case comment(dashes: Int)
        case data(brackets: Int)
        case instruction(isEnding: Bool)
    }

    private var state = State.text
    private var piece = ""
    private var pieceStart = 0
    private var offset = 0
    private var open: [String] = []
    private var hasRoot = false

    /// Takes the next character, and tells what it completes.
    /// - Throws: ``TextError/badMarkup(_:offset:)``; nothing may follow.
    mutating func push(
        _ scalar: Unicode.Scalar, into events: inout [XMLEvent]
    ) throws(TextError) {
        let start = offset
        offset += UTF8.width(scalar)
        switch state {
        case .text:
            switch scalar {
            case "<": begin(.tag(quote: nil), at: start)
            case "&": begin(.entity, at: start)
            default: try text(scalar, start..<offset, &events)
            }
        case .entity:
            guard scalar == ";" else {
                let isName =
                    scalar == "#" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                piece.unicodeScalars.append(scalar)
                guard isName, piece.utf8.count <= 10 else { throw fault("an '&' begins no entity") }
                return
            }
            guard let meaning = Self.entity(piece) else {
                throw fault("there is no entity '&\(piece);'")
            }
            state = .text
            try text(meaning, pieceStart..<offset, &events)
        case .tag(let quote):
            try tag(scalar, quote, &events)
        case .comment(let dashes):
            if scalar == ">", dashes >= 2 {
                state = .text
            } else {
                state = .comment(dashes: scalar == "-" ? dashes + 1 : 0)
            }
        case .data(let brackets):
            if scalar == ">", brackets >= 2 {
                state = .text
                return
            }
            if scalar == "]" {
                state = .data(brackets: brackets + 1)
                return
            }
            // Brackets that did not end it were text.
            for _ in 0..<brackets { try text("]", start..<start, &events) }
            state = .data(brackets: 0)
            try text(scalar, start..<offset, &events)
        case .instruction(let isEnding):
            state = scalar == ">" && isEnding ? .text : .instruction(isEnding: scalar == "?")
        }
    }

    /// The end of the document.
    func finish() throws(TextError) {
        guard case .text = state else { throw fault("the document ends within a tag") }
        if let name = open.last { throw fault("the element '\(name)' is not closed") }
        guard hasRoot else { throw fault("there is no element") }
    }

    private mutating func begin(_ next: State, at start: Int) {
        state = next
        piece = ""
        pieceStart = start
    }

    private func fault(_ reason: String) -> TextError {
        .badMarkup(reason, offset: max(0, pieceStart))
    }

    private func text(
        _ scalar: Unicode.Scalar, _ source: Range<Int>, _ events: inout [XMLEvent]
    ) throws(TextError) {
        if open.isEmpty {
            guard scalar.properties.isWhitespace || scalar == "\u{FEFF}" else {
                throw .badMarkup("text stands outside of all elements", offset: source.lowerBound)
            }
            return
        }
        events.append(.character(scalar, source: source))
    }

    private mutating func tag(
        _ scalar: Unicode.Scalar, _ quote: Unicode.Scalar?, _ events: inout [XMLEvent]
    ) throws(TextError) {
        if scalar == ">", quote == nil {
            state = .text
            return try end(piece, &events)
        }
        piece.unicodeScalars.append(scalar)
        guard piece.utf8.count <= Self.longestTag else {
            throw fault("a tag is longer than \(Self.longestTag) bytes")
        }
        switch piece {
        case "!--": state = .comment(dashes: 0)
        case "![CDATA[": state = .data(brackets: 0)
        case "?": state = .instruction(isEnding: false)
        case "!D", "!E", "!d", "!e": throw fault("document types are not read")
        default:
            if scalar == "\"" || scalar == "'" {
                state = .tag(quote: quote == nil ? scalar : quote == scalar ? nil : quote)
            }
        }
    }

    private mutating func end(_ tag: String, _ events: inout [XMLEvent]) throws(TextError) {
        let source = pieceStart..<offset
        if tag.hasPrefix("/") {
            let name = tag.dropFirst().prefix { !$0.isWhitespace }
            guard let last = open.popLast(), last == name else {
                throw fault("'</\(name)>' closes nothing that is open")
            }
            return events.append(.close(name: String(name), source: source))
        }
        let isEmpty = tag.hasSuffix("/")
        var reader = XMLTagReader(isEmpty ? tag.dropLast() : tag[...])
        guard let name = reader.name(), let attributes = reader.attributes() else {
            throw fault("'<\(tag.prefix(40))>' is no tag")
        }
        if open.isEmpty {
            guard !hasRoot else { throw fault("a second document begins") }
            hasRoot = true
        }
        guard open.count < Self.deepest else {
            throw fault("elements are nested deeper than \(Self.deepest)")
        }
        events.append(.open(name: name, attributes: attributes, source: source))
        if isEmpty {
            events.append(.close(name: name, source: source))
        } else {
            open.append(name)
        }
    }

    /// What stands between `&` and `;`.
    static func entity(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value > 0 else { return nil }
        return Unicode.Scalar(value)
    }
}
