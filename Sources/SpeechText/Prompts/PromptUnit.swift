/// A sentence, or a piece of a long one: what prompts are put together from.
struct PromptUnit {
    let text: String
    let readings: [Reading]
    let join: Join

    init(readings: [Reading], join: Join) {
        var readings = readings
        text = readings.join()
        self.readings = readings
        self.join = join
    }

    /// Cuts a sentence into pieces whose text is within a budget of tokens: at a clause, or else at
    /// a word.
    static func units(
        of readings: [Reading], join: Join, budget: Int, counter: any TokenCounter
    ) -> [PromptUnit] {
        let space = counter.tokens(of: " ")
        var units: [PromptUnit] = []
        var left = readings[...]
        while !left.isEmpty {
            let (end, reason) = firstCut(in: left, budget: Double(budget)) { reading in
                counter.tokens(of: reading.text) + space
            }
            let isLast = end == left.endIndex
            let unit = PromptUnit(readings: Array(left[..<end]), join: isLast ? join : reason)
            units.append(unit)
            left = left[end...]
        }
        return units
    }

    /// The end of the first piece.
    private static func firstCut(
        in readings: ArraySlice<Reading>, budget: Double, tokens: (Reading) -> Double
    ) -> (end: Int, reason: Join) {
        var width = 0.0
        var clause: Int?
        var word: Int?
        for index in readings.indices {
            let reading = readings[index]
            let more = tokens(reading)
            if index > readings.startIndex {
                if reading.spaced {
                    word = index
                    let isLater = width > budget / 4
                    if readings[index - 1].endsClause, isLater { clause = index }
                }
                if width + more > budget {
                    if let clause { return (clause, .clause) }
                    // A mark must not begin a piece.
                    return (word ?? index, .word)
                }
            }
            width += more
        }
        return (readings.endIndex, .sentence)
    }
}
