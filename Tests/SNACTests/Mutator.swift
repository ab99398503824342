import Foundation

/// Damages good files, the same way in every run.
struct Mutator {
    /// Files to start from.
    let seeds: [Data]
    /// What the format is made of, to be put anywhere.
    let tokens: [Data]
    private var random: SeededGenerator

    init(seeds: [Data], tokens: [Data], seed: UInt64) {
        self.seeds = seeds.map { Data($0) }
        self.tokens = tokens
        random = SeededGenerator(state: seed)
    }

    /// One of the files with one to five changes.
    mutating func next() -> Data {
        var data = seeds.randomElement(using: &random)!
        for _ in 0..<Int.random(in: 1...5, using: &random) { change(&data) }
        return data
    }

    private mutating func change(_ data: inout Data) {
        guard !data.isEmpty else { return data.append(0) }
        let range = range(of: data)
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1: data[range.lowerBound] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: data[range.lowerBound] = UInt8.random(in: 0...255, using: &random)
        case 3, 4: overwrite(&data, at: range.lowerBound, Data(integer()))
        case 5: data.removeSubrange(range)
        case 6:
            data.insert(
                contentsOf: Data(data[range]), at: data.indices.randomElement(using: &random)!)
        case 7: data.insert(contentsOf: tokens.randomElement(using: &random)!, at: range.lowerBound)
        case 8: overwrite(&data, at: range.lowerBound, tokens.randomElement(using: &random)!)
        default:
            let other = seeds.randomElement(using: &random)!
            let piece = Data(other[self.range(of: other)])
            if Bool.random(using: &random) {
                overwrite(&data, at: range.lowerBound, piece)
            } else {
                data.removeSubrange(range.upperBound...)
            }
        }
    }

    /// A place, and mostly few bytes from there.
    private mutating func range(of data: Data) -> Range<Int> {
        let start = Int.random(in: 0..<data.count, using: &random)
        let longest = Bool.random(using: &random) ? 8 : data.count
        return start..<min(data.count, start + Int.random(in: 1...longest, using: &random))
    }

    /// Integers that readers stumble over.
    private mutating func integer() -> [UInt8] {
        let values: [UInt64] = [
            0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 1 << 20, 0x7FFF_FFFF, 0x8000_0000,
            0xFFFF_FFFF,
            1 << 33, UInt64(Int64.max), 1 << 63, .max,
        ]
        let width = [1, 2, 4, 8].randomElement(using: &random)!
        return Array(PickleBuilder.little(values.randomElement(using: &random)!).prefix(width))
    }

    private func overwrite(_ data: inout Data, at start: Int, _ bytes: Data) {
        data.replaceSubrange(start..<min(data.count, start + bytes.count), with: bytes)
    }
}
