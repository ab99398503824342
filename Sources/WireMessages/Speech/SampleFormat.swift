import CLyreProto
import LyreRPC

/// How samples are written.
public enum SampleFormat: UInt32, Sendable, CaseIterable {
    /// 16-bit signed, little-endian.
    case s16 = 0
    /// 32-bit float, little-endian, full scale 1.
    case f32 = 1

    public var bytesPerSample: Int { self == .s16 ? 2 : 4 }

    init(checking value: Lyre__Speech__V1__SampleFormat) throws(RPCError) {
        guard let format = SampleFormat(rawValue: UInt32(value.rawValue)) else {
            throw RPCError(.invalidArgument, "there is no sample format \(value.rawValue)")
        }
        self = format
    }
    var c: Lyre__Speech__V1__SampleFormat { .init(rawValue: .init(rawValue)) }
}
