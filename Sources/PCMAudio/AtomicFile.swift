import Foundation

/// A file that appears whole or not at all: written beside its place under another name, then
/// renamed. What was not finished is removed.
public final class AtomicFile {
    private let url: URL
    private let aside: URL
    private var handle: FileHandle?

    /// Begins a file beside `url`.
    /// - Throws: ``AudioFileError`` where the folder is missing or not writable.
    public init(at url: URL) throws(AudioFileError) {
        self.url = url
        var generator = SystemRandomNumberGenerator()
        let mark = String(generator.next(), radix: 36)
        aside = url.deletingLastPathComponent()
            .appendingPathComponent(".\(url.lastPathComponent).\(mark)")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
            isFolder.boolValue
        {
            throw AudioFileError("cannot write \(url.path): it is a folder")
        }
        do {
            try Data().write(to: aside, options: .withoutOverwriting)
            handle = try FileHandle(forWritingTo: aside)
        } catch {
            throw AudioFileError("cannot write \(url.path): \(FileProblem.reason(error))")
        }
    }

    deinit { discard() }

    /// Adds bytes at the end.
    public func append(_ bytes: some DataProtocol) throws(AudioFileError) {
        try attempt { try handle?.write(contentsOf: bytes) }
    }

    /// Writes over the first bytes, for a header that names the length.
    public func overwriteStart(_ bytes: some DataProtocol) throws(AudioFileError) {
        try attempt {
            try handle?.seek(toOffset: 0)
            try handle?.write(contentsOf: bytes)
            _ = try handle?.seekToEnd()
        }
    }

    /// Puts the file in its place, over an older one.
    public func commit() throws(AudioFileError) {
        try attempt {
            try handle?.close()
            handle = nil
            guard rename(aside.path, url.path) == 0 else {
                throw AudioFileError("cannot write \(url.path): \(String(cString: strerror(errno)))")
            }
        }
    }

    /// Removes what was written so far.
    public func discard() {
        guard handle != nil else { return }
        try? handle?.close()
        handle = nil
        try? FileManager.default.removeItem(at: aside)
    }

    /// Writes a whole file.
    public static func write(_ bytes: some DataProtocol, to url: URL) throws(AudioFileError) {
        let file = try AtomicFile(at: url)
        try file.append(bytes)
        try file.commit()
    }

    private func attempt(_ work: () throws -> Void) throws(AudioFileError) {
        do {
            try work()
        } catch {
            discard()
            try? FileManager.default.removeItem(at: aside)
            if let error = error as? AudioFileError { throw error }
            throw AudioFileError("cannot write \(url.path): \(FileProblem.reason(error))")
        }
    }
}
