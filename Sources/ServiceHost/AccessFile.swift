import Foundation
import ListFiles
import Logging
import ZeroMQTransport

/// The file with the list of those who may call, which takes effect as soon as it is changed.
struct AccessFile: Sendable {
    private static let interval = Duration.seconds(1)

    let path: String

    /// - Throws: ``KeyError`` in one sentence.
    func read() throws(KeyError) -> AccessList { try parse(contents()) }

    private func contents() throws(KeyError) -> Data {
        do throws(ListFile.Fault) { return try ListFile.read(path) } catch {
            throw KeyError("the list of callers '\(path)' \(error.rawValue)")
        }
    }

    private func parse(_ data: Data) throws(KeyError) -> AccessList {
        do throws(KeyError) { return try AccessList(String(decoding: data, as: UTF8.self)) } catch {
            throw KeyError("the list of callers '\(path)': \(error)")
        }
    }

    /// Until its task is cancelled. A list that cannot be used leaves the last one in force.
    func watch(_ access: Access, _ logger: Logger, onChange: @Sendable () async -> Void) async {
        var last = try? contents()
        var problem: String?
        while (try? await Task.sleep(for: Self.interval)) != nil {
            do throws(KeyError) {
                let now = try contents()
                guard now != last else { continue }
                last = now
                let list = try parse(now)
                access.replace(with: list)
                await onChange()
                logger.notice(
                    "the list of callers has changed", metadata: ["keys": "\(list.count)"])
                problem = nil
            } catch {
                // Told once.
                guard problem != "\(error)" else { continue }
                problem = "\(error)"
                logger.error(
                    "the last list of callers stays in force", metadata: ["error": "\(error)"])
            }
        }
    }
}
