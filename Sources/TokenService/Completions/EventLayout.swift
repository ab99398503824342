import Glibc

/// An event of which every byte is known, but for the content of its text and its ids.
///
/// Another event with the same bytes around them means the same but for them: a text without
/// escapes and ids that are plain numbers leave the structure of the JSON around as it is.
struct EventLayout {
    private enum Gap {
        /// The content of a string, between its quotes.
        case text
        /// Numbers, between the brackets of their array.
        case ids
    }

    private let example: [UInt8]
    private let gaps: [(place: Range<Int>, gap: Gap)]
    /// What the example says.
    private let chunk: CompletionsChunk

    /// - Parameters:
    ///   - chunk: What the event says.
    ///   - places: Where its text and its ids stand.
    /// - Returns: nil where nothing is worth to be looked for: no single choice, or neither ids nor text.
    init?(_ chunk: CompletionsChunk, in data: ArraySlice<UInt8>, at places: EventPlaces) {
        guard places.choices == 1 else { return nil }
        var gaps: [(place: Range<Int>, gap: Gap)] = []
        // A text may also be null, and then stays it.
        if let text = places.text, data[text.lowerBound] == UInt8(ascii: "\"") {
            gaps.append((text.lowerBound + 1..<text.upperBound - 1, .text))
        }
        if let ids = places.ids { gaps.append((ids.lowerBound + 1..<ids.upperBound - 1, .ids)) }
        guard !gaps.isEmpty else { return nil }
        gaps.sort { $0.place.lowerBound < $1.place.lowerBound }
        let start = data.startIndex
        self.gaps = gaps.map { ($0.lowerBound - start..<$0.upperBound - start, $1) }
        self.chunk = chunk
        example = Array(data)
    }

    /// What an event says that fits; nil for one that does not.
    func chunk(of data: ArraySlice<UInt8>) -> CompletionsChunk? {
        data.withUnsafeBufferPointer { data in
            example.withUnsafeBufferPointer { chunk(of: data, $0) }
        }
    }

    private func chunk(
        of data: UnsafeBufferPointer<UInt8>, _ example: UnsafeBufferPointer<UInt8>
    ) -> CompletionsChunk? {
        var chunk = chunk
        // Where the example, and where the data is compared.
        var (known, at) = (0, 0)
        func matches(to end: Int) -> Bool {
            let count = end - known
            guard count <= data.count - at else { return false }
            return count == 0
                || memcmp(data.baseAddress! + at, example.baseAddress! + known, count) == 0
        }
        for (place, gap) in gaps {
            guard matches(to: place.lowerBound) else { return nil }
            at += place.lowerBound - known
            known = place.upperBound
            switch gap {
            case .text:
                guard let end = Self.textEnd(data, from: at) else { return nil }
                if chunk.tokenIDs == nil {
                    chunk.text = String(decoding: data[at..<end], as: UTF8.self)
                }
                at = end
            case .ids:
                guard let ids = Self.ids(data, from: &at) else { return nil }
                chunk.tokenIDs = ids
            }
        }
        return matches(to: example.count) && data.count - at == example.count - known ? chunk : nil
    }

    /// Where a text without escapes ends: at its quote.
    private static func textEnd(_ data: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var at = start
        while at < data.count, data[at] != UInt8(ascii: "\"") {
            guard data[at] >= 0x20, data[at] != UInt8(ascii: "\\") else { return nil }
            at += 1
        }
        return at < data.count ? at : nil
    }

    /// Numbers of a few digits with commas between them, at least one.
    private static func ids(_ data: UnsafeBufferPointer<UInt8>, from at: inout Int) -> [Int]? {
        var ids: [Int] = []
        while true {
            let start = at
            var value = 0
            while at < data.count, at - start < 18, case let digit = data[at] &- 48, digit < 10 {
                value = value * 10 + Int(digit)
                at += 1
            }
            guard at > start else { return nil }
            ids.append(value)
            guard at < data.count, data[at] == UInt8(ascii: ",") else { return ids }
            at += 1
        }
    }
}
