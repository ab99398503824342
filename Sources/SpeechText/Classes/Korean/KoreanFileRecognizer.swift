/// Names of files and hosts with Hangul in them, and hosts of Korea: 사진.jpg, lyre.co.kr.
struct KoreanFileRecognizer: Recognizer {
    private static let longest = 24

    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsFresh(index), let first = line[index], first.kind == .word else { return }
        var end = index + 1
        var last: Int?
        while end < index + Self.longest, let token = line[end], token.gap == .none {
            if token.kind == .mark {
                guard [".", "-", "_"].contains(token.text), line.touches(end + 1),
                    line[end + 1]?.kind != .mark
                else { break }
            } else if line.isMark(end - 1, "."), token.kind == .word {
                let figure = line.touchingNumber(end + 1)
                if KoreanAddresses.isEnding(line.lower[end] + (figure ?? "")) {
                    if figure != nil { end += 1 }
                    last = end
                    if line.touches(end + 1), line[end + 1]?.isHangul ?? false { break }
                }
            }
            end += 1
        }
        guard let last, line.endsWord(last + 1) else { return }
        let text = line.tokens[index...last].map(\.text).joined()
        candidates.append(Candidate(last + 1 - index, .electronic(text), cost: 11))
    }
}
