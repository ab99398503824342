import Foundation
import StreamingHTTP
import SystemPackage

/// Brings one file of a repository to a folder: goes on with what is there of it, tries again where
/// that may help, checks it, and only then gives it its name.
struct Download {
    let client: HubClient
    let snapshot: HubSnapshot
    let file: HubFile
    let place: FilePath
    let limits: PullLimits
    let retries: RetryPolicy
    let tell: @Sendable (PullEvent) -> Void

    /// Bytes of progress after which earlier failures are forgotten.
    private static let progress = 1 << 20

    func run() async throws(HubFailure) {
        if let digest = file.digest, try digest.matches(place) { return tell(.present(file.name)) }
        try makeFolder()
        let part = try PartFile(at: place)
        var (failures, mark) = (0, part.count)
        while true {
            do throws(HubFailure) {
                guard let digest = try await receive(part) else { return tell(.present(file.name)) }
                return try finish(part, digest)
            } catch {
                if part.count >= mark + Self.progress { failures = 0 }
                (failures, mark) = (failures + 1, part.count)
                try await retries.wait(
                    after: error, number: failures, hadContact: true, tell: tell)
            }
        }
    }

    /// Receives what is missing.
    /// - Returns: the digest that the whole has to have; nil when the file was there all the time.
    private func receive(_ part: PartFile) async throws(HubFailure) -> HubDigest? {
        if let digest = file.digest, part.note?.digest == digest.value, part.count == file.size {
            return digest
        }
        if let digest = file.digest, let note = part.note, note.digest != digest.value {
            part.discard()
        }
        guard
            let answer = try await client.open(
                file, of: snapshot, from: part.count, etag: part.note?.etag)
        else { return try await startOver(part) }
        // Only now do some servers tell what the file is.
        if file.digest != answer.digest, try answer.digest.matches(place) { return nil }
        let goesOn = part.note?.digest == answer.digest.value && answer.start == part.count
        guard goesOn || answer.start == 0 else { return try await startOver(part) }
        try checkRoom(for: answer)
        if !goesOn { try part.begin(.init(digest: answer.digest.value, etag: answer.etag)) }
        tell(.began(file.name, at: part.count, size: answer.size))
        try await append(answer, to: part)
        return answer.digest
    }

    /// Asks for the whole file. A second time this cannot be needed: nothing is there then.
    private func startOver(_ part: PartFile) async throws(HubFailure) -> HubDigest? {
        part.discard()
        return try await receive(part)
    }

    private func append(_ answer: HubAnswer, to part: PartFile) async throws(HubFailure) {
        var pieces = answer.body.makeAsyncIterator()
        while true {
            let piece: [UInt8]
            do {
                guard let next = try await pieces.next(isolation: #isolation) else { break }
                piece = next
            } catch { throw HubFailure(error) }
            guard part.count + piece.count <= answer.size ?? limits.fileSize else {
                part.discard()
                throw HubFailure(
                    answer.size == nil ? .tooLarge : .badAnswer,
                    "\(answer.origin) sends more of '\(file.name)' than "
                        + "\(answer.size ?? limits.fileSize) bytes")
            }
            try part.append(piece)
            tell(.received(file.name, part.count))
        }
        if let size = answer.size, part.count < size {
            throw HubFailure(
                .connectionLost,
                "\(answer.origin) ended after \(part.count) of \(size) bytes of '\(file.name)'")
        }
    }

    private func checkRoom(for answer: HubAnswer) throws(HubFailure) {
        guard let size = answer.size else { return }
        let missing = size - answer.start
        guard size <= limits.fileSize else {
            throw HubFailure(
                .tooLarge,
                "'\(file.name)' has \(size) bytes, and more than \(limits.fileSize) are not fetched"
            )
        }
        let folder = place.removingLastComponent().string
        if let free = limits.freeSpace(folder), free < missing {
            throw HubFailure(
                .tooLarge,
                "'\(file.name)' needs \(missing) bytes, and the disk of \(folder) has \(free) free")
        }
    }

    private func finish(_ part: PartFile, _ digest: HubDigest) throws(HubFailure) {
        guard try digest.matches(part.path) else {
            part.discard()
            throw HubFailure(
                .checksum,
                "what arrived of '\(file.name)' does not have the checksum \(digest.value) "
                    + "and was deleted")
        }
        let count = part.count
        try part.commit()
        tell(.fetched(file.name, count))
    }

    private func makeFolder() throws(HubFailure) {
        let folder = place.removingLastComponent().string
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch { throw HubFailure(.disk, "cannot make the folder \(folder)") }
    }
}
