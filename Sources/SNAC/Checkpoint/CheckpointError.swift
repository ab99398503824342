/// Why a model folder cannot be used. One clear sentence that names the file and what is wrong.
public struct CheckpointError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
