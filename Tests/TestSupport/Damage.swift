/// Makes endless input of a few good ones: bytes changed, taken out, doubled and mixed.
///
/// `LYRE_FUZZ_ROUNDS` inputs a reader, from `LYRE_FUZZ_SEED` on; `tools/fuzz/run` runs millions
/// under the address sanitizer.
public struct Damage {
    /// Inputs that each reader is to get.
    public static let rounds = TestSetting.number("LYRE_FUZZ_ROUNDS", else: 20_000)
    public static let seed = UInt64(TestSetting.number("LYRE_FUZZ_SEED", else: 1))

    private let good: [[UInt8]]
    private let pieces: [[UInt8]]
    private let limit: Int
    public var random: SeededGenerator

    /// - Parameters:
    ///   - good: What a reader takes.
    ///   - pieces: What its format is made of, to be put anywhere.
    ///   - limit: The longest input.
    public init(of good: [[UInt8]], pieces: [[UInt8]], limit: Int = 4096) {
        self.good = good
        self.pieces = pieces
        self.limit = limit
        random = SeededGenerator(seed: Self.seed)
    }

    public init(of good: [[UInt8]], pieces: [String] = [], limit: Int = 4096) {
        self.init(of: good, pieces: pieces.map { Array($0.utf8) }, limit: limit)
    }

    /// One of the good ones with none to six changes.
    public mutating func next() -> [UInt8] {
        var bytes = good.randomElement(using: &random)!
        for _ in 0..<Int.random(in: 0...6, using: &random) { change(&bytes) }
        return Array(bytes.prefix(limit))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes.append(0) }
        let range = range(of: bytes)
        let place = range.lowerBound
        switch Int.random(in: 0..<10, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1, 2: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 3: overwrite(&bytes, at: place, integer())
        case 4: bytes.removeSubrange(range)
        case 5:
            bytes.insert(
                contentsOf: Array(bytes[range]), at: .random(in: 0...bytes.count, using: &random))
        case 6:
            if let piece = pieces.randomElement(using: &random) {
                bytes.insert(contentsOf: piece, at: place)
            }
        case 7:
            if let piece = pieces.randomElement(using: &random) {
                overwrite(&bytes, at: place, piece)
            }
        case 8: bytes.removeSubrange(range.upperBound...)
        default:
            let other = good.randomElement(using: &random)!
            guard !other.isEmpty else { return }
            let piece = Array(other[self.range(of: other)])
            if Bool.random(using: &random) {
                overwrite(&bytes, at: place, piece)
            } else {
                bytes.replaceSubrange(place..., with: piece)
            }
        }
    }

    /// A place, and mostly few bytes from there.
    private mutating func range(of bytes: [UInt8]) -> Range<Int> {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let longest = Bool.random(using: &random) ? 8 : bytes.count
        return start..<min(bytes.count, start + Int.random(in: 1...longest, using: &random))
    }

    /// Integers that readers stumble over, the low byte first.
    private mutating func integer() -> [UInt8] {
        let values: [UInt64] = [
            0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 1 << 20, 0x7FFF_FFFF, 0x8000_0000,
            0xFFFF_FFFF, 1 << 33, UInt64(Int64.max), 1 << 63, .max,
        ]
        let value = values.randomElement(using: &random)!
        let width = [1, 2, 4, 8].randomElement(using: &random)!
        return (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }

    private func overwrite(_ bytes: inout [UInt8], at start: Int, _ new: [UInt8]) {
        bytes.replaceSubrange(start..<min(bytes.count, start + new.count), with: new)
    }
}
