import Foundation
import NIOCore

/// A server could not listen where it was told to.
public struct ListenError: Error, CustomStringConvertible {
    public let description: String

    init(name: String, host: String, port: Int, reason: String) {
        description = "the \(name) cannot listen on port \(port) of \(host): \(reason)"
    }

    init(name: String, host: String, port: Int, error: any Error) {
        let reason =
            switch (error as? IOError)?.errnoCode {
            case EADDRINUSE: "another program uses it; choose another, or 0 for any that is free"
            case EACCES: "this user may not open it; choose one above 1023"
            case EADDRNOTAVAIL: "this machine has no such address"
            default: "\(error)"
            }
        self.init(name: name, host: host, port: port, reason: reason)
    }
}
