import ArgumentParser

/// Flags that every service has. All of them can be given by the environment and the file too.
public struct HostOptions: ParsableArguments {
    @Option(help: "Where to listen, such as tcp://127.0.0.1:7101; port 0 takes any that is free.")
    public var listen: String?

    @Option(help: "Where /livez, /readyz and /metrics are served over HTTP: host:port, or 'off'.")
    public var admin: String?

    @Option(help: "Calls to work on at once; the next one is refused.")
    public var capacity: String?

    @Option(help: "Seconds that calls at work are given to end after SIGTERM.")
    public var grace: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    public var logLevel: String?

    @Option(help: "logfmt or json.")
    public var logFormat: String?

    @Option(help: "Metrics and traces: on, or off to see what they cost.")
    public var watch: String?

    @Option(
        help: ArgumentHelp(
            "A collector that takes traces by OTLP over HTTP; none where left out.",
            valueName: "url"))
    public var otlp: String?

    @Option(help: "The share of traces that are sampled, of those that begin here: 0 to 1.")
    public var traceShare: String?

    @Option(
        help: ArgumentHelp(
            "The service's secret key, by which it is known to callers and to those it calls.",
            valueName: "file"))
    public var key: String?

    @Option(
        help: ArgumentHelp(
            "Who may call, a public key a line (see 'lyre keys').", valueName: "file"))
    public var allow: String?

    @Flag(
        help: "Run for a host: take a free port, print one handshake line, end with standard input."
    )
    public var plugin = false

    @Option(help: ArgumentHelp("A YAML or JSON file with the same settings.", valueName: "file"))
    public var config: String?

    public init() {}

    /// The settings of these flags and of those that a program has besides.
    public func settings(with own: [String: String?] = [:]) async throws -> Settings {
        var flags: [String: String?] = [
            "listen": listen, "admin": admin, "capacity": capacity, "grace": grace,
            "log-level": logLevel, "log-format": logFormat, "watch": watch, "otlp": otlp,
            "trace-share": traceShare,
            "key": key, "allow": allow, "plugin": plugin ? "true" : nil,
        ]
        flags.merge(own) { $1 }
        return try await Settings(flags: flags, file: config)
    }
}
