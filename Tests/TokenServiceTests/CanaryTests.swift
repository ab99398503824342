import Foundation
import LyreRPC
import Logging
import Orpheus
import StreamingHTTP
import TestSupport
import Testing
import TokenService

/// What an engine is examined for, and what becomes of the findings.
@Suite(.timeLimit(.minutes(1))) struct CanaryTests {
    private static let right = [
        128_259, 128_000, 83, 5169, 25, 22_691, 13, 128_009, 128_260, 128_261, 128_257,
    ]

    @Test func thePromptsIDs() {
        func proof(_ ids: [Int]?) -> CanaryFindings.Proof {
            var findings = CanaryFindings()
            findings.judge(prompt: ids)
            return findings.prompt
        }
        #expect(proof(Self.right) == .holds)
        #expect(proof(nil) == .unknown)
        // The classic: the tokenizer puts another begin of text in front.
        #expect(proof([128_000] + Self.right) == .fails)
        #expect(proof(Self.right.dropLast()) == .fails)
        #expect(proof(Self.right.filter { $0 != 83 && $0 != 128_260 }) == .fails)
        // A tokenizer that knows no such tokens spells them.
        #expect(proof([27, 9288, 6594, 62, 18]) == .fails)
    }

    @Test func theStopIDAndThePenalty() throws {
        func answer(_ ids: [Int], _ reason: String) throws -> CanaryAnswer {
            let json = "{\"choices\":[{\"token_ids\":\(ids),\"finish_reason\":\"\(reason)\"}]}"
            return try #require(CanaryAnswer(Array(json.utf8)))
        }
        func stop(_ ids: [Int], _ reason: String) throws -> CanaryFindings.Proof {
            var findings = CanaryFindings()
            findings.judgeStop(try answer(ids, reason))
            return findings.stop
        }
        #expect(try stop([128_258], "stop") == .holds)
        #expect(try stop([128_258, 128_262], "length") == .fails)
        #expect(try stop([130_000, 135_000], "length") == .unknown, "it ignores logit_bias")

        func penalty(_ ids: [Int]) -> CanaryFindings.Proof {
            var findings = CanaryFindings()
            findings.judgePenalty(ids, favoured: 128_271)
            return findings.penalty
        }
        #expect(penalty([128_271, 132_400]) == .holds)
        #expect(penalty([128_271, 128_271]) == .fails)
        #expect(penalty([130_000, 128_271]) == .unknown)
        #expect(penalty([128_271]) == .unknown)
    }

    @Test(arguments: ["", "[]", "{\"choices\":[]}", "{\"choices\":[{\"text\":\"a\"}]}", "{"])
    func whatIsNoAnswer(body: String) { #expect(CanaryAnswer(Array(body.utf8)) == nil) }

    /// A server that answers by what each request asks for.
    private func server(
        promptIDs: [Int], penaltyActs: Bool, hasSlots: Bool, asked: Recorder<String>
    ) throws -> ReplayServer {
        try ReplayServer { connection in
            while let request = connection.readRequest() {
                let path = request.head.split(separator: " ")[1]
                asked.record(String(path))
                guard path == "/v1/completions" else {
                    let body = path == "/v1/models"
                        ? #"{"data":[{"id":"orpheus","max_model_len":2048}]}"# : "ok"
                    connection.send(
                        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
                    continue
                }
                let body = String(decoding: request.body, as: UTF8.self)
                var ids = [130_000, 135_000]
                var reason = "length"
                if body.contains("\"128258\":100") { (ids, reason) = ([128_258], "stop") }
                if body.contains("\"128271\":100") {
                    ids = [128_271, penaltyActs ? 132_400 : 128_271]
                }
                if hasSlots, body.contains("probe") { (ids, reason) = ([128_258], "stop") }
                let answer = "{\"choices\":[{\"token_ids\":\(ids),\"finish_reason\":\"\(reason)\","
                    + "\"prompt_token_ids\":\(promptIDs)}]}"
                connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        + "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)")
            }
        }
    }

    private func directory(_ server: ReplayServer) throws -> (EngineDirectory, Engine) {
        let engine = Engine(endpoint: try .at(server.url))
        let http = HTTPEngine()
        return (
            EngineDirectory(
                StaticEngines([engine]),
                keeper: EngineKeeper(
                    http: http, isExamining: true, logger: Logger(label: "test"))), engine
        )
    }

    @Test func aGoodEngineIsExaminedWhenItComesUp() async throws {
        let asked = Recorder<String>()
        let server = try server(
            promptIDs: Self.right, penaltyActs: true, hasSlots: true, asked: asked)
        let (directory, engine) = try directory(server)
        await asked.wait { $0.contains("/metrics") }
        let state = try #require(directory.state(of: engine))
        #expect(state.health == .ready && state.defect == nil)
        #expect(state.hasSlotConstraint && state.contextLimit == 2048)
        #expect(asked.all.filter { $0 == "/v1/completions" }.count == 3)
        directory.shutdown()
    }

    @Test func anEngineWithAnotherTokenizerIsNotUsed() async throws {
        let asked = Recorder<String>()
        let server = try server(
            promptIDs: [128_000] + Self.right, penaltyActs: false, hasSlots: false, asked: asked)
        let (directory, engine) = try directory(server)
        await asked.wait { $0.contains("/metrics") }
        #expect(directory.state(of: engine)?.hasSlotConstraint == false)
        let error = await #expect(throws: RPCError.self) {
            try await directory.place(for: EnginePool.Wish(language: .en), priority: 0)
        }
        #expect(error?.code == .failedPrecondition)
        #expect(error?.status.message.contains("is this its tokenizer?") == true)
        #expect(directory.engines.first?.condition == .unfit)
        directory.shutdown()
    }
}
