import EnginePlanning
import Foundation
import Testing

@Suite struct ModelShapeTests {
    /// The sizes of Llama 3.2 3B with Orpheus' vocabulary, as the hub's file says them.
    private let orpheus = """
        {"architectures": ["LlamaForCausalLM"], "head_dim": 128, "hidden_size": 3072,
         "intermediate_size": 8192, "max_position_embeddings": 131072, "model_type": "llama",
         "num_attention_heads": 24, "num_hidden_layers": 28, "num_key_value_heads": 8,
         "rope_scaling": {"factor": 32.0}, "tie_word_embeddings": true, "torch_dtype": "bfloat16",
         "vocab_size": 156940}
        """

    private func shape(_ text: String) throws -> ModelShape {
        try ModelShape(config: Data(text.utf8), name: ModelShape.orpheus.name)
    }

    @Test func aConfigurationTellsTheShape() throws {
        #expect(try shape(orpheus) == .orpheus)
    }

    @Test func whatIsLeftOutIsAsLlamaHasIt() throws {
        let shape = try shape("""
            {"model_type": "llama", "hidden_size": 64, "num_attention_heads": 4, "vocab_size": 10,
             "intermediate_size": 128, "num_hidden_layers": 1, "max_position_embeddings": 100,
             "num_key_value_heads": null}
            """)
        #expect(shape.headDimension == 16 && shape.keyValueHeads == 4 && !shape.isTied)
        // Four projections of 64 by 64, three of 64 by 128, two embeddings of 10, three norms.
        #expect(shape.parameters == 4 * 64 * 64 + 3 * 64 * 128 + 2 * 640 + 3 * 64)
    }

    @Test(arguments: [
        ("{", "is no JSON"), ("[]", "is no configuration of a model"),
        ("{}", "of the type 'nothing'"),
        (#"{"model_type": "qwen2"}"#, "of the type 'qwen2'"),
        (#"{"model_type": "llama"}"#, "has no hidden_size"),
        (#"{"model_type": "llama", "hidden_size": "x"}"#, "hidden_size is x, which is no size"),
        (#"{"model_type": "llama", "hidden_size": -1}"#, "hidden_size is -1, which is no size"),
    ])
    func whatIsNoSuchConfigurationIsSaid(text: String, expected: String) {
        let error = #expect(throws: PlanError.self) { try shape(text) }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }
}
