import Foundation

/// How many files and sockets a process may have open.
public enum OpenFileLimit {
    /// Raises it to what the system allows: many systems begin with 1024, fewer than a service has
    /// streams.
    public static func raise() {
        var limit = rlimit()
        #if canImport(Glibc)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(resource, &limit)
    }
}
