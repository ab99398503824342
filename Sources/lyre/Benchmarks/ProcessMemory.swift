import Foundation

/// Memory that a process has in use, as /proc/PID/status tells it.
package enum ProcessMemory {
    /// Bytes that are resident now; nil where there is no such process.
    static func resident(process identifier: Int32) -> Int? { read("VmRSS", identifier) }

    /// The most bytes that were ever resident.
    static func peak(process identifier: Int32) -> Int? { read("VmHWM", identifier) }

    private static func read(_ name: String, _ identifier: Int32) -> Int? {
        (try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8))
            .flatMap { bytes(name, status: $0) }
    }

    /// A line such as `VmRSS:     1234 kB`, in bytes.
    package static func bytes(_ name: String, status: String) -> Int? {
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        let words = line?.split { $0 == " " || $0 == "\t" }
        return words.flatMap { $0.count == 3 ? Int($0[1]).map { $0 * 1024 } : nil }
    }
}
