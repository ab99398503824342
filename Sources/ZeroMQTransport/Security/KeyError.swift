/// What is wrong with a key, its file or a list of keys, in one sentence that shows no secret.
public struct KeyError: Error, Hashable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
