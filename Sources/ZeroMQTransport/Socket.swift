import CZeroMQ
import LyreRPC

/// A libzmq socket. It belongs to one thread, which creates, uses and closes it.
package struct Socket: ~Copyable {
    let raw: UnsafeMutableRawPointer
    private var isClosed = false

    package init(_ context: Context, _ type: Int32) throws(ZMQError) {
        guard let raw = zmq_socket(context.raw, type) else { throw ZMQError(code: zmq_errno()) }
        // A longer one would make the end of the program wait for peers that are gone.
        czmq_set_int(raw, ZMQ_LINGER, 0)
        // A message over the limit is dropped with its connection before memory is taken for it.
        czmq_set_int64(
            raw, ZMQ_MAXMSGSIZE, Int64(WireRules.maximumPayload + WireRules.maximumHeader))
        // A peer that does not read fills these queues; credits hold it back long before.
        czmq_set_int(raw, ZMQ_SNDHWM, 1000)
        czmq_set_int(raw, ZMQ_HANDSHAKE_IVL, Self.handshakeMilliseconds)
        czmq_set_int(raw, ZMQ_RCVHWM, 1000)
        self.raw = raw
    }

    deinit { if !isClosed { Self.close(raw) } }

    /// Ends its connections now; it can neither send nor receive any more.
    package mutating func close() {
        guard !isClosed else { return }
        isClosed = true
        Self.close(raw)
    }

    private static func close(_ raw: UnsafeMutableRawPointer) {
        // libzmq's thread would wait for ever to tell a monitor that nobody reads any more.
        czmq_monitor(raw, nil, 0)
        zmq_close(raw)
    }

    func set(_ option: Int32, _ value: Int32) throws(ZMQError) {
        try ZMQError.check(czmq_set_int(raw, option, value))
    }

    /// Lets `[::1]` be an address too; after it, `*` would mean both protocols.
    func allowIPv6(for address: String) throws(ZMQError) {
        if address.contains("[") { try set(ZMQ_IPV6, 1) }
    }

    package func bind(_ address: String) throws(ZMQError) {
        try ZMQError.check(czmq_bind(raw, address))
    }
    package func connect(_ address: String) throws(ZMQError) {
        try ZMQError.check(czmq_connect(raw, address))
    }

    /// The address that it was bound to, with the port that was free.
    package func lastEndpoint() throws(ZMQError) -> String {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = try ZMQError.check(czmq_get(raw, ZMQ_LAST_ENDPOINT, &bytes, bytes.count))
        return String(decoding: bytes.prefix(Int(count) - 1), as: UTF8.self)
    }

    /// Sends one part; the result is negative errno when it cannot be taken now.
    @discardableResult
    package func send(_ bytes: [UInt8], more: Bool) -> Int32 {
        guard !isClosed else { return -ENOTSOCK }
        return bytes.withUnsafeBufferPointer { bytes in
            withUnsafePointer(to: 0 as UInt8) { nothing in
                czmq_send(raw, bytes.baseAddress ?? nothing, bytes.count, more)
            }
        }
    }

    /// All parts of the next message, or nil when there is none.
    ///
    /// - Parameter limit: parts beyond it are read and thrown away.
    package func receive(limit: Int) -> [[UInt8]]? {
        var origin = Origin()
        return receive(limit: limit, from: &origin)
    }

    /// Where a message came from.
    struct Origin {
        /// The descriptor of its TCP connection.
        var connection: Int32 = -1
        /// The sender's public key; nil where no keys are asked for.
        var key: String?
    }

    func receive(limit: Int, from origin: inout Origin) -> [[UInt8]]? {
        guard !isClosed else { return nil }
        var parts: [[UInt8]] = []
        var message = zmq_msg_t()
        while true {
            zmq_msg_init(&message)
            defer { zmq_msg_close(&message) }
            guard czmq_receive(raw, &message) >= 0 else { return nil }
            if parts.count < limit {
                // Small messages keep their bytes inside of `message`, so they are copied at once.
                let count = zmq_msg_size(&message)
                parts.append(
                    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                        if count > 0 { memcpy(buffer.baseAddress!, zmq_msg_data(&message), count) }
                        filled = count
                    })
            }
            if zmq_msg_more(&message) == 0 {
                origin.connection = zmq_msg_get(&message, ZMQ_SRCFD)
                origin.key = czmq_user(&message).map { String(cString: $0) }
                return parts
            }
        }
    }
}
