import Foundation

/// The one line that a service started with `--plugin` prints on standard output.
///
/// `CORE|APP_MIN-APP_MAX|SERVICE|ENDPOINT|PUBLICKEY`, such as
/// `1|1-1|lyre.Decoder|tcp://127.0.0.1:43121|`; the shape is that of hashicorp's go-plugin. The
/// host reads it, connects, and keeps the plugin's standard input open: when it closes, the plugin
/// ends. Logs go to standard error.
public struct PluginHandshake: Hashable, Sendable {
    /// The version of this line's own format.
    public static let coreVersion = 1

    /// Versions of the service's protocol that it speaks.
    public let versions: ClosedRange<Int>
    /// `lyre.Decoder`.
    public let service: String
    /// `tcp://127.0.0.1:43121`, or `http://` for a server that speaks HTTP.
    public let endpoint: String
    /// The key that a client has to know, as text; nil when the endpoint has none.
    public let publicKey: String?

    public init(
        service: String, endpoint: String, versions: ClosedRange<Int> = 1...1,
        publicKey: String? = nil
    ) {
        for field in [service, endpoint, publicKey ?? ""] {
            precondition(
                !field.contains { $0 == "|" || $0.isNewline }, "'\(field)' does not fit into a line"
            )
        }
        self.versions = versions
        self.service = service
        self.endpoint = endpoint
        self.publicKey = publicKey
    }

    /// The line, without its end.
    public var line: String {
        let range = "\(versions.lowerBound)-\(versions.upperBound)"
        return "\(Self.coreVersion)|\(range)|\(service)|\(endpoint)|\(publicKey ?? "")"
    }

    /// - Throws: ``PluginHandshakeError`` with what is wrong with the line.
    public init(parsing line: String) throws(PluginHandshakeError) {
        func wrong(_ what: String) -> PluginHandshakeError {
            PluginHandshakeError(line: line, what: what)
        }
        let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5 else { throw wrong("it has \(fields.count) fields, not 5") }
        guard fields[0] == String(Self.coreVersion) else {
            throw wrong("its format is version '\(fields[0])', not \(Self.coreVersion)")
        }
        let bounds = fields[1].split(separator: "-", omittingEmptySubsequences: false).map {
            Int($0)
        }
        guard bounds.count == 2, let low = bounds[0], let high = bounds[1], low <= high else {
            throw wrong("'\(fields[1])' is no range of versions")
        }
        guard !fields[2].isEmpty else { throw wrong("it names no service") }
        guard fields[3].contains("://") else { throw wrong("'\(fields[3])' is no endpoint") }
        guard !line.contains(where: \.isNewline) else { throw wrong("it is more than a line") }
        self.init(
            service: fields[2], endpoint: fields[3], versions: low...high,
            publicKey: fields[4].isEmpty ? nil : fields[4])
    }

    /// Prints the line and makes sure that it leaves at once.
    public func announce() {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}

/// Why a line is no handshake: the program that was started is no plugin of this host.
public struct PluginHandshakeError: Error, CustomStringConvertible {
    public let line: String
    let what: String
    public var description: String {
        "'\(line.prefix(120))' is no handshake of a Lyre plugin: \(what)"
    }
}
