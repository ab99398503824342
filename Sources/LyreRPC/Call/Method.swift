/// A method of a service: its name and the types of its messages.
public struct Method<Request: Message, Reply: Message>: Sendable {
    /// `Service/Method`.
    public let name: String
    public let clientStreams: Bool
    public let serverStreams: Bool

    public init(_ name: String, clientStreams: Bool = false, serverStreams: Bool = false) {
        self.name = name
        self.clientStreams = clientStreams
        self.serverStreams = serverStreams
    }

    public var service: String { String(name.prefix { $0 != "/" }) }
}
