import CCurl
import Glibc

/// When libcurl may be called: from its start until the process ends.
///
/// `exit` frees what OpenSSL holds while other threads go on, and one that is within libcurl then
/// reads what is gone. So the process's end waits until no thread is, and lets none in again.
///
/// `@unchecked Sendable` holds because the lock, made for many threads, is all there is.
final class CurlLifetime: @unchecked Sendable {
    /// Starts libcurl at its first use.
    static let process = CurlLifetime()

    /// Shared by threads that call libcurl, owned by the end of the process.
    private let lock: UnsafeMutablePointer<pthread_rwlock_t>

    private init() {
        precondition(
            curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, "libcurl does not start")
        lock = .allocate(capacity: 1)
        lock.initialize(to: pthread_rwlock_t())
        // Threads come in all the time; the end has to get its turn before those that come later.
        var attributes = pthread_rwlockattr_t()
        pthread_rwlockattr_init(&attributes)
        pthread_rwlockattr_setkind_np(
            &attributes, Int32(PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP))
        pthread_rwlock_init(lock, &attributes)
        // OpenSSL's handler is there by now, and the last one is called first.
        atexit { pthread_rwlock_wrlock(CurlLifetime.process.lock) }
    }

    /// Runs what calls libcurl; never begins once the process ends.
    func use<Result>(_ body: () -> Result) -> Result {
        pthread_rwlock_rdlock(lock)
        defer { pthread_rwlock_unlock(lock) }
        return body()
    }

    /// Runs what waits, within ``use(_:)``, and lets the process end meanwhile.
    func pause<Result>(_ body: () -> Result) -> Result {
        pthread_rwlock_unlock(lock)
        defer { pthread_rwlock_rdlock(lock) }
        return body()
    }
}
