#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a server may put on the disk.
public struct PullLimits: Sendable {
    /// Bytes of one file.
    public var fileSize: Int
    /// Bytes that the disk of a folder has free; nil when it does not tell.
    public var freeSpace: @Sendable (_ folder: String) -> Int?

    public init(
        fileSize: Int = 8 << 30, freeSpace: @escaping @Sendable (String) -> Int? = Self.freeSpace
    ) {
        self.fileSize = fileSize
        self.freeSpace = freeSpace
    }

    public static func freeSpace(of folder: String) -> Int? {
        var about = statvfs()
        guard statvfs(folder, &about) == 0 else { return nil }
        let (bytes, isHuge) = Int(about.f_bavail).multipliedReportingOverflow(
            by: Int(about.f_frsize))
        return isHuge ? nil : bytes
    }
}
