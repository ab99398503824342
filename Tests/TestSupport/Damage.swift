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
    public init(of good: [[UInt8]], pieces: [String] = [], limit: Int = 4096, seed: UInt64 = 0) {
        self.good = good
        self.pieces = pieces.map { Array($0.utf8) }
        self.limit = limit
        random = SeededGenerator(seed: Self.seed &+ seed)
    }

    public mutating func next() -> [UInt8] {
        var bytes = good.randomElement(using: &random)!
        for _ in 0..<Int.random(in: 0...6, using: &random) { change(&bytes) }
        return Array(bytes.prefix(limit))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...16, using: &random))
        switch Int.random(in: 0..<7, using: &random) {
        case 0 where place < bytes.count: bytes[place] = .random(in: 0...255, using: &random)
        case 1 where place < bytes.count:
            bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4: bytes = Array(bytes.prefix(place))
        case 5:
            let other = good.randomElement(using: &random)!
            bytes =
                bytes.prefix(place) + other.suffix(Int.random(in: 0...other.count, using: &random))
        default:
            if let piece = pieces.randomElement(using: &random) {
                bytes.insert(contentsOf: piece, at: place)
            }
        }
    }
}
