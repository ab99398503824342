import Foundation

extension PrometheusRegistry {
    /// Adds what Prometheus' own clients tell of a process: memory, processor time, files, start.
    ///
    /// Memory and files come from `/proc` and are missing where there is none.
    public func addProcessMetrics() {
        describe("process_start_time_seconds", "When the process began to be watched, Unix time.")
        describe("process_resident_memory_bytes", "Memory that the process holds.")
        describe("process_cpu_seconds_total", "Processor time used, user and system.")
        describe("process_open_fds", "Open file descriptors.")
        gauge("process_start_time_seconds", []).set(Date().timeIntervalSince1970)
        beforeScrape { registry in
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            registry.counter("process_cpu_seconds_total", [])
                .set(total: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
            if let pages = residentPages() {
                registry.gauge("process_resident_memory_bytes", [])
                    .set(Double(pages) * Double(sysconf(Int32(_SC_PAGESIZE))))
            }
            if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
                registry.gauge("process_open_fds", []).set(Double(files.count))
            }
        }
    }
}

/// The second field of `/proc/self/statm`.
private func residentPages() -> Int? {
    guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
        return nil
    }
    let fields = statm.split(separator: " ")
    return fields.count > 1 ? Int(fields[1]) : nil
}
