import Foundation
import Synchronization

/// Real vLLM servers, by tools/vllm-cpu/run, that are started again when they die.
final class Replicas: Sendable {
    private let child: Child
    let urls: [String]
    /// The process group of each.
    private let groups: Mutex<[Int32]>

    private init(_ child: Child, urls: [String], groups: [Int32]) {
        (self.child, self.urls) = (child, urls)
        self.groups = Mutex(groups)
    }

    /// - Parameter flags: For tools/vllm-cpu/run.
    static func start(count: Int, _ flags: [String]) async throws -> Replicas {
        let home = ProcessInfo.processInfo.environment["LYRE_VLLM_HOME"].map { ["--home", $0] } ?? []
        let child = try await Child(
            Programs.root.appendingPathComponent("tools/vllm-cpu/run"),
            ["--replicas", "\(count)", "--groups", "--restart"] + home + flags)
        var urls: [String] = []
        var groups: [Int32] = []
        while urls.count < count {
            let (url, group) = try await announcement(child)
            urls.append(url)
            groups.append(group)
        }
        return Replicas(child, urls: urls, groups: groups)
    }

    private static func announcement(_ child: Child) async throws -> (url: String, group: Int32) {
        guard let words = await child.line()?.split(separator: " "), words.count == 2,
            let group = Int32(words[1])
        else { throw StartFailed(name: "tools/vllm-cpu/run", errors: await child.errors.all()) }
        return (String(words[0]), group)
    }

    /// The server with most requests at work.
    func busiest() async throws -> Int {
        var running: [Double] = []
        for url in urls {
            running.append(try await HTTP.get("\(url)/metrics").metric("vllm:num_requests_running"))
        }
        return running.indices.max { running[$0] < running[$1] }!
    }

    /// To a server and all that it started.
    func send(_ signal: Int32, to index: Int) {
        _ = groups.withLock { Foundation.kill(-$0[index], signal) }
    }

    func kill(_ index: Int) { send(SIGKILL, to: index) }

    /// Waits until one that died answers again.
    func again() async throws {
        let (url, group) = try await Self.announcement(child)
        groups.withLock { $0[urls.firstIndex(of: url)!] = group }
    }

    func stop() async {
        child.closeInput()
        await child.waitUntilExit()
    }
}
