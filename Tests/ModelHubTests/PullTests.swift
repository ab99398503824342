import Foundation
import ModelHub
import TestSupport
import Testing

@Suite("Pulls", .timeLimit(.minutes(1)))
struct PullTests {
    @Test(
        "a model arrives, and is not fetched twice",
        arguments: [
            (FakeHub.Telling.everything, false), (.namesAlone, false), (.everything, true),
            (.namesAlone, true),
        ])
    func whole(telling: FakeHub.Telling, mirrored: Bool) async throws {
        let other = FakeHubFile("README.md", "not asked for")
        let hub = try FakeHub(
            [other, weights, configuration], telling: telling, mirrored: mirrored)
        let pulls = Pulls(hub)
        #expect(try await pulls.pull() == FakeHub.commit)
        #expect(pulls.bytes("config.json") == configuration.bytes)
        #expect(pulls.bytes("pytorch_model.bin") == weights.bytes)
        #expect(pulls.names == ["config.json", "pytorch_model.bin"])
        #expect(
            hub.requests(to: .api).map(\.target)
                == ["/api/models/someone/a_model/revision/main?blobs=true"])
        let size = weights.bytes.count
        let name = try HubFileName("pytorch_model.bin")
        #expect(pulls.events.all.contains(.began(name, at: 0, size: size)))
        #expect(pulls.events.all.contains(.received(name, size)))
        #expect(pulls.events.all.last == .fetched(name, size))

        let before = pulls.events.all.count
        try await pulls.pull()
        #expect(
            pulls.events.all.dropFirst(before)
                == [.present(try HubFileName("config.json")), .present(name)])
        // Where the list of files names checksums, nothing else is asked.
        if telling == .everything {
            #expect(hub.requests(to: .store).count == 1)
            #expect(hub.requests(to: .api).count == 2)
            #expect(hub.requests(to: .file).count == (mirrored ? 3 : 2))
        }
    }

    @Test("safetensors are preferred, and what is missing is named")
    func kinds() async throws {
        let safe = FakeHubFile("model.safetensors", size: 1000)
        let both = Pulls(try FakeHub([configuration, weights, safe]))
        try await both.pull()
        #expect(both.names == ["config.json", "model.safetensors"])

        let neither = try await Pulls(try FakeHub([configuration])).failure()
        #expect(neither.kind == .notFound)
        #expect(
            neither.description
                == "someone/a_model has neither model.safetensors nor pytorch_model.bin")
        let bare = try await Pulls(try FakeHub([weights])).failure()
        #expect(bare.description == "someone/a_model has no file 'config.json'")
    }

    @Test("files that are named are fetched, folders and odd names too")
    func named() async throws {
        let deep = FakeHubFile("onnx/a model+50%.onnx", size: 5000)
        let hub = try FakeHub([configuration, deep])
        // The path is encoded, which this hub does not undo.
        let pulls = Pulls(try FakeHub([configuration, FakeHubFile("onnx/model.onnx", size: 5000)]))
        try await pulls.pull(["onnx/model.onnx"])
        #expect(pulls.names == ["onnx"])
        #expect(pulls.bytes("onnx/model.onnx")?.count == 5000)
        _ = try? await Pulls(hub).pull([deep.name])
        #expect(
            hub.requests(to: .file).first?.target.hasSuffix("/onnx/a%20model%2B50%25.onnx") == true)
    }

    @Test("a file that is another is fetched again, and replaced only by the whole")
    func changed() async throws {
        let hub = try FakeHub([configuration, weights])
        let pulls = Pulls(hub)
        try pulls.write("pytorch_model.bin", [1, 2, 3])
        hub.plan(.spoils, at: .store)
        let failure = try await pulls.failure()
        #expect(failure.kind == .checksum)
        #expect(
            failure.description == "what arrived of 'pytorch_model.bin' does not have the checksum "
                + "\(weights.digest) and was deleted")
        #expect(pulls.bytes("pytorch_model.bin") == [1, 2, 3])
        #expect(pulls.names == ["config.json", "pytorch_model.bin"])
        try await pulls.pull()
        #expect(pulls.bytes("pytorch_model.bin") == weights.bytes)
    }

    @Test("a small file is checked too")
    func small() async throws {
        let hub = try FakeHub([configuration, weights], telling: .namesAlone)
        let pulls = Pulls(hub)
        hub.plan(.spoils, at: .file)
        #expect(try await pulls.failure().kind == .checksum)
        #expect(pulls.names == [])
    }

    @Test("an empty file is a file")
    func empty() async throws {
        let pulls = Pulls(try FakeHub([FakeHubFile("empty.txt", "")]))
        try await pulls.pull(["empty.txt"])
        #expect(pulls.bytes("empty.txt") == [])
        #expect(pulls.names == ["empty.txt"])
    }

    @Test("the token goes to the hub, and not to the store it redirects to")
    func token() async throws {
        let hub = try FakeHub([configuration, weights], mirrored: true)
        try await Pulls(hub).pull(token: " hf_secret\n")
        let told = (hub.requests(to: .api) + hub.requests(to: .file)).map {
            $0.headers["authorization"]
        }
        #expect(told.count == 4)
        #expect(told.allSatisfy { $0 == "Bearer hf_secret" })
        let store = hub.requests(to: .store)
        #expect(store.count == 1)
        #expect(
            store.allSatisfy { request in
                !request.headers.contains {
                    $0.key == "authorization" || $0.value.contains("hf_secret")
                }
            })
    }

    @Test("two pulls do not write to one folder at once")
    func locked() async throws {
        let hub = try FakeHub([configuration, weights])
        let pulls = Pulls(hub)
        let (arrived, go) = (Gate(), Gate())
        hub.plan(.waits(after: 2_000_000, go), at: .store)
        let name = try HubFileName("pytorch_model.bin")
        async let first = pulls.pull { event in
            if case .received(name, _) = event { arrived.open() }
        }
        await arrived.opened()
        let failure = try await pulls.failure()
        #expect(failure.kind == .locked)
        go.open()
        _ = try await first
        #expect(pulls.bytes("pytorch_model.bin") == weights.bytes)
    }

    @Test("what cannot be written is said")
    func unwritable() async throws {
        let hub = try FakeHub([configuration, weights])
        let taken = Pulls(hub)
        try FileManager.default.createDirectory(
            atPath: taken.folder + "/config.json", withIntermediateDirectories: true)
        #expect(try await taken.failure().kind == .disk)
        let blocked = Pulls(hub)
        try Data().write(to: URL(fileURLWithPath: blocked.folder))
        let failure = try await blocked.failure()
        #expect(failure.kind == .disk)
        #expect(failure.description == "cannot make the folder \(blocked.folder)")
    }
}
