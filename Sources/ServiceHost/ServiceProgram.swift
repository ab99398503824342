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
    /// Tells this process from others of its kind.
    private let instance = String(UInt64.random(in: .min ... .max), radix: 16)
    private let export: SpanExport?
    private let isWatched: Bool

    /// - Parameter ports: Defaults for the RPC and the admin port.
    /// - Throws: In one sentence, where a setting or a key's file cannot be used.
    public init(name: String, ports: (rpc: Int, admin: Int), settings: Settings) throws {
        self.name = name
        adminPort = ports.admin
        self.settings = settings
        OpenFileLimit.raise()
        HeapArenas.shareOne()
        LogSetup.bootstrap(
            level: try LogSetup.level(named: settings.string("log-level", default: "info")),
            format: try LogSetup.format(named: settings.string("log-format", default: "logfmt")))
        metrics = PrometheusRegistry()
        isWatched = try settings.isOn("watch")
        if isWatched {
            metrics.addProcessMetrics()
            metrics.describeCalls()
            MetricsSystem.bootstrap(metrics)
        }
        logger = Logger(label: name)
        let tickLateness = Timer(label: "lyre_rpc_tick_late_seconds")
        transport = ZeroMQTransport(client: name) {
            tickLateness.recordNanoseconds($0.wholeNanoseconds)
        }
        export =
            isWatched
            ? try SpanExport(settings, service: name, instance: instance, logger: logger) : nil
        if let export { metrics.count(export) }
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
            security: keys.client(settings, setting + "-key"),
            calls: observer(.client))
        let watch = ChannelWatch(service: service, logger: logger)
        channel.observe { watch.observe($0) }
        beforeScrape { [weak channel] in
            if let channel { watch.update(channel.report) }
        }
        return channel
    }

    /// Explains a metric on `/metrics`.
    /// - Parameter buckets: Of a histogram; its name suggests some where they are left out.
    public func describe(_ label: String, _ help: String, buckets: Buckets? = nil) {
        metrics.describe(label, help, buckets: buckets)
    }

    /// Explains a service's metrics, before it makes them.
    public func describe(_ notes: [(name: String, help: String, buckets: [Double]?)]) {
        for note in notes {
            describe(note.name, note.help, buckets: note.buckets.map { Buckets($0) })
        }
    }

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
        register(&registry, Admission(capacity: capacity))
        let health = ServiceHealth(services: registry.services)
        health.register(in: &registry)
        let late = LateServer()
        registry.unary(Reflection.describe) { _, _ in ReflectionReply(try late.value) }
        let status = StatusSource(program: name, metrics: metrics)
        registry.permit("Status", to: .operator)
        registry.unary(ServerStatus.metrics) { _, _ in status.reply(of: try late.value) }
        let door = DoorWatch(logger: logger)
        let server = RPCServer(
            registry: registry, schema: Schema.hash, instance: instance,
            calls: observer(.server, methods: registry.methods.map(\.name))
        ) { door.observe($0) }
        late.settle(server)

        let listener = RPCListener(
            server: server, address: address, keys: keys, transport: transport, health: health,
            readiness: readiness, grace: .seconds(grace), logger: logger
        ) { endpoint in
            guard isPlugin else { return }
            PluginHandshake(service: "lyre.\(service)", endpoint: endpoint.address).announce()
        }
        var services: [any Service] = background + [listener]
        // It ends after the listener, whose last calls it still has to tell of.
        if let export { services.insert(export, at: 0) }
        if let admin = try adminServer(defaultPort: adminPort) { services.insert(admin, at: 0) }
        try await ServiceRunner(
            services, plugin: isPlugin, drain: .seconds(grace + 5), logger: logger
        ).run()
    }

    private func observer(
        _ side: CallMeters.Side, methods: [String] = []
    ) -> any CallObserver {
        isWatched
            ? CallWatch(side, methods: methods, tracer: export?.tracer) : Unobserved()
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
