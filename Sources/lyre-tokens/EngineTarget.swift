import LyreRPC
import TokenService
import ZeroMQTransport

/// Where a program is told that completions servers are.
///
/// - `http://10.0.0.1:8000,http://10.0.0.2:8000`: these servers.
/// - `dns:http://vllm.farm:8000`: every address of the name, looked up again every 5 s.
/// - `file:engines.yaml`: what the file lists, read again when it changes.
enum EngineTarget {
    /// - Parameter model: What each server is asked for; a file names its own.
    /// - Throws: ``InvalidEndpoint``, or ``RPCError`` for a name that is no address.
    static func source(
        _ target: String, model: ModelNames, key: String?, streams: Int
    ) throws -> any EngineSource {
        if target.hasPrefix("file:") { return EngineFile(String(target.dropFirst(5))) }
        func engines(_ url: String) throws(InvalidEndpoint) -> [Engine] {
            try model.models.map { (model) throws(InvalidEndpoint) in
                Engine(
                    endpoint: try CompletionsEndpoint(
                        baseURL: url, model: model.name, apiKey: key),
                    languages: model.languages, streams: streams)
            }
        }
        guard target.hasPrefix("dns:") else {
            return StaticEngines(
                try target.split(separator: ",").flatMap { url throws(InvalidEndpoint) in
                    try engines(String(url))
                })
        }
        let url = target.dropFirst(4)
        guard url.hasPrefix("http://") else {
            throw InvalidEndpoint("'\(url)' has to begin with http:// to be looked up by dns:")
        }
        let patterns = try engines(String(url))
        let host = url.dropFirst("http://".count).prefix { $0 != "/" }
        return NamedEngines(try Target.resolver(for: "dns:\(host)"), patterns: patterns)
    }
}
