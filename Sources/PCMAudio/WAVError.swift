/// Why bytes are no sound that Lyre reads, or a file could not be written. One clear sentence.
public struct WAVError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    package init(_ description: String) {
        self.description = description
    }
}
