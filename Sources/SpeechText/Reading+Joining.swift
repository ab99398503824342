extension Collection<Reading> {
    /// The readings as one line: spaces where the source has them, between words that a reading
    /// brought together, and behind marks that end a clause beside a reading: "5!Go", "Go!5".
    ///
    /// Calls `body` with the place of each reading in it, as UTF-8 offsets.
    func spokenText(_ body: (Range<Int>) -> Void = { _ in }) -> String {
        var line = ""
        var previous: Reading?
        // What has no sound parts words: and/or. It owes no space to a mark: "NY 😀."
        var isSilence = false
        // Since the last space of the source.
        var hasReading = false
        for reading in self {
            if reading.text.isEmpty {
                isSilence = isSilence || reading.spaced || !reading.source.isEmpty
                body(line.utf8.count..<line.utf8.count)
                continue
            }
            let owed =
                reading.spaced || reading.text.first == " "
                || isSilence && !reading.isClosingMark
            hasReading = !owed && hasReading || reading.className != "plain"
            if let previous,
                owed || reading.mustPart(from: previous)
                    || hasReading && reading.beginsBehindClause(previous)
            {
                line += " "
            }
            // Dashes bring their own spaces.
            let start = line.utf8.count
            line += reading.text.trimmingSpaces
            body(start..<line.utf8.count)
            previous = reading
            isSilence = reading.text.last == " "
        }
        return line
    }

    /// Whether there is a letter, a digit or a tag in it.
    var isSpeakable: Bool { contains { $0.isSpeakable } }
}

extension [Reading] {
    /// The readings as one line, where each has its place from then on.
    mutating func join() -> String {
        var at = startIndex
        var places: [Range<Int>] = []
        places.reserveCapacity(count)
        let line = spokenText { places.append($0) }
        for place in places {
            self[at].spoken = place
            at += 1
        }
        return line
    }

    /// The same readings behind so many bytes of spoken text.
    func shifted(by offset: Int) -> [Reading] {
        guard offset > 0 else { return self }
        return map { reading in
            var reading = reading
            reading.spoken =
                (reading.spoken.lowerBound + offset)..<(reading.spoken.upperBound + offset)
            return reading
        }
    }
}

extension Reading {
    var isSpeakable: Bool {
        className == "tag" || text.unicodeScalars.contains(where: \.isWordly)
    }

    /// Words of which one was made by a reading do not grow together; tags stand alone.
    fileprivate func mustPart(from previous: Reading) -> Bool {
        let isPlain = className == "plain" && previous.className == "plain"
        let touch = text.startsWithWord && previous.text.endsWithWord
        if className == "tag" { return !previous.text.endsWithOpener }
        if previous.className == "tag" { return text.startsWithWord || !isMark }
        // (a+b)²
        if className != "plain", previous.text == ")" { return text.startsWithWord }
        return touch && !isPlain && !previous.endsWithIdeograph && !startsWithIdeograph
            && !growsTogether(with: previous)
    }

    fileprivate func beginsBehindClause(_ previous: Reading) -> Bool {
        previous.className == "plain" && ["!", "?", ";"].contains(previous.text)
            && text.startsWithWord && !startsWithIdeograph
    }

    /// Hangul goes on behind a reading, as particles and counters do. A reading behind Hangul begins
    /// a word, but for marks, letters behind letters, and the figures of a number: 제삼, 이만오천.
    private func growsTogether(with previous: Reading) -> Bool {
        guard text.startsWithHangul, previous.text.endsWithHangul else { return false }
        switch (previous.className, className) {
        case ("letters", "letters"), ("symbol", _), (_, "symbol"): return true
        case ("plain", _): return "제만억조경천백".contains(previous.text.last!)
        default: return className == "plain"
        }
    }

    private var startsWithIdeograph: Bool { text.unicodeScalars.first.map(\.isIdeograph) ?? false }
    private var endsWithIdeograph: Bool { text.unicodeScalars.last.map(\.isIdeograph) ?? false }

    fileprivate var isClosingMark: Bool {
        className == "plain" && [".", ",", ";", ":", "!", "?", ")"].contains(text)
    }

    private var isMark: Bool { className == "plain" && !text.startsWithWord }
}

extension String {
    fileprivate var trimmingSpaces: Substring {
        var text = self[...]
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return text
    }

    fileprivate var startsWithWord: Bool { unicodeScalars.first.map(\.isWordly) ?? false }
    fileprivate var endsWithWord: Bool { unicodeScalars.last.map(\.isWordly) ?? false }
    fileprivate var endsWithOpener: Bool { last == "(" || last == "\"" || last == "'" }
}

extension Unicode.Scalar {
    /// A letter or a digit of any script.
    fileprivate var isWordly: Bool {
        if isASCII {
            return ("a"..."z").contains(self) || ("A"..."Z").contains(self)
                || ("0"..."9").contains(self)
        }
        return properties.isAlphabetic || properties.numericType != nil
    }
}
