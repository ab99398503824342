/// Addresses of mail and web.
struct ElectronicRecognizer: Recognizer {
    private static let longest = 120

    /// Last parts of hosts that a language knows beside the common ones.
    var domains: Set<String> = []

    var starts: TokenKinds { [.word, .number] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        let isDotted = line.isMark(index - 1, ".") && line.startsFresh(index - 1)
        guard line.startsFresh(index) || isDotted, let first = line[index], first.kind != .mark,
            !first.isIdeograph
        else { return }
        // All that stands together; the marks of a sentence at its end are not part of it.
        var end = index + 1
        while end < index + Self.longest, line.touches(end), let token = line[end],
            token.kind != .tag, !token.isIdeograph,
            token.kind != .mark || Self.marks.contains(token.scalar),
            !(token.isHangul && line[end - 1]?.kind == .word)
        {
            end += 1
        }
        while end > index, let last = line[end - 1], last.kind == .mark, last.scalar != "/" {
            end -= 1
        }
        guard end > index + 2 else { return }
        guard isMail(line, index, end) || isWeb(line, index, end) else { return }
        let text = line.tokens[index..<end].map(\.text).joined()
        candidates.append(Candidate(end - index, .electronic(text), cost: 11))
    }

    private func isMail(_ line: Line, _ index: Int, _ end: Int) -> Bool {
        guard let at = (index + 1..<end - 1).first(where: { line.isMark($0, "@") }) else {
            return false
        }
        return (at..<end).contains { line.isMark($0, ".") }
    }

    private func isWeb(_ line: Line, _ index: Int, _ end: Int) -> Bool {
        let first = line.lower[index]
        if first == "www", line.isMark(index + 1, ".") { return true }
        if line.isMark(index + 1, ":"), line.isMark(index + 2, "/") { return first.utf8.count < 10 }
        // A bare host: its last part is a well-known domain.
        var host = index
        for dot in index + 1..<end - 1 {
            guard let mark = line[dot], mark.kind != .mark || mark.text == "." || mark.text == "-"
            else { break }
            if mark.text == "." { host = dot + 1 }
        }
        guard host > index, host + 1 == end || line.isMark(host + 1, "/") else { return false }
        let domain = line.lower[host]
        return (Self.domains.contains(domain) || domains.contains(domain))
            && line[host]!.startsLowercase
    }

    private static let marks: Set<Unicode.Scalar> = [
        ".", "-", "_", "/", ":", "@", "?", "=", "&", "%", "+", "~", "#", ",",
    ]
    private static let domains: Set<String> = [
        "com", "org", "net", "edu", "gov", "io", "co", "uk", "de", "fr", "eu", "info", "ai", "dev",
        "au", "us", "ca", "ru", "ro", "nl", "jp", "ch", "se", "pl", "tv", "net", "app", "mil",
        "biz", "es", "mx", "ar", "cl", "pe", "js", "txt", "pdf", "html", "csv", "json", "mp3",
        "mp4",
        "zip", "exe", "png", "jpg",
    ]
}
