import Foundation
import Orpheus

/// How a reading compares with those that are accepted: exactly, but for what nobody hears, or but
/// for ways to say the same.
enum ReadingScore: Int, Comparable {
    case wrong, tolerant, lenient, strict

    static func < (left: ReadingScore, right: ReadingScore) -> Bool {
        left.rawValue < right.rawValue
    }

    init(_ reading: String, accepted: [String], language: Voice.Language) {
        let rules = Rules(language: language)
        func matches(_ form: (String) -> String) -> Bool {
            let own = form(reading)
            return accepted.contains { form($0) == own }
        }
        self =
            matches(Rules.strict)
            ? .strict
            : matches(rules.lenient) ? .lenient : matches(rules.tolerant) ? .tolerant : .wrong
    }

    /// The forms in which readings are compared.
    private struct Rules {
        let language: Voice.Language

        static func strict(_ text: String) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        /// Case, marks, hyphens and the English "and" do not count; letters said one by one are
        /// one word; where words are written together, white space does not count.
        func lenient(_ text: String) -> String {
            let words = words(of: text)
            switch language {
            case .de, .zh, .ko: return words.joined()
            default: return joiningLetters(words).joined(separator: " ")
            }
        }

        private func words(of text: String) -> [String] {
            var plain = ""
            for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
            {
                switch scalar.properties.generalCategory {
                case _ where scalar == "'" || scalar == "’" || scalar == "\u{AD}": break
                case .spaceSeparator, .lineSeparator, .paragraphSeparator, .connectorPunctuation,
                    .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                    .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
                    .modifierSymbol, .otherSymbol:
                    plain += " "
                default: plain.unicodeScalars.append(scalar)
                }
            }
            let words = plain.replacingOccurrences(of: "ß", with: "ss").split(separator: " ")
            return words.map(String.init).filter { language != .en || $0 != "and" }
        }

        private func joiningLetters(_ words: [String]) -> [String] {
            var joined: [String] = []
            var letters = ""
            for word in words {
                if word.count == 1, word.first!.isLetter {
                    letters += word
                } else {
                    if !letters.isEmpty { joined.append(letters) }
                    letters = ""
                    joined.append(word)
                }
            }
            return letters.isEmpty ? joined : joined + [letters]
        }

        /// In English, words that mean the same are one, and so are both orders of a date.
        func tolerant(_ text: String) -> String {
            guard language == .en else { return lenient(text) }
            var words = lenient(text).split(separator: " ").map {
                Self.folded[String($0)] ?? String($0)
            }
            for (british, american) in Self.spellings {
                words = words.map { $0.replacingOccurrences(of: british, with: american) }
            }
            words = words.map(Self.americanEnding)
            return monthsFirst(words).joined()
        }

        /// Of "colours" and "realised".
        private static func americanEnding(_ word: String) -> String {
            for tail in ["", "s", "ed", "ing", "able", "ite", "ites"]
            where word.hasSuffix("our" + tail) {
                return word.dropLast(tail.count + 3) + "or" + tail
            }
            let tails = ["e", "ed", "es", "ing", "ation", "ations", "er", "ers"]
            for tail in tails where word.hasSuffix("is" + tail) {
                return word.dropLast(tail.count + 2) + "iz" + tail
            }
            return word
        }

        /// "the third of May" and "May the third" become "May third".
        private func monthsFirst(_ words: [String]) -> [String] {
            var words = words
            for (at, word) in words.enumerated().reversed() where Self.months.contains(word) {
                if at >= 2, words[at - 1] == "of" {
                    var start = at - 2
                    if start > 0, ["twenty", "thirty"].contains(words[start - 1]) { start -= 1 }
                    let hasArticle = start > 0 && words[start - 1] == "the"
                    let day = Array(words[start...(at - 2)])
                    words.replaceSubrange((hasArticle ? start - 1 : start)...at, with: [word] + day)
                } else if at + 1 < words.count, words[at + 1] == "the" {
                    words.remove(at: at + 1)
                }
            }
            return words
        }

        private static let months: Set<String> = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december",
        ]
        private static let folded: [String: String] = [
            "oh": "zero", "o": "zero", "misses": "mrs", "missus": "mrs", "mister": "mr",
            "negative": "minus", "fourth": "quarter", "fourths": "quarters", "backslash": "slash",
        ]
        private static let spellings: [(String, String)] = [
            ("centre", "center"), ("theatre", "theater"), ("metre", "meter"), ("litre", "liter"),
            ("defence", "defense"), ("licence", "license"), ("grey", "gray"), ("travell", "travel"),
            ("programme", "program"), ("catalogue", "catalog"), ("jewell", "jewel"),
        ]
    }
}
