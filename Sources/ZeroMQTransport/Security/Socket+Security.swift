import CZeroMQ
import LyreRPC

extension Socket {
    /// A silent connection is let go of after it.
    static let handshakeMilliseconds: Int32 = 5000

    /// Lets only those in whom a ``Gatekeeper`` knows by this domain; before it is bound.
    func secure(as keys: KeyPair, domain: String) throws(ZMQError) {
        try set(ZMQ_CURVE_SERVER, 1)
        try set(ZMQ_CURVE_SECRETKEY, text: keys.secret)
        try set(ZMQ_ZAP_DOMAIN, text: domain)
    }

    /// Proves who we are, and talks to nobody but the owner of the server's key; before it is
    /// connected.
    func secure(_ security: ClientSecurity) throws(ZMQError) {
        try set(ZMQ_CURVE_SERVERKEY, text: security.server.description)
        try set(ZMQ_CURVE_PUBLICKEY, text: security.keys.publicKey.description)
        try set(ZMQ_CURVE_SECRETKEY, text: security.keys.secret)
    }

    private func set(_ option: Int32, text: String) throws(ZMQError) {
        var text = text
        let result = text.withUTF8 { czmq_set_bytes(raw, option, $0.baseAddress, $0.count) }
        try ZMQError.check(result)
    }
}
