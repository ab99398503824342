/// Cuts what a program writes into lines.
///
/// Progress bars end theirs with a carriage return; those count as lines too. A line that does not
/// end is cut at the limit, so that memory is bounded.
package struct LineSplitter {
    package static let limit = 8192

    private var pending: [UInt8] = []
    private var isCut = false

    package init() {}

    /// The lines that are complete now, without their ends, empty ones left out.
    package mutating func push(_ bytes: some Sequence<UInt8>) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                take(into: &lines)
                isCut = false
            } else if !isCut {
                pending.append(byte)
                if pending.count == Self.limit {
                    take(into: &lines)
                    isCut = true
                }
            }
        }
        return lines
    }

    /// What is left at the end.
    package mutating func finish() -> [String] {
        var lines: [String] = []
        take(into: &lines)
        return lines
    }

    private mutating func take(into lines: inout [String]) {
        if !pending.isEmpty { lines.append(String(decoding: pending, as: UTF8.self)) }
        pending.removeAll(keepingCapacity: true)
    }
}
