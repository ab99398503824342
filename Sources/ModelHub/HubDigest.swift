import Crypto
import SystemPackage

/// The checksum by which the hub knows a file.
public enum HubDigest: Sendable, Hashable {
    /// Of large files: SHA-256 of the bytes, 64 hexadecimal digits.
    case sha256(String)
    /// Of files in git itself: SHA-1 of `blob <length>`, a zero byte and the bytes; 40 digits.
    case gitBlob(String)

    /// Reads the value of `ETag` or `X-Linked-ETag`, or plain digits.
    /// - Returns: nil for what is neither.
    public init?(etag: String) {
        let digits = (etag.hasPrefix("W/") ? String(etag.dropFirst(2)) : etag)
            .filter { $0 != "\"" }.lowercased()
        guard digits.isHex else { return nil }
        switch digits.utf8.count {
        case 64: self = .sha256(digits)
        case 40: self = .gitBlob(digits)
        default: return nil
        }
    }

    /// The digits.
    public var value: String {
        switch self {
        case .sha256(let digits), .gitBlob(let digits): digits
        }
    }

    /// Reads a file and compares.
    /// - Returns: false for another file, and for none.
    /// - Throws: ``HubFailure`` of kind `disk` when it cannot be read, `cancelled` with the task.
    func matches(_ path: FilePath) throws(HubFailure) -> Bool {
        let found: String?
        switch self {
        case .sha256: found = try Self.hash(path, with: SHA256(), prefix: { _ in "" })
        case .gitBlob:
            found = try Self.hash(path, with: Insecure.SHA1(), prefix: { "blob \($0)\0" })
        }
        return found == value
    }

    package func matches(path: String) throws(HubFailure) -> Bool {
        try matches(FilePath(path))
    }

    private static func hash<Function: HashFunction>(
        _ path: FilePath, with function: Function, prefix: (Int64) -> String
    ) throws(HubFailure) -> String? {
        var function = function
        do {
            let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
            defer { try? file.close() }
            function.update(data: Array(prefix(try file.seek(offset: 0, from: .end)).utf8))
            try file.seek(offset: 0, from: .start)
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
            defer { buffer.deallocate() }
            while case let count = try file.read(into: buffer), count > 0 {
                if Task.isCancelled { throw HubFailure.cancelled }
                function.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        } catch Errno.noSuchFileOrDirectory {
            return nil
        } catch let error as Errno {
            throw HubFailure(.disk, "cannot read \(path): \(error.words)")
        } catch {
            throw .cancelled
        }
        return function.finalize().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension Errno {
    /// The system's words, to be used within a sentence.
    var words: String { "\(self)".prefix(1).lowercased() + "\(self)".dropFirst() }
}
