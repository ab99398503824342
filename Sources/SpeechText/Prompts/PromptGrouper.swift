/// Puts units together into prompts: the first sentence alone, so that sound starts early, then as
/// many as fit, with a budget that grows to its limit.
struct PromptGrouper {
    /// Tokens of a prompt.
    private let limit: Int
    private let counter: any TokenCounter
    /// Of a space between two units.
    private let space: Double
    private var budget = 0
    private var group: [PromptUnit] = []
    /// Tokens of the group.
    private var width = 0.0
    private var voice: String?
    /// Milliseconds of silence that are owed before the next prompt.
    private var silence = 0
    /// Where the source of the last prompt ends.
    private var end: Int?

    init(limit: Int, counter: any TokenCounter) {
        self.limit = limit
        self.counter = counter
        space = counter.tokens(of: " ")
    }

    mutating func push(_ unit: PromptUnit, into prompts: inout [SpokenPrompt]) {
        let more = counter.tokens(of: unit.text)
        if !group.isEmpty, width + space + more > Double(budget) { flush(into: &prompts) }
        width += (group.isEmpty ? 0 : space) + more
        group.append(unit)
        if width >= Double(budget) || unit.join == .paragraph { flush(into: &prompts) }
    }

    mutating func pause(_ milliseconds: Int, into prompts: inout [SpokenPrompt]) {
        guard milliseconds > 0 else { return }
        flush(into: &prompts)
        silence += milliseconds
    }

    mutating func change(voice: String?, into prompts: inout [SpokenPrompt]) {
        guard voice != self.voice else { return }
        flush(into: &prompts)
        self.voice = voice
    }

    mutating func flush(into prompts: inout [SpokenPrompt]) {
        guard let last = group.last else { return }
        var width = 0
        let readings = group.flatMap { unit in
            defer { width += unit.text.utf8.count + 1 }
            return unit.readings.shifted(by: width)
        }
        let source = readings.first!.source.lowerBound..<readings.last!.source.upperBound
        prompts.append(
            SpokenPrompt(
                text: group.map(\.text).joined(separator: " "), source: source, join: last.join,
                readings: readings, voice: voice, silence: silence))
        group = []
        width = 0
        silence = 0
        end = source.upperBound
        budget = budget == 0 ? limit / 2 : limit
    }

    /// The end: silence that is still owed is a prompt without words.
    mutating func finish(into prompts: inout [SpokenPrompt]) {
        flush(into: &prompts)
        guard silence > 0, let end else { return }
        prompts.append(
            SpokenPrompt(
                text: "", source: end..<end, join: .sentence, readings: [], voice: voice,
                silence: silence))
    }
}
