import Foundation
import ListFiles
import LyreRPC
import Synchronization

/// `file:PATH`: endpoints that a file lists, one a line; read again every second.
///
///     # Blank lines, and what stands behind a # that begins a word, do not count.
///     tcp://10.0.0.1:7102
///     decoder-2.farm:7102   # the one with the old card
///
/// A file that changes while it is read, is empty or has a line that is no address counts as
/// unreadable, so that who writes it in place and slowly empties no farm.
public final class FileResolver: Resolver {
    public let interval: Duration? = .seconds(1)
    /// Between two looks that have to see the same.
    private static let settling = Duration.milliseconds(100)

    private let path: String
    /// The content that was taken last.
    private let taken = Mutex<Data?>(nil)

    public init(_ path: String) { self.path = path }

    public func resolve() async throws(RPCError) -> [Endpoint] {
        let content = try read()
        if taken.withLock({ $0 != content }) {
            try? await Task.sleep(for: Self.settling)
            guard try read() == content else {
                throw .unreadableFile("the file of endpoints '\(path)' is being written")
            }
        }
        let endpoints = try endpoints(in: content)
        taken.withLock { $0 = content }
        return endpoints
    }

    private func read() throws(RPCError) -> Data {
        do throws(ListFile.Fault) { return try ListFile.read(path) } catch {
            throw .unreadableFile("the file of endpoints '\(path)' \(error.rawValue)")
        }
    }

    private func endpoints(in content: Data) throws(RPCError) -> [Endpoint] {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw .unreadableFile("the file of endpoints '\(path)' is not valid: it is no UTF-8")
        }
        var endpoints: [Endpoint] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            let entry = words.prefix { !$0.hasPrefix("#") }
            guard let first = entry.first else { continue }
            let address = entry.count == 1 ? try? Address(String(first)) : nil
            guard let address, address.port != 0 else {
                let shown = entry.joined(separator: " ").prefix(80)
                throw .unreadableFile(
                    "the file of endpoints '\(path)' is not valid: line \(index + 1), '\(shown)', "
                        + "is no address such as tcp://127.0.0.1:4242")
            }
            endpoints.append(Endpoint(address.zmq))
        }
        guard !endpoints.isEmpty else {
            throw .unreadableFile("the file of endpoints '\(path)' names no endpoint")
        }
        return endpoints
    }
}

extension RPCError {
    fileprivate static func unreadableFile(_ message: String) -> RPCError {
        RPCError(.unavailable, message, reason: "endpoint_file", neverStarted: true)
    }
}
