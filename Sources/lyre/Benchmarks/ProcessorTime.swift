import Foundation

/// Processor seconds that a process has used, in user and kernel mode.
package enum ProcessorTime {
    /// Of this process, all threads.
    static var own: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Of a process of this machine and its children that have ended; nil where there is none.
    static func of(process identifier: Int32) -> Double? {
        guard let line = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)
        else { return nil }
        return ticks(stat: line).map { Double($0) / Double(sysconf(Int32(_SC_CLK_TCK))) }
    }

    /// Clock ticks of a line of /proc/PID/stat: utime, stime, cutime and cstime (see proc(5)).
    package static func ticks(stat line: String) -> Int? {
        // The program's name stands in brackets and may hold anything, so what follows is counted
        // from the last bracket: state is the first field there, utime the twelfth.
        guard let end = line.lastIndex(of: ")") else { return nil }
        let fields = line[line.index(after: end)...].split { $0 == " " || $0 == "\n" }
        guard fields.count >= 15 else { return nil }
        let times = fields[11...14].compactMap { Int($0) }
        return times.count == 4 ? times.reduce(0, +) : nil
    }
}
