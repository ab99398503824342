/// Postal addresses: house numbers, directions, kinds of street, states.
struct EnglishAddressRecognizer: Recognizer {
    var starts: TokenKinds { [.number, .word] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let digits = line.number(index) {
            guard line.startsWord(index), (3...4).contains(digits.utf8.count), digits.first != "0",
                let number = Int(digits), streetAt(line, after: index) != nil
            else { return }
            let words = EnglishNumbers.year(number).replacing(" oh ", with: " zero ")
            candidates.append(Candidate(1, .symbol(words), cost: 8))
        } else if let token = line[index], token.kind == .word, token.startsUppercase,
            line.startsWord(index)
        {
            proposeDirection(token, line, index, &candidates)
            proposeState(token, line, index, &candidates)
            proposeStreet(token, line, index, &candidates)
        } else if let token = line[index],
            line.word(index - 1).map(["st", "nd", "rd", "th"].contains) ?? false
                || Self.plainStreets.contains(line.lower[index])
        {
            proposeStreet(token, line, index, &candidates)
        }
    }

    /// The kind of street that ends `1200 N Main St`, not more than three words on.
    private func streetAt(_ line: Line, after index: Int) -> Int? {
        for at in (index + 1)...(index + 5) {
            guard let token = line[at], !token.isMark(",") else { return nil }
            let isNumbered = line.touches(at - 1) && line.number(at - 2) != nil
            if at > index + 1, Self.streets.contains(line.lower[at]),
                token.startsUppercase || isNumbered
                    || Self.plainStreets.contains(line.lower[at])
            {
                return at
            }
            guard token.kind != .word || token.startsUppercase || line.touches(at) else {
                return nil
            }
        }
        return nil
    }

    /// 12 Elm Ave, 40 S 1st st: the kind of street without its dot.
    private func proposeStreet(
        _ token: Token, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        let name = token.text.prefix(1).uppercased() + token.text.dropFirst()
        guard let words = EnglishWords.streets[name], line.endsWord(index + 1),
            (2...5).contains(where: { distance in
                line.number(index - distance) != nil && line.startsWord(index - distance)
                    && streetAt(line, after: index - distance) == index
            })
        else { return }
        let isDotted = line.touchingMark(index + 1, ".") && !line.isLast(index + 1)
        candidates.append(Candidate(isDotted ? 2 : 1, .abbreviation(words), cost: 7))
    }

    /// 1200 E Main Street.
    private func proposeDirection(
        _ token: Token, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let words = Self.directions[token.text] else { return }
        // W. 4th St.
        let next = line.touchingMark(index + 1, ".") ? index + 2 : index + 1
        if line.number(next) != nil, line.touchingWord(next + 1) != nil, !line.touches(next),
            Self.streets.contains(line.word(next + 2) ?? ""), line[next + 2]!.startsUppercase
        {
            candidates.append(Candidate(next - index, .abbreviation(words), cost: 7))
        }
        // Pennsylvania Ave. NW
        let kind = line.isMark(index - 1, ".") ? index - 2 : index - 1
        let isBehind =
            token.text.utf8.count == 2 && line[kind]?.startsUppercase ?? false
            && Self.streets.contains(line.lower[kind])
        guard isBehind || line.number(index - 1) != nil && streetAt(line, after: index - 1) != nil
        else { return }
        let count = line.touchingMark(index + 1, ".") && !line.isLast(index + 1) ? 2 : 1
        candidates.append(Candidate(count, .abbreviation(words), cost: 7))
    }

    /// Austin, TX and Richmond, Va.; in Mass., Calif.
    private func proposeState(
        _ token: Token, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.endsWord(index + 1) else { return }
        let isBehindComma = isBehindComma(line, index)
        if line.touchingMark(index + 1, "."), let state = EnglishStates.shortened[token.text],
            isBehindComma || EnglishStates.unmistakable.contains(token.text)
                || ["in", "of", "from", "near"].contains(line.word(index - 1) ?? "")
        {
            candidates.append(
                Candidate(line.isLast(index + 1) ? 1 : 2, .abbreviation(state), cost: 8))
        } else if isBehindComma, let state = EnglishStates.codes[token.text] {
            let isWord =
                EnglishStates.words.contains(token.text) && line.word(index + 1) != nil
            // Ann Roe, MD
            let isDegree =
                token.text == "MD" && line.number(index + 1) == nil && !isBehindPlace(line, index)
            if !isWord, !isDegree { candidates.append(Candidate(1, .abbreviation(state), cost: 8)) }
        }
    }

    /// A place and a comma stand before it; but "AS, IN, OR" are words.
    private func isBehindComma(_ line: Line, _ index: Int) -> Bool {
        guard line.isMark(index - 1, ","), let place = line[index - 2] else { return false }
        return place.startsUppercase && (place.text.utf8.count != 2 || !place.isAllUppercase)
    }

    /// In Silver Spring, MD
    private func isBehindPlace(_ line: Line, _ index: Int) -> Bool {
        (3...5).contains { distance in
            Self.placePrepositions.contains(line.word(index - distance) ?? "")
        }
    }

    private static let placePrepositions: Set<String> = [
        "in", "from", "at", "to", "of", "near", "outside", "around", "through", "via", "and",
    ]

    private static let directions = [
        "N": "North", "S": "South", "E": "East", "W": "West", "NE": "Northeast",
        "NW": "Northwest", "SE": "Southeast", "SW": "Southwest",
    ]

    /// Short kinds of street that are nothing else, and so need no capital.
    private static let plainStreets: Set<String> = [
        "ave", "blvd", "hwy", "pkwy", "expy", "fwy", "rd",
    ]

    private static let streets: Set<String> = Set(
        EnglishWords.streets.keys.map { $0.lowercased() }
            + EnglishWords.streets.values.map { $0.lowercased() })
}
