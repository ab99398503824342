/// Indian hosts, names of files, paths, and numbers with two dots or more.
struct HindiElectronicRecognizer: Recognizer {
    private static let longest = 80

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsFresh(index), let first = line[index], first.kind != .mark,
            line.touches(index + 1), line[index + 1]?.kind == .mark
        else {
            proposeCaption(line, index, &candidates)
            return
        }
        var end = index + 1
        while end < index + Self.longest, line.touches(end), let token = line[end],
            token.kind != .tag, token.kind != .mark || Self.marks.contains(token.scalar)
        {
            end += 1
        }
        while end > index, let last = line[end - 1], last.kind == .mark, last.text != "/",
            last.text != "\\"
        {
            end -= 1
        }
        guard end > index + 2, let cost = cost(line, index, end) else { return }
        let text = line.tokens[index..<end].map(\.text).joined()
        candidates.append(Candidate(end - index, .electronic(text), cost: cost))
    }

    private func cost(_ line: Line, _ index: Int, _ end: Int) -> Int? {
        // C:\Users
        if line.isMark(index + 1, ":"), line.isMark(index + 2, "\\") { return 11 }
        var last = index
        var dot = index
        while last + 2 < end, let mark = line[last + 1], mark.kind == .mark,
            [".", "-", "_"].contains(mark.text), line[last + 2]?.kind != .mark
        {
            if mark.text == "." { dot = last + 1 }
            last += 2
        }
        let parts = (last - index) / 2 + 1
        guard dot > index, dot == last - 1, last + 1 == end || line.isMark(last + 1, "/") else {
            return nil
        }
        let isNumbers = stride(from: index, through: last, by: 2).allSatisfy {
            line.number($0) != nil && ($0 == index || line.isMark($0 - 1, "."))
        }
        // Two numbers are a decimal, three may be a date.
        if isNumbers {
            guard parts > 2 else { return nil }
            return parts == 3 ? 14 : 11
        }
        let isLatin = line[index]!.text.utf8.allSatisfy { $0 < 0x80 }
        return isLatin && Self.endings.contains(line.lower[last]) ? 11 : nil
    }

    /// The words before the number of a machine.
    private func proposeCaption(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.word(index) == "ip", line.endsWord(index + 1) else { return }
        if line.word(index + 1) == "address" {
            candidates.append(Candidate(2, .abbreviation("आई पी एड्रेस"), cost: 12))
        } else {
            candidates.append(Candidate(1, .letters("ip"), cost: 6))
        }
    }

    private static let marks: Set<Unicode.Scalar> = [
        ".", "-", "_", "/", ":", "\\", "?", "=", "&", "%", "+", "~", "#",
    ]
    /// Domains and kinds of files.
    private static let endings: Set<String> = [
        "in", "com", "org", "net", "gov", "edu", "np", "pk", "bd", "pdf", "csv", "txt", "doc",
        "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "gif", "mp3", "mp4", "wav",
        "html", "htm", "xml", "json", "zip", "rar", "exe", "py", "js", "apk",
    ]
}
