import Foundation
import ListFiles
import Orpheus
import Yams

/// Engines that a YAML or JSON file lists; read again every two seconds.
///
///     engines:
///       - url: http://10.0.0.1:8000
///         model: canopylabs/orpheus-3b-0.1-ft
///         languages: [en]                      # all where left out
///         streams: 64                          # at once
///         api-key-file: /run/secrets/vllm-key  # relative to this file
///         priority: true                       # it has --scheduling-policy priority
public struct EngineFile: EngineSource {
    private let url: URL
    public let interval: Duration? = .seconds(2)

    public init(_ path: String) { url = URL(fileURLWithPath: path) }

    public func engines() async throws(EngineSourceError) -> [Engine] {
        let data: Data
        do throws(ListFile.Fault) { data = try ListFile.read(url.path) } catch {
            throw EngineSourceError("the file of engines '\(url.path)' \(error.rawValue)")
        }
        let content: Content
        do { content = try YAMLDecoder().decode(Content.self, from: data) } catch {
            throw fault("\(Self.sentence(error))")
        }
        var engines: [Engine] = []
        for (index, entry) in content.engines.enumerated() {
            do throws(InvalidEndpoint) { engines.append(try engine(entry)) } catch {
                throw fault("engine \(index + 1): \(error)")
            }
        }
        guard Set(engines.map(\.endpoint)).count == engines.count else {
            throw fault("two of its engines have one URL and model")
        }
        return engines
    }

    private func engine(_ entry: Content.Entry) throws(InvalidEndpoint) -> Engine {
        var key: String?
        if let file = entry.apiKeyFile {
            let path = URL(fileURLWithPath: file, relativeTo: url.deletingLastPathComponent())
            guard let data = try? ListFile.read(path.path),
                let text = String(data: data, encoding: .utf8)
            else { throw InvalidEndpoint("its API key file '\(file)' cannot be read") }
            key = text
        }
        var languages: Set<Voice.Language>?
        if let names = entry.languages {
            var known: Set<Voice.Language> = []
            for name in names {
                guard let language = Voice.Language(rawValue: name) else {
                    throw InvalidEndpoint("there is no language '\(name)'")
                }
                known.insert(language)
            }
            languages = known
        }
        let streams = entry.streams ?? Engine.defaultStreams
        guard (1...100_000).contains(streams) else {
            throw InvalidEndpoint("streams is \(streams), but has to be from 1 to 100000")
        }
        return Engine(
            endpoint: try CompletionsEndpoint(
                baseURL: entry.url, model: entry.model, apiKey: key),
            languages: languages, streams: streams, takesPriority: entry.priority ?? false)
    }

    private func fault(_ what: String) -> EngineSourceError {
        EngineSourceError("the file of engines '\(url.path)' is not valid: \(what)")
    }

    /// Parsers show the place on lines of their own.
    private static func sentence(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            "\(path(context)) has no '\(key.stringValue)'"
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "it is no YAML with a list of 'engines'" : "\(path(context)) has the wrong type"
        default: "\(error)".split(separator: "\n").prefix(2).joined(separator: " ")
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.isEmpty
            ? "it"
            : context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
                .joined(separator: " ")
    }

    private struct Content: Decodable {
        struct Entry: Decodable {
            let url: String
            let model: String
            let languages: [String]?
            let streams: Int?
            let apiKeyFile: String?
            let priority: Bool?

            enum CodingKeys: String, CodingKey {
                case url, model, languages, streams, priority
                case apiKeyFile = "api-key-file"
            }
        }

        let engines: [Entry]
    }
}
