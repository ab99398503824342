import CLyreProto
import LyreRPC

/// Samples of an utterance, 24 kHz mono.
public struct Audio: Hashable, ProtobufMessage {
    /// Index of the first sample within the utterance.
    public var firstSample: UInt64
    /// In the ``SampleFormat`` that was asked for.
    public var samples: [UInt8]

    public init(firstSample: UInt64, samples: [UInt8]) {
        self.firstSample = firstSample
        self.samples = samples
    }

    typealias C = Lyre__Speech__V1__Audio
    public static var schemaName: String { "lyre.speech.v1.Audio" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__audio__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__audio__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(firstSample: c.first_sample, samples: [UInt8](copying: c.samples))
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.first_sample = firstSample
        c.samples = arena.bytes(samples)
    }
}
