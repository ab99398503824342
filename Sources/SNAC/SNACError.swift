/// Why frames cannot be decoded.
public enum SNACError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A code that its codebook does not have. The frame counts from the stream's first.
    case codeOutOfRange(code: Int, codebookSize: Int, frame: Int)
    /// A stream that starts at a frame needs the frames before it, three at most.
    case wrongContext(frames: Int, needed: Int)
    case negativeFirstFrame(Int)
    /// Frames were pushed after the end.
    case finished
    /// A snapshot that this backend cannot go on with, and why.
    case foreignSnapshot(String)
    /// A device has no room for another stream, and why.
    case noRoom(String)

    public var description: String {
        switch self {
        case .codeOutOfRange(let code, let size, let frame):
            "code \(code) in frame \(frame) is outside of 0...\(size - 1)"
        case .wrongContext(let frames, let needed):
            "a decode from here needs the \(needed) frames before it, not \(frames)"
        case .negativeFirstFrame(let frame):
            "a stream cannot start at frame \(frame)"
        case .finished:
            "the stream is finished and takes no more frames"
        case .foreignSnapshot(let reason):
            "this stream cannot go on here: \(reason)"
        case .noRoom(let reason):
            "there is no room for another stream: \(reason)"
        }
    }
}
