/// Why a sound cannot be read, or a file cannot be made or written. One clear sentence.
public struct AudioFileError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    package init(_ description: String) {
        self.description = description
    }
}
