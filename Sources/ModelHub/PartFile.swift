import Foundation
import SystemPackage

/// A file that is not complete yet: `NAME.part`, and beside it a note of what it will be. It gets
/// its name only as a whole, and outlives the process, so that the next one can go on with it.
final class PartFile {
    /// What the bytes belong to.
    struct Note: Codable, Hashable {
        /// The digits of the file's ``HubDigest``.
        let digest: String
        /// The version's name on the server that sent the bytes.
        let etag: String?
    }

    /// The place of the complete file.
    let place: FilePath
    let path: FilePath
    private let notePath: FilePath
    /// Nil while there is no part.
    private(set) var note: Note?
    /// Bytes that are there.
    private(set) var count = 0
    private var file: FileDescriptor?

    /// Takes up the part that was left at this place, if there is one.
    init(at place: FilePath) throws(HubFailure) {
        self.place = place
        path = FilePath(place.string + ".part")
        notePath = FilePath(place.string + ".part.json")
        guard let bytes = FileManager.default.contents(atPath: notePath.string),
            let note = try? JSONDecoder().decode(Note.self, from: bytes)
        else { return }
        do {
            let file = try FileDescriptor.open(
                path, .writeOnly, options: [.noFollow, .closeOnExec])
            self.file = file
            count = Int(try file.seek(offset: 0, from: .end))
            self.note = note
        } catch Errno.noSuchFileOrDirectory {
            return
        } catch {
            throw HubFailure.disk(path, error)
        }
    }

    deinit {
        // Nothing is nothing to go on with.
        if note != nil, count == 0 { discard() }
        try? file?.close()
    }

    /// Begins anew.
    func begin(_ note: Note) throws(HubFailure) {
        discard()
        do {
            // Before the bytes: a part without a note is never taken up.
            try JSONEncoder().encode(note).write(
                to: URL(fileURLWithPath: notePath.string), options: .atomic)
            file = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
            self.note = note
        } catch {
            throw HubFailure.disk(path, error)
        }
    }

    func append(_ bytes: [UInt8]) throws(HubFailure) {
        do {
            try file?.writeAll(bytes)
            count += bytes.count
        } catch {
            // What was written of this piece counts as well.
            if let end = try? file?.seek(offset: 0, from: .end) { count = Int(end) }
            throw HubFailure.disk(path, error)
        }
    }

    /// Gives it its name, over an older file.
    func commit() throws(HubFailure) {
        do {
            if let file, fsync(file.rawValue) != 0 { throw Errno(rawValue: errno) }
            guard rename(path.string, place.string) == 0 else { throw Errno(rawValue: errno) }
        } catch {
            throw HubFailure.disk(place, error)
        }
        forget()
        unlink(notePath.string)
    }

    /// Removes it.
    func discard() {
        forget()
        unlink(path.string)
        unlink(notePath.string)
    }

    private func forget() {
        try? file?.close()
        (file, note, count) = (nil, nil, 0)
    }
}

extension HubFailure {
    fileprivate static func disk(_ path: FilePath, _ error: any Error) -> HubFailure {
        let reason = (error as? Errno)?.words ?? (error as NSError).localizedDescription
        return HubFailure(.disk, "cannot write \(path): \(reason)")
    }
}
