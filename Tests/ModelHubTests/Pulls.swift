import Foundation
import ModelHub
import StreamingHTTP
import TestSupport
import Testing

/// A folder, and pulls to it from a hub that a test made.
final class Pulls: Sendable {
    let hub: FakeHub
    let folder: String
    let events = Recorder<PullEvent>()
    /// The pauses that would have been made.
    let pauses = Recorder<Duration>()

    init(_ hub: FakeHub) {
        self.hub = hub
        folder = NSTemporaryDirectory() + "lyre-pull-\(UUID().uuidString)"
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Pulls with the time-outs and the disk that a test wants; no pause takes time.
    @discardableResult
    func pull(
        _ files: [String]? = nil, token: String? = nil, tries: Int = 5,
        limits: PullLimits = PullLimits(), idle: Duration? = nil, revision: String = "main",
        tell: @escaping @Sendable (PullEvent) -> Void = { _ in }
    ) async throws -> String {
        let client = HubClient(
            endpoint: try HubEndpoint(hub.url), token: token.flatMap(HubToken.init), proxy: .none,
            timeouts: HTTPTimeouts(idle: idle))
        var pull = ModelPull(
            try HubRepository(FakeHub.repository), at: try HubRevision(revision),
            files: try files.map { try $0.map { try HubFileName($0) } }, to: folder)
        pull.limits = limits
        pull.retries = RetryPolicy(tries: tries) { [pauses] pause in
            pauses.record(pause)
            try Task.checkCancellation()
        }
        return try await pull.run(with: client) { [events] event in
            events.record(event)
            tell(event)
        }
    }

    /// The failure of a pull that has to fail.
    func failure(
        _ files: [String]? = nil, token: String? = nil, tries: Int = 5,
        limits: PullLimits = PullLimits()
    ) async throws -> HubFailure {
        try #require(
            await #expect(throws: HubFailure.self) {
                try await pull(files, token: token, tries: tries, limits: limits)
            })
    }

    func bytes(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init)
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    /// What lies in the folder.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// The header fields by which the store was asked for parts.
    var ranges: [String?] { hub.requests(to: .store).map { $0.headers["range"] } }
}

let configuration = FakeHubFile("config.json", #"{"sampling_rate": 24000}"#)
/// Three pieces of progress that forgive failures, and some.
let weights = FakeHubFile("pytorch_model.bin", size: 3_300_000)
