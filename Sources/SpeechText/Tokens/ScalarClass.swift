/// What a Unicode scalar does to the token that is being read.
enum ScalarClass {
    case letter, digit, mark, ideograph
    /// Goes with the letter before it.
    case combining
    case space, lineBreak, paragraphBreak
    /// Has no sound and parts no word: soft hyphens, direction marks, variation selectors.
    case ignorable

    init(_ scalar: Unicode.Scalar) {
        self = scalar.isASCII ? Self.ascii(scalar) : Self.other(scalar)
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> ScalarClass {
        switch scalar {
        case "a"..."z", "A"..."Z": .letter
        case "0"..."9": .digit
        case "\n", "\u{0B}": .lineBreak
        case "\u{0C}": .paragraphBreak
        case "!"..."~": .mark
        default: .space
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> ScalarClass {
        switch scalar.value {
        case 0x85, 0x2028: return .lineBreak
        case 0x2029: return .paragraphBreak
        case _ where scalar.isIdeograph: return .ideograph
        case 0xFE00...0xFE0F, 0x20E3, 0xE0100...0xE01EF: return .ignorable
        case 0x200C, 0x200D: return .ignorable
        // The figures of CO₂.
        case 0x2080...0x2089: return .digit
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .letterNumber:
            .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: .combining
        case .decimalNumber: .digit
        case .format: .ignorable
        case .spaceSeparator, .control, .surrogate, .privateUse, .unassigned: .space
        case .lineSeparator: .lineBreak
        case .paragraphSeparator: .paragraphBreak
        default: .mark
        }
    }
}

extension Unicode.Scalar {
    /// A word of its own, in writing without spaces: Chinese characters and kana.
    var isIdeograph: Bool {
        switch value {
        case 0..<0x3005: false
        case 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
