import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Keeps a second process from writing to the same parts. Ends with the process.
final class FolderLock {
    private let folder: FileDescriptor

    /// - Throws: ``HubFailure`` of kind `locked` when another process has it.
    init(_ path: FilePath) throws(HubFailure) {
        do {
            folder = try FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec])
        } catch {
            throw HubFailure(.disk, "cannot open \(path): \((error as? Errno)?.words ?? "")")
        }
        // Some network disks know no locks; a part that two have written fails its check.
        guard flock(folder.rawValue, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            // The folder is closed by deinit, which runs now.
            throw HubFailure(.locked, "another process is fetching files to \(path)")
        }
    }

    deinit { try? folder.close() }
}
