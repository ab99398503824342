import CZeroMQ

/// What libzmq answered to something it could not do.
package struct ZMQError: Error, CustomStringConvertible {
    let code: Int32

    /// Throws for a negative errno; hands other results on.
    @discardableResult
    static func check(_ result: Int32) throws(ZMQError) -> Int32 {
        guard result >= 0 else { throw ZMQError(code: -result) }
        return result
    }

    package var description: String { String(cString: zmq_strerror(code)) }
}
