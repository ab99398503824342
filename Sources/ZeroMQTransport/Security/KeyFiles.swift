import Glibc

/// Keys in files, one line each: `NAME.key` holds the secret half, for its owner alone to read;
/// `NAME.pub` the public one.
public enum KeyFiles {
    /// A longer file holds no key, and is not read to its end.
    private static let limit = 4096

    /// Writes a new pair; files that are there already stay as they are.
    ///
    /// - Parameter path: Where, without the endings.
    /// - Throws: ``KeyError`` where a file cannot be written, and then there is none of the two.
    public static func create(_ path: String) throws(KeyError) -> KeyPair {
        let pair = KeyPair()
        try write(pair.secret, to: path + ".key", mode: 0o600)
        do throws(KeyError) {
            try write(pair.publicKey.description, to: path + ".pub", mode: 0o644)
        } catch {
            unlink(path + ".key")
            throw error
        }
        return pair
    }

    /// - Parameter path: Of a `.key` file.
    /// - Throws: ``KeyError`` where it cannot be read, holds no key, or others than its owner can
    ///   read it.
    public static func pair(at path: String) throws(KeyError) -> KeyPair {
        let text = try read(path, isSecret: true)
        do throws(KeyError) { return try KeyPair(secret: text) } catch {
            throw KeyError("'\(path)' holds no secret key: one line of 40 characters of Z85")
        }
    }

    /// - Parameter path: Of a `.pub` file.
    /// - Throws: ``KeyError`` where it cannot be read or holds no key.
    public static func publicKey(at path: String) throws(KeyError) -> PublicKey {
        let text = try read(path, isSecret: false)
        do throws(KeyError) { return try PublicKey(text) } catch {
            throw KeyError("'\(path)' holds no public key: one line of 40 characters of Z85")
        }
    }

    private static func write(_ key: String, to path: String, mode: mode_t) throws(KeyError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else {
            throw KeyError(
                errno == EEXIST
                    ? "'\(path)' is there already; a key is never written over"
                    : "'\(path)' cannot be written: \(reason)")
        }
        // The umask may have taken away what the owner of a public key wants to show.
        fchmod(file, mode)
        let line = Array("\(key)\n".utf8)
        let written = Glibc.write(file, line, line.count)
        let why = reason
        guard close(file) == 0, written == line.count else {
            unlink(path)
            throw KeyError("'\(path)' cannot be written: \(why)")
        }
    }

    private static func read(_ path: String, isSecret: Bool) throws(KeyError) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw KeyError("the key file '\(path)' cannot be read: \(reason)") }
        defer { close(file) }
        var status = stat()
        // Kubernetes mounts secrets for a group, which is then the program's own.
        if isSecret, fstat(file, &status) == 0, status.st_mode & 0o007 != 0 {
            throw KeyError("everybody can read the secret key '\(path)': chmod 600 it first")
        }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw KeyError("the key file '\(path)' cannot be read: \(reason)") }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
            .trimmingSuffix { $0.isNewline || $0 == " " }
    }

    private static var reason: String { String(cString: strerror(errno)) }
}

extension String {
    fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isUnwanted(last) { rest.removeLast() }
        return String(rest)
    }
}
