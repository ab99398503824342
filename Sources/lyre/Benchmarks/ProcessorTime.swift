import Glibc

/// Processor seconds that a process has used, all threads, in user and kernel mode.
package enum ProcessorTime {
    /// Of this process.
    package static var own: Double { reading(CLOCK_PROCESS_CPUTIME_ID)! }

    /// Of a process of this machine, to the nanosecond where /proc counts in hundredths; nil where
    /// there is none.
    package static func of(process identifier: Int32) -> Double? {
        var clock = clockid_t()
        guard clock_getcpuclockid(identifier, &clock) == 0 else { return nil }
        return reading(clock)
    }

    private static func reading(_ clock: clockid_t) -> Double? {
        var time = timespec()
        guard clock_gettime(clock, &time) == 0 else { return nil }
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
