/// The methods that a server offers.
public struct Registry: Sendable {
    private var handlers: [String: Handler] = [:]
    private var admissions: [String: Admission] = [:]
    private var roles: [String: Set<Role>] = [:]
    private var pressure: (@Sendable () -> (queued: Int, worstLead: Duration?))?

    public init() {}

    public var services: [String] {
        Set(handlers.keys.map { String($0.prefix { $0 != "/" }) }).sorted()
    }
    public var methods: [MethodDescription] {
        handlers.values.map(\.method).sorted { $0.name < $1.name }
    }

    public func offers(service: String) -> Bool { services.contains(service) }
    func handler(_ method: String) -> Handler? { handlers[method] }

    /// Bounds the calls of a service, all its methods together; before its methods are added.
    public mutating func limit(_ service: String, to admission: Admission) {
        admissions[service] = admission
    }

    /// Says who may call a service, or one of its methods, which counts before its service. What
    /// nobody says anything about everybody may call.
    public mutating func permit(_ name: String, to roles: Role...) { self.roles[name] = Set(roles) }

    func roles(for method: String) -> Set<Role>? {
        roles[method] ?? roles[String(method.prefix { $0 != "/" })]
    }

    /// Says in LOAD, besides calls and places, how much waits inside of a service, and how much
    /// sound the listener has left to play who has the least; nil where nobody listens.
    public mutating func report(
        _ pressure: @escaping @Sendable () -> (queued: Int, worstLead: Duration?)
    ) {
        precondition(self.pressure == nil, "one service of a server reports")
        self.pressure = pressure
    }

    /// How busy the bounded services are, all together.
    var load: Load {
        let (active, capacity) = admissions.values.reduce((0, 0)) {
            ($0.0 + $1.active, $0.1 + $1.capacity)
        }
        var load = Load(active: UInt32(clamping: active), capacity: UInt32(clamping: capacity))
        if let (queued, lead) = pressure?() {
            load.queued = UInt32(clamping: queued)
            load.worstLeadMilliseconds = lead.map { Int32(clamping: Int64($0.inSeconds * 1000)) }
        }
        return load
    }

    /// One message in, one out.
    public mutating func unary<Q: Message, R: Message>(
        _ method: Method<Q, R>, execution: Handler.Execution = .concurrent,
        _ body: @escaping @Sendable (Q, CallContext) async throws -> R
    ) {
        add(method, execution) { call in
            let request = try await call.onlyMessage(Q.self)
            return try await body(request, call.context).encoded()
        }
    }

    /// One message in, a stream out.
    public mutating func serverStream<Q: Message, R: Message>(
        _ method: Method<Q, R>,
        _ body: @escaping @Sendable (Q, MessageWriter<R>, CallContext) async throws -> Void
    ) {
        add(method, .concurrent) { call in
            let request = try await call.onlyMessage(Q.self)
            try await body(request, call.writer(R.self), call.context)
            return nil
        }
    }

    /// Streams both ways.
    public mutating func bidirectional<Q: Message, R: Message>(
        _ method: Method<Q, R>,
        _ body:
            @escaping @Sendable (MessageReader<Q>, MessageWriter<R>, CallContext) async throws ->
            Void
    ) {
        add(method, .concurrent) { call in
            try await body(call.reader(Q.self), call.writer(R.self), call.context)
            return nil
        }
    }

    private mutating func add<Q: Message, R: Message>(
        _ method: Method<Q, R>, _ execution: Handler.Execution,
        _ run: @escaping @Sendable (ServerCall) async throws -> [UInt8]?
    ) {
        precondition(handlers[method.name] == nil, "\(method.name) is registered twice")
        handlers[method.name] = Handler(
            method: MethodDescription(method), execution: execution,
            admission: admissions[method.service], run: run)
    }
}
