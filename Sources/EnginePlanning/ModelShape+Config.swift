import Foundation

extension ModelShape {
    /// The shape that a model's `config.json` tells.
    /// - Parameter name: How the model is called.
    /// - Throws: ``PlanError`` where it is no JSON, no Llama, or a size is missing or no size.
    public init(config: Data, name: String) throws(PlanError) {
        let json: Any
        do { json = try JSONSerialization.jsonObject(with: config) } catch {
            throw PlanError("\(name) is no JSON")
        }
        guard let values = json as? [String: Any] else {
            throw PlanError("\(name) is no configuration of a model")
        }
        let type = values["model_type"] as? String ?? "nothing"
        guard type == "llama" else {
            throw PlanError(
                "\(name) is of the type '\(type)', and only llama, as Orpheus is, is known")
        }
        func size(_ key: String, or standard: Int? = nil) throws(PlanError) -> Int {
            guard let value = values[key], !(value is NSNull) else {
                guard let standard else { throw PlanError("\(name) has no \(key)") }
                return standard
            }
            guard let size = value as? Int, (1...100_000_000).contains(size) else {
                throw PlanError("\(name): \(key) is \(value), which is no size")
            }
            return size
        }
        let (hidden, heads) = (try size("hidden_size"), try size("num_attention_heads"))
        self.init(
            name: name, layers: try size("num_hidden_layers"), hidden: hidden,
            intermediate: try size("intermediate_size"), heads: heads,
            keyValueHeads: try size("num_key_value_heads", or: heads),
            headDimension: try size("head_dim", or: max(1, hidden / heads)),
            vocabulary: try size("vocab_size"),
            isTied: values["tie_word_embeddings"] as? Bool ?? false,
            positions: try size("max_position_embeddings"))
    }
}
