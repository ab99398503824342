import Foundation

/// An open file. It keeps no position, so any number of threads may read.
final class FileSource: ByteSource {
    private let descriptor: Int32
    let count: Int

    /// - Throws: ``CheckpointError``, a whole sentence, where there is no file to be read.
    init(_ url: URL) throws(CheckpointError) {
        let path = url.path
        // A pipe would hold an open that blocks until somebody writes.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw CheckpointError(errno == ENOENT ? "there is no \(path)" : "cannot read \(path)")
        }
        var status = stat()
        let known = fstat(descriptor, &status) == 0
        let kind = status.st_mode & S_IFMT
        count = Int(status.st_size)
        // All properties are set: a throw from here on closes the file.
        guard known else { throw CheckpointError("cannot read \(path)") }
        guard kind != S_IFDIR else { throw CheckpointError("\(path) is a folder") }
        guard kind == S_IFREG else { throw CheckpointError("\(path) is no regular file") }
    }

    deinit {
        close(descriptor)
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(CheckpointError) {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let got = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
            if got > 0 {
                filled += got
            } else if got == 0 {
                throw CheckpointError("ends before byte \(offset + buffer.count)")
            } else if errno != EINTR {
                throw CheckpointError("cannot be read at byte \(offset + filled)")
            }
        }
    }
}
