/// The smallest piece of a text that readings are made of.
package struct Token: Hashable, Sendable {
    package enum Kind: Sendable {
        /// Letters with their combining marks; one ideograph.
        case word
        /// Decimal digits; those of other scripts are ASCII digits in the text.
        case number
        /// One punctuation mark or symbol; or combining marks that have no letter.
        case mark
        /// An emotive tag, brackets included.
        case tag
        /// Words that markup gives for what it encloses; said as they are.
        case given
    }

    /// The white space before a token.
    package enum Gap: Int, Comparable, Sendable {
        case none, space, line, paragraph

        package static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
    }

    package var kind: Kind
    package var text: String
    /// The first of the text; of most marks it is all. Comparing it is many times cheaper than to
    /// compare strings.
    package var scalar: Unicode.Scalar
    /// UTF-8 offsets in the whole source.
    package var source: Range<Int>
    package var gap: Gap
    /// The digits of another script, as they stand in the source.
    package var written: String?

    init(kind: Kind, text: String, source: Range<Int>, gap: Gap) {
        self.kind = kind
        self.text = text
        scalar = text.unicodeScalars.first ?? "\0"
        self.source = source
        self.gap = gap
    }
}
