import LyreRPC
import WireMessages

/// A message type without its type, for tests of all of them.
struct MessageKind: CustomStringConvertible {
    let schemaName: String
    /// Decodes, and encodes again what was decoded.
    let again: @Sendable ([UInt8]) throws(RPCError) -> [UInt8]

    init<M: Message & Equatable>(_: M.Type) {
        schemaName = M.schemaName
        again = { bytes throws(RPCError) in
            let message = try M(decoding: bytes)
            let encoded = message.encoded()
            guard try M(decoding: encoded) == message else {
                throw RPCError(.dataLoss, "\(message) changed on its way")
            }
            return encoded
        }
    }

    var description: String { schemaName }

    static let all = [
        MessageKind(HealthRequest.self), MessageKind(HealthReply.self),
        MessageKind(ReflectionRequest.self), MessageKind(ReflectionReply.self),
        MessageKind(MetricsRequest.self), MessageKind(MetricsReply.self),
        MessageKind(MethodInfo.self), MessageKind(PrepareRequest.self),
        MessageKind(PrepareReply.self),
        MessageKind(PreparedPrompt.self), MessageKind(PreparedReading.self),
        MessageKind(TextRules.self), MessageKind(LexiconEntry.self), MessageKind(SpeakRequest.self),
        MessageKind(SpeakStart.self),
        MessageKind(SpeakReply.self), MessageKind(SpeakSummary.self),
        MessageKind(GenerateRequest.self),
        MessageKind(GenerateReply.self), MessageKind(GenerateEnd.self),
        MessageKind(SessionsRequest.self), MessageKind(SessionsReply.self),
        MessageKind(SessionInfo.self),
        MessageKind(DecodeRequest.self),
        MessageKind(DecodeStart.self), MessageKind(DecodeReply.self),
        MessageKind(EncodeRequest.self),
        MessageKind(EncodeReply.self), MessageKind(Audio.self), MessageKind(CodeFrames.self),
        MessageKind(SamplingOptions.self),
    ]

    static func named(_ name: String) -> MessageKind? { all.first { $0.schemaName == name } }
}
