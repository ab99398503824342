/// What a process did between two moments of a trace.
public struct Span: Sendable, Hashable {
    /// OpenTelemetry's numbers.
    public enum Kind: Int, Sendable {
        case part = 1
        case server = 2
        case client = 3
    }

    /// A moment within it.
    public struct Event: Sendable, Hashable {
        public let name: String
        /// Nanoseconds since 1970.
        public let time: UInt64
    }

    /// What a span holds at most of events and of values; further ones are left out.
    public static let limit = 32

    public let service: String
    public let name: String
    public let kind: Kind
    public let context: TraceContext
    /// The span that it is a part of; 0 for none.
    public let parent: UInt64
    /// Nanoseconds since 1970.
    public let start: UInt64
    public var end: UInt64
    public private(set) var events: [Event] = []
    public private(set) var values: [String: Int] = [:]
    /// `UNAVAILABLE: the server is shutting down`; nil where it went well.
    public var error: String?

    public init(
        service: String, name: String, kind: Kind, context: TraceContext, parent: UInt64,
        start: UInt64
    ) {
        self.service = service
        self.name = name
        self.kind = kind
        self.context = context
        self.parent = parent
        self.start = start
        end = start
    }

    public mutating func note(_ event: String, at time: UInt64) {
        if events.count < Self.limit { events.append(Event(name: event, time: time)) }
    }

    public mutating func note(_ key: String, _ value: Int) {
        if values.count < Self.limit || values[key] != nil { values[key] = value }
    }
}
