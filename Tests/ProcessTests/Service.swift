import Foundation
import Observability

/// One of the real programs, a plugin of this process, with its admin port open.
struct Service: Sendable {
    let child: Child
    let handshake: PluginHandshake
    var endpoint: String { handshake.endpoint }

    /// Starts a program and reads its handshake line.
    static func start(
        _ name: String, _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> Service {
        let child = try await Child(
            Programs.url(name), arguments + ["--plugin"], environment: environment)
        guard let line = await child.line() else {
            throw StartFailed(name: name, errors: await child.errors.all())
        }
        return Service(child: child, handshake: try PluginHandshake(parsing: line))
    }

    /// The URL of its admin port, which its log names.
    var admin: String {
        get async throws {
            guard let line = await child.errors.line(containing: "admin server"),
                let port = line.firstMatch(of: /\bport=(\d+)/)?.1
            else { throw StartFailed(name: "admin port", errors: await child.errors.all()) }
            return "http://127.0.0.1:\(port)"
        }
    }

    /// A value of its metrics, the sum over all labels.
    func metric(_ name: String) async throws -> Double {
        let url = endpoint.hasPrefix("http") ? endpoint : try await admin
        return try await HTTP.get("\(url)/metrics").metric(name)
    }

    /// Ends as plugins do: with its standard input.
    @discardableResult
    func stop() async -> Int32 {
        child.closeInput()
        return await child.waitUntilExit()
    }
}

struct StartFailed: Error {
    let name: String
    let errors: String
}
