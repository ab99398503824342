import CoreMetrics
import Logging
import LyreRPC
import Observability
import ServiceLifecycle
import WireMessages
import ZeroMQTransport

/// What is the same in every service's program: logs, metrics, admin port, health, reflection, the
/// listener, the plugin's handshake and a graceful end.
public struct ServiceProgram: Sendable {
    /// `lyre-decoder`.
    public let name: String
    public let settings: Settings
    public let transport: ZeroMQTransport
    public let logger: Logger
    public let readiness = Readiness("serving")
    private let address: Address
    private let keys: ServiceKeys
    let metrics: PrometheusRegistry
    private let adminPort: Int
    let isPlugin: Bool

    /// - Parameter ports: Defaults for the RPC and the admin port.
    /// - Throws: In one sentence, where a setting or a key's file cannot be used.
    public init(name: String, ports: (rpc: Int, admin: Int), settings: Settings) throws {
        self.name = name
        adminPort = ports.admin
        self.settings = settings
        OpenFileLimit.raise()
        LogSetup.bootstrap(
            level: try LogSetup.level(named: settings.string("log-level", default: "info")),
            format: try LogSetup.format(named: settings.string("log-format", default: "logfmt")))
        metrics = PrometheusRegistry()
        metrics.addProcessMetrics()
        MetricsSystem.bootstrap(metrics)
        logger = Logger(label: name)
        transport = ZeroMQTransport(client: name)
        isPlugin = try settings.flag("plugin")
        address = try Address(
            settings.string("listen", default: Self.standardAddress(ports.rpc, isPlugin)))
        keys = try ServiceKeys(settings, listensTo: address)
    }

    private static func standardAddress(_ port: Int, _ isPlugin: Bool) -> String {
        isPlugin ? "tcp://127.0.0.1:0" : "tcp://127.0.0.1:\(port)"
    }

    /// A channel to another service.
    ///
    /// - Parameters:
    ///   - setting: Says where it is: `tokens`, while `tokens-key` names the file of its public key.
    ///   - standard: Where it is when the setting is missing.
    public func channel(
        _ setting: String, default standard: String, service: String
    ) throws -> Channel {
        let channel = try transport.channel(
            to: settings.string(setting, default: standard), service: service,
            security: keys.client(settings, setting + "-key"))
        let watch = ChannelWatch(service: service, logger: logger)
        channel.observe { watch.observe($0) }
        beforeScrape { [weak channel] in
            if let channel { watch.update(channel.report) }
        }
        return channel
    }

    /// Explains a metric on `/metrics`.
    public func describe(_ label: String, _ help: String) { metrics.describe(label, help) }

    /// Calls `update` before metrics are read, for gauges that are looked up rather than counted.
    public func beforeScrape(_ update: @escaping @Sendable () -> Void) {
        metrics.beforeScrape { _ in update() }
    }

    /// Serves until the program is told to end.
    ///
    /// - Parameters:
    ///   - service: The service that the handshake line names: `Decoder`.
    ///   - register: Adds the program's methods; the admission bounds them all.
    public func run(
        service: String, capacity: Int,
        background: [any Service] = [],
        register: (inout Registry, Admission) -> Void
    ) async throws {
        let capacity = try settings.int("capacity", default: capacity, in: 1...100_000)
        let grace = try settings.int("grace", default: 25, in: 0...3600)
        var registry = Registry()
        let refused = Counter(label: "lyre_\(service.lowercased())_refused_total")
        refused.increment(by: 0)
        register(&registry, Admission(capacity: capacity) { refused.increment() })
        let health = ServiceHealth(services: registry.services)
        health.register(in: &registry)
        let reflection = ReflectionSource()
        registry.unary(Reflection.describe) { _, _ in try reflection.reply() }
        let door = DoorWatch(logger: logger)
        let server = RPCServer(registry: registry, schema: Schema.hash) { door.observe($0) }
        reflection.settle(server)

        let listener = RPCListener(
            server: server, address: address, keys: keys, transport: transport, health: health,
            readiness: readiness, grace: .seconds(grace), logger: logger
        ) { endpoint in
            guard isPlugin else { return }
            PluginHandshake(service: "lyre.\(service)", endpoint: endpoint.address).announce()
        }
        var services: [any Service] = background + [listener]
        if let admin = try adminServer(defaultPort: adminPort) { services.insert(admin, at: 0) }
        try await ServiceRunner(
            services, plugin: isPlugin, drain: .seconds(grace + 5), logger: logger
        ).run()
    }

    private func adminServer(defaultPort: Int) throws -> AdminServer? {
        // A plugin's host asks by RPC; an admin port of its own would have to be told to somebody.
        let text = settings.string("admin", default: isPlugin ? "off" : "127.0.0.1:\(defaultPort)")
        if text == "off" { return nil }
        let address = try Address(text)
        return AdminServer(
            host: address.host, port: Int(address.port), readiness: readiness, registry: metrics,
            logger: logger)
    }
}
