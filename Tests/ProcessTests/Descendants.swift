import Foundation

/// The processes that a process started, as the kernel lists them.
enum Descendants {
    /// Parents before their children.
    static func of(_ process: Int32) -> [Int32] {
        let threads =
            (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        let children = threads.flatMap { thread in
            let list = try? String(
                contentsOfFile: "/proc/\(process)/task/\(thread)/children", encoding: .utf8)
            return (list ?? "").split(separator: " ").compactMap { Int32($0) }
        }
        return children.flatMap { [$0] + of($0) }
    }

    /// True while it runs; one that has ended and that nobody has asked for does not.
    static func isAlive(_ process: Int32) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let state = stat.split(separator: ")").last?.dropFirst().first
        else { return false }
        return state != "Z" && state != "X"
    }
}
