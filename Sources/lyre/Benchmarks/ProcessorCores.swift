import ChildProcesses
import Foundation

/// Which processors a process runs on.
enum ProcessorCores {
    /// Gives a process the last of our processors for itself, and keeps the others.
    /// - Returns: false where there is only one, or no `taskset`; nothing has changed then.
    static func separate(from identifier: Int32) async -> Bool {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let cores = status.map(allowed(status:)) ?? []
        guard cores.count > 1, let last = cores.last else { return false }
        guard await keep(identifier, to: [last]) else { return false }
        return await keep(getpid(), to: cores.dropLast())
    }

    /// The processors of a line such as `Cpus_allowed_list: 0-3,8`.
    package static func allowed(status: String) -> [Int] {
        let line = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
        let list = line?.split { $0 == ":" || $0 == "\t" || $0 == " " }.last ?? ""
        return list.split(separator: ",").flatMap { range -> [Int] in
            let bounds = range.split(separator: "-").compactMap { Int($0) }
            guard let first = bounds.first, let last = bounds.last, first <= last else { return [] }
            return Array(first...last)
        }
    }

    /// All threads there are; those to come take after the ones that start them.
    private static func keep(_ identifier: Int32, to cores: [Int]) async -> Bool {
        let list = cores.map(String.init).joined(separator: ",")
        let outcome = try? await ChildProcess.run(
            "taskset", ["--all-tasks", "--cpu-list", "--pid", list, "\(identifier)"])
        return outcome?.status == 0
    }
}
