import Foundation

/// A repository at one commit.
public struct HubSnapshot: Sendable, Hashable {
    public let repository: HubRepository
    /// Forty hexadecimal digits.
    public let commit: String
    public let files: [HubFile]

    /// Finds files by their names.
    /// - Throws: ``HubFailure`` of kind `notFound`.
    public func files(named names: [HubFileName]) throws(HubFailure) -> [HubFile] {
        var found: [HubFile] = []
        for name in names {
            guard let file = files.first(where: { $0.name == name }) else {
                throw HubFailure(.notFound, "\(repository) has no file '\(name)'")
            }
            found.append(file)
        }
        return found
    }

    /// What it takes to run a model: its configuration and its weights, `model.safetensors` before
    /// `pytorch_model.bin`.
    /// - Throws: ``HubFailure`` of kind `notFound`.
    public func modelFiles() throws(HubFailure) -> [HubFile] {
        let configuration = try HubFileName("config.json")
        let kinds = ["model.safetensors", "pytorch_model.bin"]
        guard
            let weights = kinds.lazy.compactMap({ kind in
                files.first { $0.name.description == kind }
            }).first
        else {
            throw HubFailure(
                .notFound, "\(repository) has neither \(kinds.joined(separator: " nor "))")
        }
        return try files(named: [configuration]) + [weights]
    }
}

/// A file of a repository, with what the hub tells of it beforehand.
public struct HubFile: Sendable, Hashable {
    public let name: HubFileName
    /// Bytes.
    public let size: Int?
    public let digest: HubDigest?
}

extension HubSnapshot {
    /// Reads the hub's answer in JSON.
    init(_ json: [UInt8], of repository: HubRepository, from origin: String) throws(HubFailure) {
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(json)),
            answer.sha.utf8.count == 40, answer.sha.isHex
        else {
            throw HubFailure(.badAnswer, "\(origin) does not answer as a model hub does")
        }
        self.repository = repository
        commit = answer.sha
        // Whoever put a bad name into a repository keeps nobody from its other files.
        files = answer.siblings.compactMap { sibling in
            (try? HubFileName(sibling.rfilename)).map {
                HubFile(
                    name: $0, size: (sibling.lfs?.size ?? sibling.size).flatMap { $0 < 0 ? nil : $0 },
                    digest: sibling.lfs.map { HubDigest(etag: $0.sha256) }
                        ?? sibling.blobId.flatMap(HubDigest.init(etag:)))
            }
        }
    }

    private struct Answer: Decodable {
        let sha: String
        let siblings: [Sibling]
    }

    private struct Sibling: Decodable {
        let rfilename: String
        let size: Int?
        let blobId: String?
        let lfs: LargeFile?
    }

    /// What git has in the file's place; `blobId` is the checksum of that.
    private struct LargeFile: Decodable {
        let sha256: String
        let size: Int?
    }
}
