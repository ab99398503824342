import Foundation
import ModelHub
import TestSupport
import Testing

@Suite("Resume", .timeLimit(.minutes(1)))
struct ResumeTests {
    private let hub: FakeHub
    private let pulls: Pulls

    init() throws {
        hub = try FakeHub([configuration, weights])
        pulls = Pulls(hub)
    }

    /// A pull that ended early, and left the first bytes.
    private func breakOff(after count: Int) async throws {
        hub.plan(.drops(after: count), at: .store)
        #expect(try await pulls.failure(tries: 1).kind == .connectionLost)
        #expect(pulls.bytes("pytorch_model.bin.part") == Array(weights.bytes.prefix(count)))
        #expect(pulls.bytes("pytorch_model.bin") == nil)
    }

    private func expectWhole() {
        #expect(pulls.bytes("pytorch_model.bin") == weights.bytes)
        #expect(pulls.names == ["config.json", "pytorch_model.bin"])
    }

    @Test("a connection that drops is continued where it stopped")
    func dropped() async throws {
        hub.plan(.drops(after: 500_000), .drops(after: 0), .drops(after: 300_000), at: .store)
        try await pulls.pull()
        expectWhole()
        #expect(pulls.ranges == [nil, "bytes=500000-", "bytes=500000-", "bytes=800000-"])
        // The store is asked by its own name of the version, not by the hub's.
        #expect(hub.requests(to: .store)[1].headers["if-range"] == FakeHub.storeTag)
        #expect(pulls.pauses.all == [.seconds(1), .seconds(2), .seconds(4)])
    }

    @Test("a connection that falls silent is dropped and continued")
    func stalled() async throws {
        hub.plan(.stalls(after: 500_000), at: .store)
        try await pulls.pull(idle: .milliseconds(50))
        expectWhole()
        #expect(pulls.ranges == [nil, "bytes=500000-"])
    }

    @Test("the tries are bounded, and progress counts")
    func bounded() async throws {
        for _ in 0..<5 { hub.plan(.drops(after: 10_000), at: .store) }
        let failure = try await pulls.failure()
        #expect(failure.kind == .connectionLost)
        #expect(pulls.pauses.all == [1, 2, 4, 8].map { .seconds($0) })
        #expect(pulls.bytes("pytorch_model.bin.part")?.count == 50_000)

        for _ in 0..<2 { hub.plan(.drops(after: 1_500_000), at: .store) }
        try await pulls.pull(tries: 2)
        expectWhole()
    }

    @Test("the next process goes on with the part")
    func nextProcess() async throws {
        try await breakOff(after: 700_000)
        try await pulls.pull()
        expectWhole()
        #expect(pulls.ranges == [nil, "bytes=700000-"])
        #expect(pulls.pauses.all.isEmpty)
        let name = try HubFileName("pytorch_model.bin")
        #expect(pulls.events.all.contains(.began(name, at: 700_000, size: weights.bytes.count)))
    }

    @Test("a part that was complete but for its name is not fetched again")
    func complete() async throws {
        try await breakOff(after: 700_000)
        try pulls.write("pytorch_model.bin.part", weights.bytes)
        try await pulls.pull()
        expectWhole()
        #expect(pulls.ranges == [nil])
    }

    @Test("a part with wrong bytes is found out")
    func wrongPart() async throws {
        try await breakOff(after: 700_000)
        var wrong = Array(weights.bytes.prefix(700_000))
        wrong[12_345] ^= 0x40
        try pulls.write("pytorch_model.bin.part", wrong)
        #expect(try await pulls.failure().kind == .checksum)
        #expect(pulls.names == ["config.json"])
    }

    @Test("a part that is longer than the file is thrown away")
    func tooLong() async throws {
        try await breakOff(after: 700_000)
        try pulls.write("pytorch_model.bin.part", weights.bytes + [1])
        try await pulls.pull()
        expectWhole()
    }

    @Test(
        "a part without its note, or of another version, is not continued",
        arguments: [true, false])
    func otherVersion(hasNote: Bool) async throws {
        try await breakOff(after: 700_000)
        if !hasNote {
            try FileManager.default.removeItem(
                atPath: pulls.folder + "/pytorch_model.bin.part.json")
        }
        let newer = FakeHubFile("pytorch_model.bin", size: 900_000, seed: 2)
        for telling in [FakeHub.Telling.everything, .namesAlone] {
            let next = try FakeHub([configuration, newer], telling: telling)
            let copy = Pulls(next)
            try FileManager.default.copyItem(atPath: pulls.folder, toPath: copy.folder)
            try await copy.pull()
            #expect(copy.bytes("pytorch_model.bin") == newer.bytes)
            #expect(copy.names == ["config.json", "pytorch_model.bin"])
            // Who asks for the rest of the old version first has to ask again for the whole.
            #expect(next.requests(to: .store).last?.headers["range"] == nil)
        }
    }

    @Test("a server that ignores the range starts over", arguments: [true, false])
    func ignored(misplaced: Bool) async throws {
        try await breakOff(after: 700_000)
        hub.plan(misplaced ? .misplaces : .ignoresRange, at: .store)
        try await pulls.pull()
        expectWhole()
        #expect(pulls.ranges == [nil, "bytes=700000-"] + (misplaced ? [nil] : []))
    }

    @Test("cancelling leaves the part to the next run")
    func cancelled() async throws {
        let (arrived, go) = (Gate(), Gate())
        hub.plan(.waits(after: 1_000_000, go), at: .store)
        let task = Task { [pulls] in
            try await pulls.pull { event in
                if case .received(_, 1_000_000) = event { arrived.open() }
            }
        }
        await arrived.opened()
        task.cancel()
        let failure = await #expect(throws: HubFailure.self) { try await task.value }
        go.open()
        #expect(failure?.kind == .cancelled)
        #expect(pulls.bytes("pytorch_model.bin.part")?.count == 1_000_000)
        try await pulls.pull()
        expectWhole()
        #expect(pulls.ranges == [nil, "bytes=1000000-"])
    }
}
