import Foundation
import SystemPackage

/// Fetches a model to a folder.
public struct ModelPull: Sendable {
    public var repository: HubRepository
    public var revision: HubRevision
    /// Nil for what it takes to run a model, see ``HubSnapshot/modelFiles()``.
    public var files: [HubFileName]?
    public var folder: String
    public var limits = PullLimits()
    public var retries = RetryPolicy()

    public init(
        _ repository: HubRepository, at revision: HubRevision = .main, files: [HubFileName]? = nil,
        to folder: String
    ) {
        self.repository = repository
        self.revision = revision
        self.files = files
        self.folder = folder
    }

    /// Fetches what is missing, one file after the other, all of one commit.
    ///
    /// A file appears under its name only when it is complete and has the checksum that the hub
    /// names. What arrived before a failure stays beside it as `NAME.part`, and the next run goes
    /// on there.
    ///
    /// - Returns: the commit.
    /// - Throws: ``HubFailure``; of kind `cancelled` when the task is cancelled.
    @discardableResult
    public func run(
        with client: HubClient, tell: @escaping @Sendable (PullEvent) -> Void = { _ in }
    ) async throws(HubFailure) -> String {
        let snapshot = try await snapshot(with: client, tell: tell)
        let files: [HubFile]
        if let names = self.files {
            files = try snapshot.files(named: names)
        } else {
            files = try snapshot.modelFiles()
        }
        let folder = FilePath(folder)
        do {
            try FileManager.default.createDirectory(
                atPath: folder.string, withIntermediateDirectories: true)
        } catch { throw HubFailure(.disk, "cannot make the folder \(folder)") }
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        for file in files {
            try await Download(
                client: client, snapshot: snapshot, file: file,
                place: folder.appending(file.name.description), limits: limits, retries: retries,
                tell: tell
            ).run()
        }
        return snapshot.commit
    }

    private func snapshot(
        with client: HubClient, tell: @Sendable (PullEvent) -> Void
    ) async throws(HubFailure) -> HubSnapshot {
        var (failures, hadContact) = (0, false)
        while true {
            do throws(HubFailure) {
                return try await client.snapshot(of: repository, at: revision)
            } catch {
                failures += 1
                hadContact = hadContact || error.kind != .unreachable
                try await retries.wait(
                    after: error, number: failures, hadContact: hadContact, tell: tell)
            }
        }
    }
}
