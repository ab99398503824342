extension Token {
    /// May end a sentence.
    var isTerminator: Bool {
        guard kind == .mark else { return false }
        return switch scalar {
        case ".", "!", "?", "…", "。", "！", "？", "．", "｡", "।", "॥", "‼", "⁇", "⁈", "⁉": true
        default: false
        }
    }

    /// Ends a sentence in writing that leaves no space after it.
    var isWideTerminator: Bool {
        guard kind == .mark else { return false }
        return switch scalar {
        case "。", "！", "？", "．", "｡", "।", "॥": true
        default: false
        }
    }

    /// Has its white space in itself: none is written behind it.
    var isWideMark: Bool {
        guard kind == .mark else { return false }
        if isWideTerminator { return true }
        return switch scalar {
        case "，", "、", "；", "：": true
        default: false
        }
    }

    /// Parts what is written, and stands for no word.
    var isPunctuation: Bool {
        guard kind == .mark else { return false }
        return switch scalar {
        case ".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "{", "}": true
        default: false
        }
    }

    /// Digits, their sign, or the decimal point of those that have nothing before it.
    var mayBeginAmount: Bool {
        guard kind == .mark else { return kind == .number }
        return switch scalar {
        case "-", "−", ".", ",": true
        default: false
        }
    }

    var isClauseMark: Bool {
        guard kind == .mark else { return false }
        return switch scalar {
        case ",", ";", ":", "—", "–", "，", "、", "；", "：", "،": true
        default: false
        }
    }

    /// Closes a quotation or a bracket. Straight quotes do, when no space stands before them.
    var isCloser: Bool {
        guard kind == .mark else { return false }
        return switch scalar {
        case "\"", "'", "”", "’", "»", "›", ")", "]", "}", "」", "』", "）", "】", "》": true
        // They close in German: „Ja.“
        case "“", "‘": gap == .none
        default: false
        }
    }

    var isOpener: Bool {
        guard kind == .mark else { return false }
        return switch scalar {
        case "\"", "'", "“", "‘", "„", "«", "‹", "(", "[", "{", "「", "『", "（", "【", "《", "¿", "¡",
            "`":
            true
        default: false
        }
    }

    /// A word that touches it is written as one of its own.
    var lendsFreshStart: Bool {
        switch kind {
        case .mark: isOpener || scalar == "—" || scalar == "–" || isWideMark
        case .tag: true
        case .word: isIdeograph
        case .number, .given: false
        }
    }

    /// A word or a number, which grow together with what touches them.
    var isWordly: Bool { kind == .word || kind == .number }

    var isBullet: Bool {
        guard kind == .mark else { return false }
        return scalar == "*" || scalar == "-" || isRoundBullet
    }

    /// A bullet that is nothing else.
    var isRoundBullet: Bool {
        guard kind == .mark else { return false }
        return switch scalar {
        case "•", "‣", "◦", "⁃": true
        default: false
        }
    }

    var startsLowercase: Bool {
        kind == .word && text.unicodeScalars.first!.isLowercaseLetter
    }

    var startsUppercase: Bool {
        kind == .word && text.unicodeScalars.first!.isUppercaseLetter
    }

    var isAllUppercase: Bool {
        kind == .word && text.unicodeScalars.allSatisfy(\.isUppercaseLetter)
    }

    /// One ideograph: words begin and end beside it without white space.
    var isIdeograph: Bool {
        kind == .word && scalar.isIdeograph
    }

    func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark && scalar == mark }
}

extension Unicode.Scalar {
    fileprivate var isLowercaseLetter: Bool {
        isASCII ? ("a"..."z").contains(self) : properties.isLowercase
    }

    fileprivate var isUppercaseLetter: Bool {
        isASCII ? ("A"..."Z").contains(self) : properties.isUppercase
    }
}
