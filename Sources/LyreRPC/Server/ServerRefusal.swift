/// Why a server refused a peer, a session or a call. The raw values are labels of a metric.
public enum ServerRefusal: String, Sendable, CaseIterable {
    /// A key that nobody allowed.
    case key
    /// No key, or no ZeroMQ.
    case mechanism
    /// The handshake was not finished in time, or by a peer without the server's public key.
    case handshake
    /// More sessions than one caller may have.
    case sessions
    /// What is no frame of this protocol.
    case frame
    /// A frame of a session that there is not.
    case session
    /// A rule of the protocol that was broken within a session.
    case violation
    /// A method that the caller's key is not for.
    case role
}
