/// Figures that name somebody or something: telephones, rooms, flights, accounts, versions.
struct ChineseCallNumberRecognizer: Recognizer {
    private static let longest = 24

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        // 歼-20 is no number below zero.
        if line.isDash(index), let model = line.touchingNumber(index + 1), line.touches(index),
            line.isBehind(index, Self.models)
        {
            candidates.append(Candidate(2, .cardinal(Numeral(digits: model)), cost: 12))
        }
        guard let digits = line.number(index) else { return }
        let count = digits.utf8.count
        // A part of a name: A380, H1.
        guard line.startsWord(index) else {
            if count >= 3 { candidates.append(Candidate(1, .digits(digits), cost: 12)) }
            return
        }
        proposeDotted(line, index, &candidates)
        if isMobile(digits) {
            let groups = [digits.prefix(3), digits.dropFirst(3).prefix(4), digits.suffix(4)]
            let text = groups.joined(separator: ",")
            candidates.append(Candidate(1, .digits(text), cost: 12))
        }
        let isNamed = count >= 3 && isNamed(line, index)
        let isRoom = (3...4).contains(count) && line.isAhead(index + 1, Self.rooms)
        let isService = (3...6).contains(count) && line.isAhead(index + 1, Self.services)
        if isNamed || isRoom || isService {
            candidates.append(Candidate(1, .digits(digits), cost: 12))
        }
        proposeGroups(line, index, &candidates)
    }

    private func isMobile(_ digits: String) -> Bool {
        guard digits.utf8.count == 11, digits.first == "1" else { return false }
        return ("3"..."9").contains(digits[digits.index(after: digits.startIndex)])
    }

    /// A word before it, and perhaps a colon, says what the figures are for.
    private func isNamed(_ line: Line, _ index: Int) -> Bool {
        let isParted = line.isMark(index - 1, ":") || line.isMark(index - 1, "：")
        let end = isParted ? index - 1 : index
        guard line.isBehind(end, Self.names) else { return false }
        // 手机3000元: an amount all the same.
        if line.touchingMark(index + 1, ".") || line.touchingMark(index + 1, ",") {
            return line.touchingNumber(index + 2) == nil
        }
        guard let next = line.word(index + 1) else { return true }
        return !ChineseCounters.single.contains(next) && !["多", "余", "行"].contains(next)
    }

    /// 400-820-8820, 010-65529999
    private func proposeGroups(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        var groups: [String] = []
        var at = index
        while at < index + Self.longest, let group = line.number(at) {
            groups.append(group)
            at += 1
            guard line.touchingMark(at, "-"), line.touchingNumber(at + 1) != nil else { break }
            at += 1
        }
        let total = groups.reduce(0) { $0 + $1.utf8.count }
        guard groups.count >= 2, line.endsWord(at), total >= 5 else { return }
        let isService = ["400", "800"].contains(groups[0]) && total == 10
        guard isService || isNamed(line, index) else { return }
        candidates.append(
            Candidate(at - index, .digits(groups.joined(separator: ",")), cost: 12))
    }

    /// 127.0.0.1, 1.10.3
    private func proposeDotted(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        var text = line[index]!.text
        var at = index + 1
        while at < index + Self.longest, line.touchingMark(at, "."),
            let next = line.touchingNumber(at + 1)
        {
            text += "." + next
            at += 2
        }
        guard at >= index + 5, line.endsWord(at) else { return }
        candidates.append(Candidate(at - index, .electronic(text), cost: 18))
    }

    private static let rooms: Set<String> = ["室", "房", "路公交", "路车", "次列车", "次航班", "号房"]

    private static let services: Set<String> = ["客服", "热线", "专线"]
    private static let models: Set<String> = [
        "歼", "轰", "运", "直", "东风", "长征", "神舟", "天宫", "嫦娥", "天舟", "巨浪", "鹰击",
        "红旗", "米格", "图",
    ]

    private static let names: Set<String> = [
        "电话", "热线", "号码", "手机", "手机号", "客服", "短号", "传真", "邮编", "邮政编码", "房间",
        "密码", "验证码", "编号", "学号", "工号", "账号", "尾号", "卡号", "车牌", "车牌号", "航班",
        "航班号", "车次", "门牌号", "证号", "单号", "订单号", "代码", "号码是", "号码为", "电话是",
        "密码是", "编号为", "波音", "空客", "尾号为", "致电", "qq", "qq号", "qq群", "微信号",
        "交流群", "粉丝群", "拨打", "拨", "打", "呼叫", "拨通",
    ]
}
