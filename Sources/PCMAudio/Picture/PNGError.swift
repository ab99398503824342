/// Why libpng made no picture.
public struct PNGError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String
}
