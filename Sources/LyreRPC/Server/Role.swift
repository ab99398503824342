/// What a key is for.
public enum Role: String, Sendable, CaseIterable {
    /// Speaks: `Speech`, `Text`.
    case client
    /// Calls single stages: `Tokens/Generate`, `Decoder`.
    case frontend
    /// Looks after the farm: everything.
    case `operator`
}
