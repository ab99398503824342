/// Marks whose word depends on what stands around them.
struct ChineseSymbolRecognizer: Recognizer {
    var starts: TokenKinds { .mark }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .mark else { return }
        if line.isDashOrTilde(index), let count = joint(line, index) {
            // As a sign the dash would come with its number for nothing, so it must cost less.
            candidates.append(Candidate(count, .symbol("到"), cost: -1))
        } else if let per = per(line, index) {
            candidates.append(per)
        } else if let word = word(token.scalar, line, index) {
            candidates.append(Candidate(1, .symbol(word), cost: 9))
        }
    }

    private func word(_ mark: Unicode.Scalar, _ line: Line, _ index: Int) -> String? {
        let after = line[index + 1]
        let beforeNumber = after?.kind == .number
        let betweenNumbers = beforeNumber && endsAmount(line, index)
        switch mark {
        case "-", "−", "－", "–": return dash(line, index, betweenNumbers)
        case "~", "～", "〜": return beforeNumber && line.startsFresh(index) ? "约" : nil
        case "+", "＋":
            return beforeNumber && line.startsFresh(index) && !betweenNumbers ? "正" : "加"
        case "*", "×", "＊", "✕": return betweenNumbers || mark == "×" ? "乘" : nil
        case "<", "＜": return beforeNumber || betweenNumbers ? "小于" : nil
        case ">", "＞": return beforeNumber || betweenNumbers ? "大于" : nil
        case ":", "：": return betweenNumbers && line.touches(index) ? "比" : nil
        case "#", "＃": return beforeNumber ? "井号" : nil
        case "·": return ""
        default: return nil
        }
    }

    private func dash(_ line: Line, _ index: Int, _ betweenNumbers: Bool) -> String? {
        if betweenNumbers { return "减" }
        guard line.startsFresh(index), line.touches(index + 1), let next = line[index + 1] else {
            return nil
        }
        let isAmount =
            next.kind == .number || next.text == "百"
            || next.kind == .mark && ChineseCurrencies.names[next.text] != nil
        return isAmount ? "负" : nil
    }

    /// The tokens of a dash with an amount on both sides, with or without a unit: 5kg-7kg, 3月——5月.
    private func joint(_ line: Line, _ index: Int) -> Int? {
        let count = line.isMark(index, "—") && line.touchingMark(index + 1, "—") ? 2 : 1
        let end = index + count
        guard line.touches(index), line.touches(end), let after = line[end],
            after.kind == .number || ChineseCurrencies.names[after.text] != nil,
            !line.isMark(end + 1, "="), !line.isMark(end + 1, "＝")
        else { return nil }
        if endsAmount(line, index) { return count }
        guard let unit = line[index - 1], line.touches(index - 1),
            unit.kind == .word || ChineseUnits.all[unit.text] != nil || unit.isMark("%")
        else { return nil }
        return (2...3).contains { line.number(index - $0) != nil } ? count : nil
    }

    /// Whether a number ends before the mark that is no part of a name, as in GPT4-2.
    private func endsAmount(_ line: Line, _ index: Int) -> Bool {
        line.number(index - 1) != nil && line.startsWord(index - 1)
    }

    /// What an amount is for each of: 5元/斤, $80/t.
    private func per(_ line: Line, _ index: Int) -> Candidate? {
        guard line.isMark(index, "/") || line.isMark(index, "／"), line.touches(index),
            line.touches(index + 1), (1...4).contains(where: { line.number(index - $0) != nil })
        else { return nil }
        if line.isAhead(index + 1, Self.shares) { return Candidate(1, .symbol("每"), cost: 9) }
        guard let (unit, count) = line.phrase(index + 1, in: ChineseUnits.all) else { return nil }
        return Candidate(1 + count, .symbol("每" + unit.one), cost: 9)
    }

    private static let shares: Set<String> = [
        "人", "位", "名", "个", "次", "场", "天", "日", "晚", "周", "月", "年", "小时", "分", "分钟",
        "秒", "斤", "公斤", "千克", "克", "两", "吨", "升", "桶", "瓶", "盒", "箱", "袋", "包", "只",
        "件", "套", "台", "辆", "张", "本", "份", "杯", "碗", "斗", "米", "平", "平方", "平米", "立方",
        "公里", "亩", "股", "户", "间", "层", "票", "条", "支", "课时", "度", "千瓦时", "页", "字", "颗",
    ]
}
