/// A deployment of an inference server: what is started, with which model and flags.
public struct EngineProfile: Hashable, Sendable {
    /// What comes before the model where nothing else is said.
    public static let defaultProgram = ["vllm", "serve"]
    /// Flags that its host sets, and why a profile must not.
    static let reserved = [
        "host": "it listens on 127.0.0.1", "port": "a free one is chosen",
        "served-model-name": "it is the model's name", "model": "it has a key of its own: model",
        "api-key": "anybody can read a command line, so a key goes by the environment",
    ]

    public let name: String
    /// A name of the Hugging Face hub, or a folder.
    public var model: String
    /// What comes before the model; nil for the host's choice.
    public var program: [String]?
    /// In the order of the file.
    public var flags: [EngineFlag]
    public var environment: [String: String]
    /// From its start until it has to be ready, downloads included.
    public var readyWithin: Duration

    public init(
        name: String, model: String, program: [String]? = nil, flags: [EngineFlag] = [],
        environment: [String: String] = [:], readyWithin: Duration = .seconds(1800)
    ) {
        self.name = name
        self.model = model
        self.program = program
        self.flags = flags
        self.environment = environment
        self.readyWithin = readyWithin
    }

    /// The value of a flag; nil where it is not set, or stands alone.
    public func value(of flag: String) -> String? {
        flags.first { $0.name == flag }?.values.first
    }
}
