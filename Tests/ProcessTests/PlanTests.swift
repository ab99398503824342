import Foundation
import Testing

extension ProcessTests {
    @Suite("lyre plan")
    struct PlanTests {
        private func plan(_ arguments: [String]) async throws -> Programs.Outcome {
            try await Programs.run("lyre", ["plan"] + arguments)
        }

        @Test("the article's deployment, as people and as programs read it")
        func article() async throws {
            let arguments = [
                "--gpu", "24", "--quantization", "fp8", "--gpu-memory-utilization", "0.35",
                "--streams", "2",
            ]
            let outcome = try await plan(arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
            for text in [
                "in fp8 on one GPU, 24 GB: 2 streams of 20 s", "weights      3.78 GB",
                "in all       8.40 GB", "--max-num-seqs 2", "--gpu-memory-utilization 0.35",
                "Without --max-model-len vLLM wants room for 131072 tokens, 15.03 GB",
            ] { #expect(outcome.text.contains(text), "\(text)") }
            let json = try await plan(arguments + ["--json"])
            let values = try #require(
                try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
            #expect(values["kv_cache_bytes_per_token"] as? Int == 114_688)
            #expect(values["streams_that_fit"] as? Int == 15)
            #expect((values["flags"] as? [String])?.contains("--max-model-len 6400") == true)
        }

        @Test("a model's own configuration is read")
        func configuration() async throws {
            let scratch = try Scratch()
            let tiny = try scratch.write("config.json", Data(
                """
                {"model_type": "llama", "hidden_size": 64, "num_attention_heads": 1, "head_dim": 64,
                 "intermediate_size": 128, "num_hidden_layers": 1, "vocab_size": 156940,
                 "max_position_embeddings": 131072}
                """.utf8))
            let outcome = try await plan(["--gpu", "l4", "--model-config", tiny, "--streams", "1"])
            #expect(outcome.status == 0)
            #expect(outcome.text.contains("one GPU, l4 (24 GB): 1 stream of 20 s"))
            #expect(outcome.text.contains("256 bytes a token"))
        }

        @Test("what does not fit, or cannot be planned, is said in a sentence")
        func refusals() async throws {
            for (arguments, expected) in [
                (["--gpu", "8"], "it does not fit: 8.84 GB are the least for one stream"),
                (["--gpu", "24", "--streams", "100"], "65 fit"),
                (["--gpu", "geforce"], "there is no GPU 'geforce'"),
                (["--gpu", "24", "--model-config", "/no/such"], "'/no/such' cannot be read"),
            ] {
                let outcome = try await plan(arguments)
                #expect(outcome.status == 1)
                #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
                #expect(outcome.errors.contains(expected), "\(outcome.errors)")
                #expect(outcome.output.isEmpty)
            }
            for arguments in [[], ["--gpu", "24", "--quantization", "int4"]] {
                #expect(try await plan(arguments).status == 64)
            }
        }

        @Test("a farm's needs, from what a stream costs here")
        func farm() async throws {
            let outcome = try await plan([
                "farm", "--streams", "1000", "--measure-streams", "2", "--seconds", "1",
                "--engine-streams", "10", "--check", "--json",
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let values = try #require(
                try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
            let costs = try #require(values["costs"] as? [String: Any])
            let services = try #require(costs["services"] as? [[String: Any]])
            #expect(services.allSatisfy { $0["cores_per_stream"] as? Double ?? 0 > 0 })
            let plan = try #require(values["plan"] as? [String: Any])
            let needs = try #require(plan["needs"] as? [[String: Any]])
            #expect(needs.map { $0["service"] as? String } == ["text", "tokens", "decoder", "vLLM"])
            #expect(needs.last?["instances"] as? Int == 100)
            #expect((values["check"] as? [String: Any])?["streams"] as? Int == 4)
        }
    }
}
