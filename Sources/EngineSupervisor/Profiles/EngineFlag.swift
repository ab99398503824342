/// A flag of an inference server's command line.
public struct EngineFlag: Hashable, Sendable {
    /// Without its dashes: `max-num-seqs`.
    public let name: String
    /// None for a flag that stands alone.
    public let values: [String]

    public init(_ name: String, _ values: String...) {
        self.init(name, values: values)
    }

    init(_ name: String, values: [String]) {
        self.name = name
        self.values = values
    }

    /// `--max-num-seqs`, `2`.
    public var words: [String] { ["--\(name)"] + values }
}

extension [EngineFlag] {
    /// Sets a flag: in the place of one of the same name, or at the end.
    public mutating func set(_ flag: EngineFlag) {
        if let index = firstIndex(where: { $0.name == flag.name }) {
            self[index] = flag
        } else {
            append(flag)
        }
    }
}
