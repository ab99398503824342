/// The command line of a profile on this machine.
public struct EngineCommand: Hashable, Sendable, CustomStringConvertible {
    /// The program and its arguments.
    public let words: [String]
    /// Set over the environment that the program inherits.
    public let environment: [String: String]
    /// Where it will answer, as `http://127.0.0.1:43121`.
    public let baseURL: String
    /// The model's name in requests.
    public let model: String

    /// - Parameters:
    ///   - port: Of the loopback interface.
    ///   - program: What comes before the model unless the profile says it.
    ///   - apiKey: What clients have to send; goes by the environment, where other users of the
    ///     machine cannot read it.
    public init(
        _ profile: EngineProfile, port: Int, program: [String]? = nil, apiKey: String? = nil
    ) {
        let program = profile.program ?? program ?? EngineProfile.defaultProgram
        let own = [
            EngineFlag("host", "127.0.0.1"), EngineFlag("port", "\(port)"),
            EngineFlag("served-model-name", profile.model),
        ]
        words = program + [profile.model] + (own + profile.flags).flatMap(\.words)
        environment = profile.environment.merging(apiKey.map { ["VLLM_API_KEY": $0] } ?? [:]) { $1 }
        baseURL = "http://127.0.0.1:\(port)"
        model = profile.model
    }

    /// As it would be typed.
    public var description: String {
        words.map { word in
            let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:=,@+".contains($0) }
            return isPlain && !word.isEmpty
                ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false)
                    .joined(separator: #"'\''"#) + "'"
        }.joined(separator: " ")
    }
}
