/// The methods that a server offers.
public struct Registry: Sendable {
    private var handlers: [String: Handler] = [:]
    private var admissions: [String: Admission] = [:]

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

    /// Calls at work and places, of all bounded services together.
    var load: (active: Int, capacity: Int) {
        admissions.values.reduce((0, 0)) { ($0.0 + $1.active, $0.1 + $1.capacity) }
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
        _ body: @escaping @Sendable (MessageReader<Q>, MessageWriter<R>, CallContext) async throws -> Void
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
