import CLyreProto
import LyreRPC

/// Whether numbers, dates and abbreviations are written out.
public enum Normalization: UInt32, Sendable, CaseIterable {
    case automatic = 0
    case off = 1

    init(checking value: Lyre__Speech__V1__Normalization) throws(RPCError) {
        guard let normalization = Normalization(rawValue: UInt32(value.rawValue)) else {
            throw RPCError(.invalidArgument, "there is no normalization \(value.rawValue)")
        }
        self = normalization
    }
    var c: Lyre__Speech__V1__Normalization { .init(rawValue: .init(rawValue)) }
}
