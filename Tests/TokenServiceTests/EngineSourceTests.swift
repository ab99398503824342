import Foundation
import LyreRPC
import Orpheus
import TestSupport
import Testing
import TokenService

/// Where engines come from, and what is wrong with what names them.
@Suite struct EngineSourceTests {
    private func engines(_ text: String, key: String? = nil) async throws -> [Engine] {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "engines.yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        try key?.write(to: folder.appending(path: "key"), atomically: true, encoding: .utf8)
        return try await EngineFile(file.path).engines()
    }

    @Test func aFileSaysAllThatThereIsToSay() async throws {
        let engines = try await engines(
            """
            engines:
              - url: http://10.0.0.1:8000
                model: canopylabs/orpheus-3b-0.1-ft
                languages: [en]
                streams: 12
                api-key-file: key
                priority: true
              - {url: "https://gpu.farm/v1", model: french}
            """, key: "secret\n")
        #expect(engines.count == 2)
        #expect(engines[0].endpoint.apiKey == "secret")
        #expect(engines[0].languages == [.en] && engines[0].streams == 12)
        #expect(engines[0].takesPriority)
        #expect(engines[1].endpoint.baseURL == "https://gpu.farm")
        #expect(engines[1].languages == nil && !engines[1].takesPriority)
    }

    @Test(
        arguments: [
            ("engines:\n  - model: a\n", "engines 1 has no 'url'"),
            ("engines:\n  - {url: \"http://a\", model: m, streams: many}", "engines 1 streams"),
            ("engines:\n  - {url: \"http://a\", model: m, streams: 0}", "streams is 0"),
            ("engines:\n  - {url: \"ftp://a\", model: m}", "engine 1: 'ftp://a' is no base URL"),
            ("engines:\n  - {url: \"http://a\", model: m, languages: [xx]}", "no language 'xx'"),
            ("engines:\n  - {url: \"http://a\", model: m, api-key-file: none}", "'none' cannot be"),
            ("engines:\n  - {url: \"http://a\", model: m}\n  - {url: \"http://a/\", model: m}", "one URL"),
            ("servers: []", "it has no 'engines'"), ("- [", "is not valid"), ("", "is not valid"),
        ])
    func aWrongFileIsToldInASentence(text: String, words: String) async throws {
        let error = await #expect(throws: EngineSourceError.self) { try await engines(text) }
        #expect(error?.description.contains(words) == true, "\(error as Any)")
        #expect(error?.description.contains("\n") == false)
    }

    @Test func aMissingFileIsNamed() async throws {
        await #expect(throws: EngineSourceError("the file of engines '/none' cannot be read")) {
            try await EngineFile("/none").engines()
        }
    }

    @Test func modelsByLanguage() throws {
        #expect(try ModelNames("m").models.map(\.name) == ["m"])
        #expect(try ModelNames("m").models[0].languages == nil)
        let models = try ModelNames("en=a,es=b,it=b").models
        #expect(models.map(\.name) == ["a", "b"])
        #expect(models.map(\.languages) == [[.en], [.es, .it]])
    }

    @Test(
        arguments: [
            ("en=a,fr", "'fr' is no model of a language"), ("en=", "'en=' is no model"),
            ("xx=a", "there is no language 'xx'"), ("en=a,en=b", "two models for en"),
        ])
    func wrongModelNames(text: String, words: String) {
        let error = #expect(throws: InvalidEndpoint.self) { try ModelNames(text) }
        #expect(error?.description.contains(words) == true)
    }

    private struct Addresses: Resolver {
        let result: Result<[Endpoint], RPCError>
        let interval: Duration? = .seconds(5)
        func resolve() async throws(RPCError) -> [Endpoint] { try result.get() }
    }

    @Test func aNameStandsForAllOfItsAddresses() async throws {
        let pattern = Engine(
            endpoint: try .at("http://vllm.farm:8000"), languages: [.de], streams: 3)
        let addresses = Addresses(
            result: .success([Endpoint("tcp://10.0.0.1:8000"), Endpoint("tcp://[fd00::1]:8000")]))
        let engines = try await NamedEngines(addresses, patterns: [pattern]).engines()
        #expect(
            engines.map(\.endpoint.baseURL) == ["http://10.0.0.1:8000", "http://[fd00::1]:8000"])
        #expect(engines.allSatisfy { $0.languages == [.de] && $0.streams == 3 })
        let unknown = Addresses(result: .failure(RPCError(.unavailable, "no such host")))
        await #expect(throws: EngineSourceError("no such host")) {
            try await NamedEngines(unknown, patterns: [pattern]).engines()
        }
    }

    @Test func theLoadOfARealServer() throws {
        let text = """
            # HELP vllm:num_requests_running Number of requests.
            # TYPE vllm:num_requests_running gauge
            vllm:num_requests_running{engine="0",model_name="orpheus"} 3.0
            vllm:num_requests_running{engine="1",model_name="orpheus"} 2.0
            vllm:num_requests_running{engine="0",model_name="o\\"ther, {x}"} 40.0
            vllm:num_requests_waiting{engine="0",model_name="orpheus"} 1.0
            vllm:num_requests_waiting_by_reason{engine="0",model_name="orpheus",reason="x"} 9.0
            vllm:kv_cache_usage_perc{engine="0",model_name="orpheus"} 0.25
            vllm:kv_cache_usage_perc{engine="1",model_name="orpheus"} 0.75 1795418644
            vllm:kv_cache_usage_perc{engine="2",model_name="orpheus"} NaN
            """
        let load = try #require(EngineLoad(metrics: Array(text.utf8), model: "orpheus"))
        #expect(load.running == 5 && load.waiting == 1 && load.cacheUse == 0.75)
        let other = try #require(EngineLoad(metrics: Array(text.utf8), model: "o\"ther, {x}"))
        #expect(other.running == 40)
        #expect(EngineLoad(metrics: Array("up 1\n".utf8), model: "orpheus") == nil)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
                    in: 0...255, using: &random)
            }
            _ = EngineLoad(metrics: bytes, model: "orpheus")
        }
    }
}
