extension Line {
    /// Tokens that are looked at before an ordinal.
    private static var farthest: Int { 12 }

    /// The ending that the words before an ordinal ask of it: am dritten, der dritte, dritter.
    func germanEnding(_ index: Int, gender: Form.Gender?) -> String {
        let at = pastJoinedOrdinals(index - 1, from: index)
        guard let word = word(at) else { return Self.strong(gender) }
        if Self.weakWords.contains(word) { return "en" }
        if Self.nominatives.contains(word) { return "e" }
        if Self.derWords.contains(word) { return endingAfterDer(at, gender) }
        guard gender != nil else { return Self.strong(nil) }
        if ["bis", "ab", "seit"].contains(word), gender == .masculine { return "en" }
        if Self.datives.contains(word) { return gender == .feminine ? "er" : "em" }
        return Self.strong(gender)
    }

    /// Goes back over what an ordinal shares its article with: `am 1. und 2. Mai`, `am Montag, 3.`.
    private func pastJoinedOrdinals(_ start: Int, from index: Int) -> Int {
        var at = start
        while at > 1, at > index - Self.farthest {
            if let joint = word(at), Self.joints.contains(joint) || joint == "bis" {
                // `vom 1. Mai bis 3. Juni`
                let month = word(at - 1).map { GermanWords.months[$0] != nil } ?? false
                let dot = month ? at - 2 : at - 1
                guard isMark(dot, "."), number(dot - 1) != nil else { return at }
                at = beforeDay(dot - 2)
            } else if isMark(at, ",") || isDash(at) || isMark(at, "/") {
                if let day = word(at - 1), GermanWords.weekdayNames.contains(day) {
                    at -= 2
                } else if isMark(at - 1, "."), number(at - 2) != nil {
                    at = beforeDay(at - 3)
                } else {
                    return at
                }
            } else if let day = word(at), GermanWords.weekdayNames.contains(day) {
                at -= 1
            } else {
                return at
            }
        }
        return at
    }

    /// Goes back over the day where the number before was a month: `vom 3.5. bis 5.5.`.
    private func beforeDay(_ index: Int) -> Int {
        isMark(index, ".") && number(index - 1) != nil ? index - 2 : index
    }

    /// "der" is the subject's article, or that of a feminine noun in another case.
    private func endingAfterDer(_ index: Int, _ gender: Form.Gender?) -> String {
        if gender == .masculine { return "e" }
        guard let before = word(index - 1) else { return "e" }
        if Self.datives.contains(before) || Self.otherPrepositions.contains(before) { return "en" }
        if gender == .feminine { return "en" }
        return index > 1 && self[index - 1]!.startsUppercase ? "en" : "e"
    }

    /// The gender of what is ordered: `3. Mai`, `3. und 4. Runde`.
    func germanNounGender(behind index: Int) -> Form.Gender? {
        var at = index
        while at < index + Self.farthest {
            let isJoint = word(at).map { Self.joints.contains($0) || $0 == "bis" } ?? false
            guard isJoint || isMark(at, ",") || isDash(at) || isMark(at, "/"),
                number(at + 1) != nil, isMark(at + 2, ".")
            else { break }
            at += 3
        }
        guard let token = self[at], token.kind == .word else { return nil }
        return GermanWords.months[lower[at]] != nil
            ? .masculine : GermanNouns.gender(of: token.text)
    }

    private static func strong(_ gender: Form.Gender?) -> String {
        switch gender {
        case .masculine, nil: "er"
        case .feminine: "e"
        case .neuter: "es"
        }
    }

    private static let joints: Set<String> = ["und", "oder", "sowie", "auf", "u"]
    private static let weakWords = GermanWords.set(
        """
        am im vom zum zur beim den dem des diesen diesem jeden jedem jenem einem einen eines einer
        keinem keinen keiner ihrem ihren ihrer seinem seinen seiner meinem meinen meiner deinem
        deinen deiner unserem unseren unserer eurem euren eurer
        """)
    private static let nominatives = GermanWords.set(
        """
        die das ins ans aufs fürs durchs ums übers diese jede jene eine keine ihre seine meine deine
        unsere eure dieses jedes welche welches
        """)
    private static let derWords: Set<String> = ["der", "dieser", "jeder", "jener", "welcher"]
    private static let datives = GermanWords.set("in auf mit aus nach von zu bei an seit ab vor")
    private static let otherPrepositions = GermanWords.set(
        """
        während wegen trotz statt anstatt innerhalb außerhalb gegenüber hinter unter über neben
        zwischen ende anfang mitte beginn laut gemäß dank infolge
        """)
}
