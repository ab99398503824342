/// How a language writes the digits of numbers.
struct NumberFormat: Sendable {
    /// Between the whole part and the decimals.
    let point: Unicode.Scalar
    /// Marks between groups of digits; white space parts groups where ``spaced`` is true.
    let separators: Set<Unicode.Scalar>
    let spaced: Bool
    /// Groups before the last one have two digits or three, as in India: 12,34,567.
    let hasPairs: Bool
    /// Formats of other countries, taken where they explain more of what is written.
    let others: [NumberFormat]

    init(
        point: Unicode.Scalar, separators: Set<Unicode.Scalar>, spaced: Bool = false,
        hasPairs: Bool = false,
        others: [NumberFormat] = []
    ) {
        (self.point, self.separators) = (point, separators)
        (self.spaced, self.hasPairs) = (spaced, hasPairs)
        self.others = others
    }
}

extension Line {
    /// Digits that groups may go on for, in tokens.
    private static var longestAmount: Int { 26 }

    /// A number as a language writes it, with its sign. Most tokens are asked for one in vain: the
    /// format is not even looked at then.
    func amount(_ index: Int, _ format: @autoclosure () -> NumberFormat) -> AmountMemo.Amount? {
        mayBeginAmount(index) ? remembered(index) { findAmount(index, format()) } : nil
    }

    private func findAmount(_ index: Int, _ format: NumberFormat) -> AmountMemo.Amount? {
        var longest = plainAmount(index, format)
        for other in format.others {
            guard let next = findAmount(index, other) else { continue }
            // Who writes 12,500 means a group rather than so many decimals.
            let isGroup =
                next.numeral.fraction == nil && next.count == longest?.count
                && longest?.numeral.fraction?.hasSuffix("00") ?? false
            if isGroup || next.count > longest?.count ?? 0 { longest = next }
        }
        return longest
    }

    private func plainAmount(_ index: Int, _ format: NumberFormat) -> AmountMemo.Amount? {
        guard number(index) != nil || isSign(index) || isMark(index, format.point) else {
            return nil
        }
        var at = index
        var numeral = Numeral(digits: "", point: String(format.point))
        // Behind a comma there is no range: 4,-7
        if isSign(at), startsFresh(at) || isMark(at - 1, ","), touches(at + 1) {
            numeral.negative = true
            at += 1
        }
        if let digits = number(at) {
            numeral.digits = digits
            at += 1
            if digits.utf8.count <= 3, digits != "0" { takeGroups(&numeral, &at, index, format) }
        } else {
            guard isMark(at, format.point),
                startsFresh(at) || numeral.negative || isCurrencyMark(at - 1),
                touchingNumber(at + 1) != nil
            else { return nil }
        }
        // A second point makes it a version, an address, a date or a list.
        if touchingMark(at, format.point) || numeral.digits.isEmpty,
            let fraction = touchingNumber(at + 1),
            !(touchingMark(at + 2, format.point) && touchingNumber(at + 3) != nil),
            !(touchingMark(index - 1, format.point) && touches(index) && number(index - 2) != nil)
        {
            numeral.fraction = fraction
            at += 2
        }
        return (numeral, at - index)
    }

    /// Before the point of $.75.
    private func isCurrencyMark(_ index: Int) -> Bool {
        guard let token = self[index], token.kind == .mark else { return false }
        return token.scalar == "$"
            || !token.scalar.isASCII && token.scalar.properties.generalCategory == .currencySymbol
    }

    private func takeGroups(
        _ numeral: inout Numeral, _ at: inout Int, _ start: Int, _ format: NumberFormat
    ) {
        var joint: Unicode.Scalar?
        while at < start + Self.longestAmount {
            if let mark = self[at], mark.kind == .mark, touches(at),
                joint ?? mark.scalar == mark.scalar,
                format.separators.contains(mark.scalar), let group = touchingNumber(at + 1),
                isGroup(group, format, endingAt: at + 2)
            {
                joint = mark.scalar
                numeral.digits += group
                at += 2
            } else if format.spaced, startsWord(start), joint ?? " " == " ", let group = number(at),
                self[at]?.gap == .space, group.utf8.count == 3
            {
                joint = " "
                numeral.digits += group
                at += 1
            } else {
                return
            }
        }
    }

    /// Three digits; or two where more groups follow.
    private func isGroup(_ group: String, _ format: NumberFormat, endingAt end: Int) -> Bool {
        if group.utf8.count == 3 { return true }
        return format.hasPairs && group.utf8.count == 2 && self[end]?.kind == .mark
            && touchingNumber(end + 1) != nil
    }
}
