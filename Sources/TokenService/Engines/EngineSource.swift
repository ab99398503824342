import LyreRPC

/// Where the list of engines comes from.
public protocol EngineSource: Sendable {
    /// The engines there are now.
    /// - Throws: ``EngineSourceError``; the caller keeps the last list it knew.
    func engines() async throws(EngineSourceError) -> [Engine]
    /// How often to look again; nil when the answer never changes.
    var interval: Duration? { get }
    /// The engines, where nobody needs to be asked for them.
    var known: [Engine]? { get }
}

extension EngineSource {
    public var known: [Engine]? { nil }
}

/// Why a list of engines could not be had, in one sentence.
public struct EngineSourceError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// Engines that a command line lists.
public struct StaticEngines: EngineSource {
    private let list: [Engine]
    public let interval: Duration? = nil
    public var known: [Engine]? { list }

    public init(_ list: [Engine]) { self.list = list }

    public func engines() async throws(EngineSourceError) -> [Engine] { list }
}

/// Every address of a name, such as that of a headless service.
public struct NamedEngines: EngineSource {
    private let resolver: any Resolver
    private let patterns: [Engine]

    /// - Parameters:
    ///   - resolver: The addresses, as `tcp://10.0.0.1:8000`.
    ///   - patterns: The engines at each of them, but for the address.
    public init(_ resolver: any Resolver, patterns: [Engine]) {
        self.resolver = resolver
        self.patterns = patterns
    }

    public var interval: Duration? { resolver.interval }

    public func engines() async throws(EngineSourceError) -> [Engine] {
        let addresses: [Endpoint]
        do throws(RPCError) { addresses = try await resolver.resolve() } catch {
            throw EngineSourceError(error.status.message)
        }
        var engines: [Engine] = []
        for address in addresses {
            let url = "http" + address.address.dropFirst("tcp".count)
            for pattern in patterns {
                do throws(InvalidEndpoint) {
                    engines.append(try pattern.moved(to: url))
                } catch {
                    throw EngineSourceError(error.description)
                }
            }
        }
        return engines
    }
}

extension Engine {
    fileprivate func moved(to url: String) throws(InvalidEndpoint) -> Engine {
        Engine(
            endpoint: try CompletionsEndpoint(
                baseURL: url, model: endpoint.model, apiKey: endpoint.apiKey),
            languages: languages, streams: streams, takesPriority: takesPriority)
    }
}
