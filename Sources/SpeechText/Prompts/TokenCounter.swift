/// Counts the tokens that a model's tokenizer makes of a text.
public protocol TokenCounter: Sendable {
    /// Tokens of a piece of a text; an estimate may be a fraction. Those of a prompt are taken for
    /// the sum of its pieces', which tokens across their joints only make smaller.
    func tokens(of text: String) -> Double
}
