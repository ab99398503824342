/// Why there is no picture. One sentence.
public struct PictureError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
