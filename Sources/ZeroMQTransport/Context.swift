import CZeroMQ

/// libzmq's context: its I/O thread and all sockets.
///
/// `@unchecked Sendable`: libzmq's contexts may be used from every thread, and the pointer never
/// changes.
package final class Context: @unchecked Sendable {
    let raw: UnsafeMutableRawPointer

    package init() {
        guard let raw = zmq_ctx_new() else { fatalError("libzmq has no memory for a context") }
        zmq_ctx_set(raw, ZMQ_MAX_SOCKETS, 16384)
        self.raw = raw
    }

    /// Returns once all sockets are closed.
    deinit { zmq_ctx_term(raw) }
}
