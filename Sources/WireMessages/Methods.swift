import LyreRPC

/// The methods of Lyre's services.
public enum Speech {
    public static let speak = Method<SpeakRequest, SpeakReply>(
        "Speech/Speak", clientStreams: true, serverStreams: true)
}

public enum Text {
    public static let prepare = Method<PrepareRequest, PrepareReply>("Text/Prepare")
}

public enum Tokens {
    public static let generate = Method<GenerateRequest, GenerateReply>(
        "Tokens/Generate", serverStreams: true)
    public static let sessions = Method<SessionsRequest, SessionsReply>("Tokens/Sessions")
}

public enum Decoder {
    public static let decode = Method<DecodeRequest, DecodeReply>(
        "Decoder/Decode", clientStreams: true, serverStreams: true)
    public static let encode = Method<EncodeRequest, EncodeReply>(
        "Decoder/Encode", clientStreams: true, serverStreams: true)
}

public enum Health {
    public static let check = Method<HealthRequest, HealthReply>("Health/Check")
    public static let watch = Method<HealthRequest, HealthReply>(
        "Health/Watch", serverStreams: true)
}

public enum Reflection {
    public static let describe = Method<ReflectionRequest, ReflectionReply>("Reflection/Describe")
}

public enum ServerStatus {
    public static let metrics = Method<MetricsRequest, MetricsReply>("Status/Metrics")
}
