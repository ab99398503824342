/// Which device decodes: `cpu`, `cuda` (the first GPU), `cuda:1`, or by the name that `nvidia-smi
/// -L` prints: `cuda:GPU-…`, `cuda:MIG-…` for a slice of one.
public enum DeviceName: Hashable, Sendable, CustomStringConvertible {
    case cpu
    case gpu(Int)
    /// A GPU or a slice of one by its UUID.
    case named(String)

    /// - Returns: nil where it is none of these.
    public init?(_ text: String) {
        switch text {
        case "cpu": self = .cpu
        case "cuda": self = .gpu(0)
        default:
            guard text.hasPrefix("cuda:") else { return nil }
            let name = text.dropFirst(5)
            if let index = Int(name), (0..<1024).contains(index) {
                self = .gpu(index)
            } else if name.hasPrefix("GPU-") || name.hasPrefix("MIG-"),
                name.utf8.count < 100,
                name.unicodeScalars.allSatisfy({
                    $0.isASCII
                        && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
                            || "-/".unicodeScalars.contains($0))
                })
            {
                self = .named(String(name))
            } else {
                return nil
            }
        }
    }

    public var description: String {
        switch self {
        case .cpu: "cpu"
        case .gpu(let index): "cuda:\(index)"
        case .named(let name): "cuda:\(name)"
        }
    }
}
