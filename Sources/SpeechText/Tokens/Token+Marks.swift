extension Token {
    /// May end a sentence.
    var isTerminator: Bool {
        guard kind == .mark else { return false }
        return switch text {
        case ".", "!", "?", "…", "。", "！", "？", "．", "｡", "।", "॥", "‼", "⁇", "⁈", "⁉": true
        default: false
        }
    }

    /// Ends a sentence in writing that leaves no space after it.
    var isWideTerminator: Bool {
        guard kind == .mark else { return false }
        return switch text {
        case "。", "！", "？", "｡", "।", "॥": true
        default: false
        }
    }

    var isClauseMark: Bool {
        guard kind == .mark else { return false }
        return switch text {
        case ",", ";", ":", "—", "–", "，", "、", "；", "：", "،": true
        default: false
        }
    }

    /// Closes a quotation or a bracket. Straight quotes do, when no space stands before them.
    var isCloser: Bool {
        guard kind == .mark else { return false }
        return switch text {
        case "\"", "'", "”", "’", "»", "›", ")", "]", "}", "」", "』", "）", "】", "》": true
        default: false
        }
    }

    var isOpener: Bool {
        guard kind == .mark else { return false }
        return switch text {
        case "\"", "'", "“", "‘", "„", "«", "‹", "(", "[", "{", "「", "『", "（", "【", "《", "¿", "¡",
            "`":
            true
        default: false
        }
    }

    var isBullet: Bool {
        guard kind == .mark else { return false }
        return text == "*" || text == "-" || isRoundBullet
    }

    /// A bullet that is nothing else.
    var isRoundBullet: Bool {
        guard kind == .mark else { return false }
        return text == "•" || text == "‣" || text == "◦" || text == "⁃"
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

    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}

extension Unicode.Scalar {
    fileprivate var isLowercaseLetter: Bool {
        isASCII ? ("a"..."z").contains(self) : properties.isLowercase
    }

    fileprivate var isUppercaseLetter: Bool {
        isASCII ? ("A"..."Z").contains(self) : properties.isUppercase
    }
}
