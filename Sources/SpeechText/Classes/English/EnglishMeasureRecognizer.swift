/// Amounts with a unit: 5 km, 60 km/h, 20%, 21 °C, 3 m².
struct EnglishMeasureRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.touchingMark(index, "/"), line.lower.count > index + 1,
            line.lower[index + 1] != "x"
        {
            proposePer(line, index, &candidates)
        }
        proposeBare(line, index, &candidates)
        proposeJoined(line, index, &candidates)
        // 2-3x
        if line.word(index) == "x", line.touches(index), line.number(index - 1) != nil,
            line.touches(index - 1), line.isDash(index - 2), line.touches(index - 2),
            line.number(index - 3) != nil, line.endsWord(index + 1)
        {
            candidates.append(Candidate(1, .symbol("times"), cost: 9))
        }
        // 10 m x 5 m, 3" x 5", 12'x15'
        if line.word(index) == "x", line.number(index + 1) != nil, line.number(index - 2) != nil,
            line.startsWord(index), !line.isMark(index - 1, "."),
            line.touches(index) == line.touches(index + 1)
        {
            candidates.append(Candidate(1, .symbol("by"), cost: 9))
        }
        // 20 degrees C
        if let before = line.word(index - 1), before == "degrees" || before == "degree",
            let scale = Self.scales[line[index]?.text ?? ""], line.endsWord(index + 1)
        {
            candidates.append(Candidate(1, .symbol(scale), cost: 9))
        }
        proposeBehindFraction(line, index, &candidates)
        // 2x8 m: the second side has the unit of both.
        let isSide =
            line[index - 1]?.text == "x" && line.touches(index) && line.number(index - 2) != nil
        guard let (numeral, count) = line.amount(index),
            line.startsWord(index) || numeral.negative || isSide,
            !isModel(line, index), !isVersion(line, index), !isPlace(line, index)
        else { return }
        var at = index + count
        var scale = line.scale(at)
        if scale == nil, numeral.fraction != nil, line.touches(at), line.endsWord(at + 1) {
            // 8.3M
            scale = line[at]?.text == "M" ? "million" : line[at]?.text == "B" ? "billion" : nil
            if let scale {
                let content = Semiotic.measure(numeral, scale: scale, unit: Unit("", ""))
                candidates.append(Candidate(count + 1, content, cost: 14))
            }
        }
        if scale != nil { at += 1 }
        // 20bn
        if let scale, line.touches(at - 1), line.endsWord(at) {
            let content = Semiotic.measure(numeral, scale: scale, unit: Unit("", ""))
            candidates.append(Candidate(at - index, content, cost: 14))
        }
        guard let (unit, end) = unit(line, at) else { return }
        let named = isName(unit, line, index, end) ? Unit(unit.one, unit.one) : unit
        candidates.append(
            Candidate(end - index, .measure(numeral, scale: scale, unit: named), cost: 13))
    }

    /// `a 10 lb bag`, `90° turns`: the unit of a thing's name stays in the singular.
    private func isName(_ unit: Unit, _ line: Line, _ index: Int, _ end: Int) -> Bool {
        guard let thing = line[end], thing.gap == .space, thing.startsLowercase else {
            return false
        }
        if unit.one.hasPrefix("degree") { return Self.angles.contains(line.lower[end]) }
        if Self.races.contains(line.lower[end]) || EnglishUnits.things.contains(line.lower[end]) {
            return true
        }
        return line.word(index - 1).map(EnglishWords.determiners.contains) ?? false
            && !Self.behindAmounts.contains(line.lower[end])
    }

    private static let scales = ["C": "Celsius", "F": "Fahrenheit"]

    private static let races: Set<String> = [
        "relay", "race", "dash", "sprint", "freestyle", "butterfly", "backstroke", "breaststroke",
        "hurdles", "medley", "lens",
    ]

    private static let angles: Set<String> = [
        "angle", "angles", "turn", "turns", "bend", "bends", "view", "arc", "rotation", "slope",
        "camera", "video",
    ]

    /// km/h without an amount; the unit in "five dollars per lb."
    private func proposeBare(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        if line.word(index - 1) == "per", let (unit, end) = simple(line, index, glued: false),
            EnglishUnits.dotted.contains(line.lower[index]), line.endsWord(end)
        {
            candidates.append(Candidate(end - index, .symbol(unit.one), cost: 9))
        }
        guard line.word(index) != nil, line.startsFresh(index), line.touchingMark(index + 1, "/"),
            let (unit, first) = simple(line, index, glued: true), first == index + 1,
            let (per, end) = simple(line, index + 2, glued: true), line.touches(index + 2),
            ["h", "s", "hr", "min", "sec"].contains(line.lower[index + 2]), line.endsWord(end)
        else { return }
        candidates.append(Candidate(end - index, .symbol("\(unit.many) per \(per.one)"), cost: 12))
    }

    /// 35-mm film: the unit behind a dash.
    private func proposeJoined(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.touchingMark(index, "-"), line.touches(index + 1),
            line.number(index - 1) != nil, line.startsFresh(index - 1), line.word(index + 1) != "x",
            let (unit, end) = simple(line, index + 1, glued: true),
            line.endsWord(end), !(line.touches(end) && line.isDash(end))
        else { return }
        candidates.append(Candidate(end - index, .symbol(unit.one), cost: 12))
    }

    /// 3/4 lb, 1 1/2 in., ½ mi
    private func proposeBehindFraction(
        _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        let isSlash = line.number(index - 1) != nil && line.touchingMark(index - 2, "/")
        let isVulgar = EnglishFractionRecognizer.vulgar(line[index - 1]) != nil
        guard isSlash || isVulgar,
            let (unit, end) = simple(line, index, glued: line.touches(index)), line.endsWord(end)
        else { return }
        let isMore =
            line.number(isSlash ? index - 4 : index - 2) != nil
            || isSlash && line[index - 3]!.text.utf8.count > line[index - 1]!.text.utf8.count
        candidates.append(Candidate(end - index, .symbol(isMore ? unit.many : unit.one), cost: 9))
    }

    /// F-16s: the number of a thing, not an amount.
    private func isModel(_ line: Line, _ index: Int) -> Bool {
        guard line.isDash(index - 1), line.touches(index - 1), let word = line[index - 2] else {
            return false
        }
        return word.kind == .word && (word.isAllUppercase || word.text.utf8.count == 1)
    }

    /// Route 9W, seat 12A: the letter is part of a name.
    private func isPlace(_ line: Line, _ index: Int) -> Bool {
        guard let letter = line[index + 1], letter.gap == .none, letter.isAllUppercase,
            letter.text.utf8.count == 1
        else { return false }
        return line.word(index - 1).map(Self.places.contains) ?? false
    }

    private static let places: Set<String> = [
        "route", "rte", "highway", "hwy", "exit", "gate", "room", "apt", "apartment", "unit",
        "seat", "row", "flight", "platform", "channel", "suite", "box",
    ]

    /// iPhone 6s
    private func isVersion(_ line: Line, _ index: Int) -> Bool {
        line.touchingWord(index + 1) == "s"
            && ["iphone", "nexus", "model"].contains(line.word(index - 1) ?? "")
    }

    /// $20/mo, 579/km²: what is counted is no unit itself.
    private func proposePer(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        let isChange = ["¢", "€", "£"].contains(line[index - 1]?.text ?? "")
        guard isChange || line.number(index - 1) != nil else { return }
        guard let (name, end) = denominator(line, index + 1), line.endsWord(end) else { return }
        candidates.append(Candidate(end - index, .symbol("per " + name), cost: 12))
    }

    private func unit(_ line: Line, _ index: Int) -> (unit: Unit, end: Int)? {
        guard let token = line[index] else { return nil }
        if token.kind == .mark {
            switch token.text {
            case "%", "％":
                // 3 %-points
                let at = line.touchingMark(index + 1, "-") ? index + 2 : index + 1
                guard let word = line.word(at), word == "point" || word == "points",
                    at == index + 1 || line.touches(at)
                else { return (Unit("percent", "percent"), index + 1) }
                return (Unit("percentage point"), at + 1)
            case "‰": return (Unit("per mille", "per mille"), index + 1)
            case "°", "º": return degrees(line, index)
            case "℃": return (EnglishUnits.celsius, index + 1)
            case "℉": return (EnglishUnits.fahrenheit, index + 1)
            default: return nil
            }
        }
        guard token.kind == .word else { return nil }
        var at = index
        var area = ""
        if token.text == "sq" || token.text == "cu" {
            area = token.text == "sq" ? "square " : "cubic "
            at += line.touchingMark(at + 1, ".") ? 2 : 1
        }
        // 8 fl. oz.
        if token.text == "fl" {
            area = "fluid "
            at += line.touchingMark(at + 1, ".") ? 2 : 1
            guard line.word(at) == "oz" else { return nil }
        }
        guard var (unit, end) = simple(line, at, glued: token.gap == .none) else { return nil }
        if let power = line[end], power.gap == .none, token.text != "x" {
            if power.text == "²" || power.text == "2" { (area, end) = ("square ", end + 1) }
            if power.text == "³" || power.text == "3" { (area, end) = ("cubic ", end + 1) }
        }
        if !area.isEmpty { unit = Unit(area + unit.one, area + unit.many) }
        // 5 ft-lb
        if line.touchingMark(end, "-") || line.touchingMark(end, "·"), line.touches(end + 1),
            let second = line[end + 1],
            let product = EnglishUnits.products[token.text + " " + second.text]
        {
            (unit, end) = (product, end + 2)
        }
        if line.isMark(end, "/"), let (per, last) = denominator(line, end + 1) {
            unit = Unit(unit.one + " per " + per, unit.many + " per " + per)
            end = last
        }
        return line.endsWord(end) ? (unit, end) : nil
    }

    /// What stands behind a stroke: s, m³, s², 100 km.
    private func denominator(_ line: Line, _ index: Int) -> (name: String, end: Int)? {
        if let count = line.touchingNumber(index), count.utf8.count <= 4,
            let (unit, end) = simple(line, index + 1, glued: true)
        {
            return (EnglishNumbers.cardinal(count) + " " + unit.many, end)
        }
        guard let (unit, end) = simple(line, index, glued: true) else { return nil }
        guard let power = line[end], power.gap == .none else { return (unit.one, end) }
        return switch power.text {
        case "²", "2":
            (unit.one == "second" ? "second squared" : "square " + unit.one, end + 1)
        case "³", "3": ("cubic " + unit.one, end + 1)
        default: (unit.one, end)
        }
    }

    private func simple(_ line: Line, _ index: Int, glued: Bool) -> (Unit, Int)? {
        guard let token = line[index], token.kind == .word else { return nil }
        // The micro sign is no Greek letter.
        let symbol = token.scalar == "\u{B5}" ? "μ" + token.text.dropFirst() : token.text
        var found = EnglishUnits.exact[symbol]
        // 25 HR are no hours.
        if found == nil, token.text.utf8.count > 1, token.text != "HR" {
            found = EnglishUnits.exact[line.lower[index]]
        }
        guard let unit = found else { return nil }
        // One letter or a word of its own right needs to be close to its number.
        if EnglishUnits.onlyGlued.contains(token.text), !glued, !isPower(line, index),
            token.text == "x" || !line.touchingMark(index + 1, "/")
        {
            return nil
        }
        let dotted =
            line.touchingMark(index + 1, ".") && !line.isLast(index + 1)
            && EnglishUnits.dotted.contains(line.lower[index])
        // -3x + 2
        let isFormula =
            ["+", "-", "=", "^", "−"].contains(line[index + 1]?.text ?? "")
            || line.isSign(index - 2)
        if token.text == "x", isFormula { return nil }
        if token.text == "in", !dotted, !glued, !isInch(line, index) { return nil }
        // 12pt type, 1 pt. cream
        if token.text == "pt" {
            guard dotted || glued else { return nil }
            return dotted ? (Unit("pint"), index + 2) : (unit, index + 1)
        }
        return (unit, index + (dotted ? 2 : 1))
    }

    /// 230 V, a 60 W bulb; but not the 450 W of a name, nor 12 W Elm Street.
    private func isPower(_ line: Line, _ index: Int) -> Bool {
        guard let amount = line.number(index - 1), (2...3).contains(amount.utf8.count),
            ["V", "W"].contains(line.tokens[index].text), !line.touches(index - 1),
            !(line[index - 2]?.isAllUppercase ?? false)
        else { return false }
        guard let next = line[index + 1] else { return true }
        return next.startsLowercase || next.isPunctuation && line.isLoosePunctuation(index + 1)
    }

    /// 7 in wide, 5 ft 10 in, 3 in. at the end of a sentence.
    private func isInch(_ line: Line, _ index: Int) -> Bool {
        if line.touchingMark(index + 1, ".") || index + 1 == line.tokens.count { return true }
        if let before = line.word(line.isMark(index - 2, ".") ? index - 3 : index - 2),
            ["ft", "foot", "feet"].contains(before)
        {
            return true
        }
        if line.word(index + 1) == "by", line.number(index + 2) != nil { return true }
        return line.word(index + 1).map(EnglishUnits.sizes.contains) ?? false
            || line.word(index + 1) == "of"
                && ["rain", "snow", "water"].contains(line.word(index + 2) ?? "")
    }

    static let behindAmounts: Set<String> = [
        "of", "and", "or", "in", "to", "is", "was", "from", "at", "on", "per", "by", "for", "away",
        "but", "than", "with", "as", "above", "below", "north", "south", "east", "west", "were",
        "are", "will", "would", "has", "have", "had", "can", "could", "should", "may", "might",
        "must", "do", "does", "did", "i", "you", "he", "she", "it", "we", "they", "that", "which",
        "who", "a", "an", "the", "this", "these", "those", "my", "your", "his", "her", "its",
        "our", "their", "not", "if", "when", "while", "because", "so", "then", "after", "before",
        "until", "since", "during", "through", "into", "onto", "over", "under", "between", "apart",
        "ago", "later", "long", "wide", "high", "tall", "deep", "thick", "across", "more", "less",
        "each", "every", "all", "off", "out", "up", "down", "back", "went", "goes", "came",
        "needed", "remaining", "left", "only", "also", "too", "worth", "extra", "required",
        "spent", "paid", "owed",
    ]

    private func degrees(_ line: Line, _ index: Int) -> (Unit, Int) {
        // At 400° F. for an hour
        let isDotted =
            line.touchingMark(index + 2, ".") && line[index + 3]?.startsLowercase ?? false
        let end = index + (isDotted ? 3 : 2)
        let letter = line[index + 1]?.text ?? ""
        switch letter {
        case "C", "c": return (EnglishUnits.celsius, end)
        case "F", "f": return (EnglishUnits.fahrenheit, end)
        default: break
        }
        guard let side = EnglishUnits.sides[letter] else { return (Unit("degree"), index + 1) }
        return (Unit("degree " + side, "degrees " + side), index + 2)
    }
}
