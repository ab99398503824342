import Foundation

/// The bytes of a file of a model folder, read by range.
///
/// Ranges are copied out of the file rather than mapped: a file that shrinks below a map ends the
/// process with SIGBUS, where a short read is an error with a sentence. It costs one copy of
/// weights that are converted and packed anyway.
protocol ByteSource: Sendable {
    var count: Int { get }

    /// Fills `buffer` with the bytes from `offset` on.
    /// - Throws: ``CheckpointError`` where the file ends before; its sentence continues the
    ///   file's name.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(CheckpointError)
}

extension ByteSource {
    /// The bytes of a range, which lies inside and is small.
    func bytes(_ range: Range<Int>) throws(CheckpointError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        // A typed error does not pass through the closure.
        var failure: CheckpointError?
        bytes.withUnsafeMutableBytes { buffer in
            do throws(CheckpointError) {
                try read(at: range.lowerBound, into: buffer)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// All bytes.
    /// - Throws: ``CheckpointError`` where there are more than `limit`.
    func all(limit: Int) throws(CheckpointError) -> Data {
        guard count <= limit else {
            throw CheckpointError("has \(count) bytes; at most \(limit) are read")
        }
        return Data(try bytes(0..<count))
    }
}

/// Bytes in memory.
struct MemorySource: ByteSource {
    private let data: Data

    init(_ data: Data) {
        self.data = data
    }

    var count: Int { data.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(CheckpointError) {
        guard offset >= 0, buffer.count <= count - offset else {
            throw CheckpointError("ends before byte \(offset + buffer.count)")
        }
        let start = data.startIndex + offset
        data.copyBytes(to: buffer, from: start..<start + buffer.count)
    }
}
