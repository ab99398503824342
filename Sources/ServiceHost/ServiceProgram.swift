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
    let metrics: PrometheusRegistry
    let isPlugin: Bool

    public init(name: String, settings: Settings) throws {
        self.name = name
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
    ///   - ports: Defaults for the RPC and the admin port.
    ///   - register: Adds the program's methods; the admission bounds them all.
    public func run(
        service: String, ports: (rpc: Int, admin: Int), capacity: Int,
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
        let server = RPCServer(registry: registry, schema: Schema.hash)
        reflection.settle(server)

        let address = try listenAddress(defaultPort: ports.rpc)
        let listener = RPCListener(
            server: server, address: address, transport: transport, health: health,
            readiness: readiness, grace: .seconds(grace), logger: logger
        ) { endpoint in
            guard isPlugin else { return }
            PluginHandshake(service: "lyre.\(service)", endpoint: endpoint.address).announce()
        }
        var services: [any Service] = background + [listener]
        if let admin = try adminServer(defaultPort: ports.admin) { services.insert(admin, at: 0) }
        try await ServiceRunner(
            services, plugin: isPlugin, drain: .seconds(grace + 5), logger: logger
        ).run()
    }

    private func listenAddress(defaultPort: Int) throws -> Address {
        let standard = isPlugin ? "tcp://127.0.0.1:0" : "tcp://127.0.0.1:\(defaultPort)"
        let address = try Address(settings.string("listen", default: standard))
        guard try address.isLoopback || settings.flag("trust-network") else {
            throw SettingsError(
                "\(address.host) can be reached from other machines, and this service asks for no key: "
                    + "listen on 127.0.0.1, or add --trust-network if nobody else can get there")
        }
        return address
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
