/// Told of the calls of a server or of a channel, for metrics and traces.
///
/// What stands behind it is no business of this module. It is called where calls run, on their
/// transport's thread: it must not block.
public protocol CallObserver: Sendable {
    /// A call begins.
    ///
    /// - Parameters:
    ///   - method: `Speech/Speak`; nil where a caller named one that the server does not have, for
    ///     such names are without number.
    ///   - traceparent: Of who makes the call; empty for none.
    func begin(_ method: String?, traceparent: String) -> any ObservedCall
}

/// A call, or a part of one, as it is observed from its beginning to its end.
public protocol ObservedCall: Sendable {
    /// W3C trace context that further calls of this one carry; empty for none.
    var traceparent: String { get }

    /// Something happened that a trace is to show: `first_sample`.
    func note(_ event: String)

    /// What a trace is to say of it: `frames`, 96.
    func note(_ key: String, _ value: Int)

    /// A part of it begins, which takes a while: `normalize`.
    func part(_ name: String) -> any ObservedCall

    /// A sender had to wait for so long for its reader.
    func stalled(_ time: Duration)

    /// It has ended. Called once.
    func end(_ status: Status)
}

/// Nobody looks; trace contexts are handed on as they come.
public struct Unobserved: CallObserver, ObservedCall {
    public let traceparent: String

    public init(traceparent: String = "") { self.traceparent = traceparent }

    public func begin(_ method: String?, traceparent: String) -> any ObservedCall {
        Unobserved(traceparent: traceparent)
    }

    public func note(_ event: String) {}
    public func note(_ key: String, _ value: Int) {}
    public func part(_ name: String) -> any ObservedCall { self }
    public func stalled(_ time: Duration) {}
    public func end(_ status: Status) {}
}
