import CLyreProto
import LyreRPC

/// How tokens are drawn; nil for the service's default.
public struct SamplingOptions: Hashable, ProtobufMessage {
    public var temperature: Double?
    public var topP: Double?
    public var repetitionPenalty: Double?

    public init(temperature: Double? = nil, topP: Double? = nil, repetitionPenalty: Double? = nil) {
        self.temperature = temperature
        self.topP = topP
        self.repetitionPenalty = repetitionPenalty
    }

    typealias C = Lyre__Speech__V1__Sampling
    public static var schemaName: String { "lyre.speech.v1.Sampling" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__sampling__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__sampling__unpack }

    init(reading c: C) throws(RPCError) {
        temperature = c.greedy != 0 ? 0 : c.temperature == 0 ? nil : c.temperature
        topP = c.top_p == 0 ? nil : c.top_p
        repetitionPenalty = c.repetition_penalty == 0 ? nil : c.repetition_penalty
        guard (temperature ?? 0.6).isFinite, (0...5).contains(temperature ?? 0.6) else {
            throw RPCError(.invalidArgument, "the temperature is outside of 0...5")
        }
        guard (0.0...1.0).contains(topP ?? 1) else {
            throw RPCError(.invalidArgument, "top_p is outside of 0...1")
        }
        guard (0.1...10).contains(repetitionPenalty ?? 1) else {
            throw RPCError(.invalidArgument, "the repetition penalty is outside of 0.1...10")
        }
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.temperature = temperature ?? 0
        c.greedy = temperature == 0 ? 1 : 0
        c.top_p = topP ?? 0
        c.repetition_penalty = repetitionPenalty ?? 0
    }
}
