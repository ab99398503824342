import Foundation
import Testing

extension ProcessTests {
    @Suite("lyre top")
    struct TopTests {
        private struct Row: Decodable {
            let endpoint: String
            let state: String
            let error: String?
            let stage: String
            let version: String
            let streams: Int
            let cpu: Double?
        }

        private func rows(_ arguments: [String]) async throws -> [String: Row] {
            let shown = try await Programs.run(
                "lyre", ["top", "--json", "--interval", "0.3"] + arguments)
            #expect(shown.status == 0, "\(shown.errors)")
            let rows = try JSONDecoder().decode([Row].self, from: shown.output)
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.endpoint, $0) })
        }

        @Test("servers of all stages are shown, and who cannot be reached")
        func stages() async throws {
            let decoder = try await Service.start("lyre-decoder", ["--model", Programs.model])
            let tokens = try await Service.start(
                "lyre-tokens", ["--vllm", "http://127.0.0.1:1", "--model", "orpheus"])
            let text = try await Service.start(
                "lyre-text", ["--tokens", tokens.endpoint, "--decoder", decoder.endpoint])
            let rows = try await rows([
                text.endpoint, "static:\(tokens.endpoint),\(decoder.endpoint)", "tcp://127.0.0.1:1",
            ])
            #expect(rows.count == 4)
            for (service, stage) in [(text, "text"), (tokens, "tokens"), (decoder, "decoder")] {
                let row = try #require(rows[service.endpoint])
                #expect(row.stage == stage && row.state == "ready" && row.streams == 0)
                #expect(row.version.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
                #expect(row.cpu != nil)
            }
            let lost = try #require(rows["tcp://127.0.0.1:1"])
            #expect(lost.state == "unreachable" && lost.error?.isEmpty == false)
            for service in [text, tokens, decoder] { await service.stop() }
        }

        @Test("it is for operators alone")
        func keys() async throws {
            let ring = try await Keyring(
                Scratch(), callers: [("me", "operator"), ("else", "client")])
            let decoder = try await ring.start("lyre-decoder", ["--model", Programs.model])
            let mine = try await rows([decoder.endpoint] + ring.caller("me"))
            #expect(mine[decoder.endpoint]?.stage == "decoder")
            let other = try await rows([decoder.endpoint] + ring.caller("else"))
            #expect(other[decoder.endpoint]?.error?.contains("for operator") == true)
            await decoder.stop()
        }
    }
}
