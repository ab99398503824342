import Foundation
import Synchronization

/// An HTTP server on a free loopback port that does what a test's script says, byte for byte.
///
/// Each connection has a thread and runs the script from its beginning. Scripts wait for gates,
/// never for time. Loopback and tests only: nothing here is fit for hostile peers.
public final class ReplayServer: Sendable {
    public let port: UInt16
    private let listener: Int32

    public init(_ script: @escaping @Sendable (ReplayConnection) -> Void) throws {
        let (listener, port) = try Self.listen()
        (self.listener, self.port) = (listener, port)
        Thread.detachNewThread {
            var number = 0
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                let turn = number
                number += 1
                Thread.detachNewThread { script(ReplayConnection(socket: socket, number: turn)) }
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// A server that reads a request and answers it with these bytes, then closes.
    public convenience init(answer: [UInt8]) throws {
        try self.init { connection in
            _ = connection.readRequest()
            connection.send(answer)
        }
    }

    public var url: String { "http://127.0.0.1:\(port)" }

    /// A port on which nobody listens, for as long as the returned closure is kept: a socket is
    /// bound to it.
    public static func deafPort() throws -> (port: UInt16, keep: @Sendable () -> Void) {
        let (socket, port) = try bound()
        return (port, { close(socket) })
    }

    private static func listen() throws -> (Int32, UInt16) {
        let (socket, port) = try bound()
        guard Foundation.listen(socket, 64) == 0 else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
        return (socket, port)
    }

    private static func bound() throws -> (Int32, UInt16) {
        #if canImport(Glibc)
            let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let socket = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
            }
        }
        guard socket >= 0, result == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return (socket, UInt16(bigEndian: address.sin_port))
    }
}
