import EngineSupervisor
import Foundation
import Logging
import StreamingHTTP
import TestSupport

/// A supervised `fake_engine.py`, and what came of it.
struct FakeEngine: Sendable {
    let supervisor: EngineSupervisor
    let log = RecordingLog()
    let conditions = Recorder<EngineCondition>()

    /// - Parameters:
    ///   - flags: Of the script.
    ///   - program: In the script's place.
    init(
        _ flags: [EngineFlag] = [], program: [String]? = nil,
        policy change: (inout RestartPolicy) -> Void = { _ in }
    ) throws {
        let script = Bundle.module.bundleURL.appending(path: "Programs/fake_engine.py").path
        let profile = EngineProfile(
            name: "fake", model: "model", program: program ?? ["python3", script], flags: flags)
        let port = try ReservedPort()
        let command = EngineCommand(profile, port: port.number)
        var policy = RestartPolicy()
        policy.firstDelay = .milliseconds(20)
        policy.tolerance = .milliseconds(50)
        policy.unreadyWithin = .milliseconds(100)
        policy.grace = .seconds(1)
        change(&policy)
        let http = HTTPEngine()
        supervisor = EngineSupervisor(
            command, port: port, policy: policy, logger: Logger(label: "fake") { [log] _ in log },
            beat: .milliseconds(20),
            probe: {
                do {
                    let answer = try await http.send(HTTPRequest(url: command.baseURL + "/health"))
                    return answer.status == 200 ? .healthy : .failing("answers \(answer.status)")
                } catch { return .failing("does not answer") }
            }, onChange: { [conditions] in conditions.record($0) })
    }

    /// Waits until it has been ready so many times.
    func ready(times: Int = 1) async {
        await conditions.wait { $0.count { $0 == .ready } >= times }
    }

    /// Every process that it has told of.
    var processes: [Int32] { log.processes("program") + log.processes("worker") }
}

/// True while a process runs; one that has ended and that nobody has asked for does not.
func isAlive(_ process: Int32) -> Bool {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let state = stat.split(separator: ")").last?.dropFirst().first
    else { return false }
    return state != "Z" && state != "X"
}
