import ModelHub
import TestSupport
import Testing

@Suite("Hubs that refuse, fail or lie", .timeLimit(.minutes(1)))
struct BadHubTests {
    private func pulls(_ telling: FakeHub.Telling = .everything) throws -> Pulls {
        Pulls(try FakeHub([configuration, weights], telling: telling))
    }

    struct Refusal: Sendable {
        let status: Int
        var code: String?
        var token: String?
        var place = FakeHub.Place.api
        let kind: HubFailure.Kind
        /// Words of the sentence that say what is to be done.
        let words: String
    }

    @Test(
        "a refusal says what is missing, and is not asked for again",
        arguments: [
            Refusal(status: 401, kind: .notAllowed, words: "if it is private, set HF_TOKEN"),
            Refusal(status: 401, token: "t", kind: .notAllowed, words: "does not accept the token"),
            Refusal(
                status: 401, code: "RepoNotFound", token: "t", kind: .notFound,
                words: "has no repository someone/a_model"),
            Refusal(status: 401, code: "GatedRepo", kind: .notAllowed, words: "set HF_TOKEN"),
            Refusal(
                status: 403, code: "GatedRepo", token: "t", place: .file, kind: .notAllowed,
                words: "is gated: accept its terms on http://127.0.0.1"),
            Refusal(
                status: 403, token: "t", place: .file, kind: .notAllowed,
                words: "the token does not"),
            Refusal(status: 403, place: .file, kind: .notAllowed, words: "without a token"),
            Refusal(
                status: 404, kind: .notFound,
                words: "has no repository someone/a_model with a revision 'main'"),
            Refusal(
                status: 404, code: "RevisionNotFound", kind: .notFound,
                words: "someone/a_model has no revision 'main'"),
            Refusal(
                status: 404, code: "EntryNotFound", place: .file, kind: .notFound,
                words: "someone/a_model has no file 'config.json'"),
            Refusal(
                status: 404, place: .store, kind: .notFound, words: "no file 'pytorch_model.bin'"),
            Refusal(status: 400, kind: .badAnswer, words: "answers 400"),
        ])
    func refused(_ refusal: Refusal) async throws {
        let pulls = try pulls()
        let headers = refusal.code.map { ["X-Error-Code": $0] } ?? [:]
        pulls.hub.plan(.status(refusal.status, headers: headers), at: refusal.place)
        let failure = try await pulls.failure(token: refusal.token)
        #expect(failure.kind == refusal.kind)
        #expect(failure.description.contains(refusal.words), "\(failure)")
        #expect(pulls.hub.requests(to: refusal.place).count == 1)
        #expect(pulls.pauses.all.isEmpty)
        #expect(!pulls.names.contains { $0.hasSuffix(".part") })
    }

    @Test(
        "a busy server is asked again after the pause it wants",
        arguments: [FakeHub.Place.api, .file, .store])
    func busy(place: FakeHub.Place) async throws {
        let pulls = try pulls()
        pulls.hub.plan(
            .status(503), .status(503), .status(429, headers: ["Retry-After": "7"]),
            .status(500, headers: ["Retry-After": "soon"]), at: place)
        try await pulls.pull()
        #expect(pulls.pauses.all == [1, 2, 7, 8].map { .seconds($0) })
        #expect(pulls.bytes("pytorch_model.bin") == weights.bytes)
    }

    @Test("a server that stays busy is given up")
    func alwaysBusy() async throws {
        let pulls = try pulls()
        for _ in 0..<6 { pulls.hub.plan(.status(502), at: .api) }
        let failure = try await pulls.failure()
        #expect(failure.kind == .busy)
        #expect(failure.description.hasSuffix("answers 502: it is out of order for now"))
        #expect(pulls.hub.requests(to: .api).count == 5)
    }

    @Test("nobody waits an hour")
    func longPause() async throws {
        let pulls = try pulls()
        pulls.hub.plan(.status(429, headers: ["Retry-After": "3600"]), at: .file)
        let failure = try await pulls.failure()
        #expect(failure.description.contains("asks to come back in 3600 s"))
        #expect(pulls.pauses.all.isEmpty)
    }

    @Test("a link to the store that has expired is asked for anew")
    func expired() async throws {
        let pulls = try pulls()
        pulls.hub.plan(.status(403), at: .store)
        try await pulls.pull()
        #expect(pulls.hub.requests(to: .file).count == 3)
    }

    @Test("no network is said at once")
    func unreachable() async throws {
        let (port, keep) = try ReplayServer.deafPort()
        defer { keep() }
        let client = HubClient(endpoint: try HubEndpoint("http://127.0.0.1:\(port)"), proxy: .none)
        let pull = ModelPull(try HubRepository("a/b"), to: "/nowhere")
        let failure = await #expect(throws: HubFailure.self) { try await pull.run(with: client) }
        #expect(failure?.kind == .unreachable)
        #expect(
            failure?.description
                == "could not connect to http://127.0.0.1:\(port): connection refused")
    }

    @Test(
        "what is no hub is said",
        arguments: [
            "<html>Welcome</html>", "{}", #"{"sha": "main", "siblings": []}"#,
            #"{"sha": "../../../../etc/0123456789abcdef01234567", "siblings": []}"#,
        ])
    func noHub(answer: String) async throws {
        let pulls = try pulls()
        pulls.hub.plan(.says(answer), at: .api)
        let failure = try await pulls.failure()
        #expect(failure.kind == .badAnswer)
        #expect(failure.description == "\(pulls.hub.url) does not answer as a model hub does")
    }

    @Test("a redirect that leads nowhere is not followed")
    func redirect() async throws {
        let pulls = try pulls()
        pulls.hub.plan(.redirects(to: "file:///etc/passwd"), at: .file)
        #expect(try await pulls.failure().kind == .untrusted)
        #expect(pulls.names == [])
    }

    @Test("without a checksum nothing is fetched")
    func noChecksum() async throws {
        let pulls = try pulls(.noChecksums)
        let failure = try await pulls.failure()
        #expect(failure.kind == .badAnswer)
        #expect(
            failure.description.hasSuffix(
                "tells no checksum of 'pytorch_model.bin', so that it cannot be checked"))
        #expect(pulls.names == ["config.json"])
    }

    @Test("lengths that contradict each other are refused", arguments: [3_299_999, 3_300_001])
    func length(claimed: Int) async throws {
        let pulls = try pulls()
        pulls.hub.plan(.claims(claimed), at: .store)
        let failure = try await pulls.failure()
        #expect(failure.kind == .badAnswer)
        #expect(failure.description.contains("has 3300000 bytes, but"), "\(failure)")
        #expect(pulls.names == ["config.json"])
    }

    @Test(
        "an answer to a question for a part that was not asked is refused", arguments: [206, 416])
    func unasked(status: Int) async throws {
        let pulls = try pulls()
        pulls.hub.plan(.status(status, headers: ["Content-Range": "bytes 5-6/7"]), at: .store)
        let failure = try await pulls.failure()
        #expect(failure.kind == .badAnswer)
        #expect(
            failure.description.hasSuffix(
                "answers \(status) when asked for file 'pytorch_model.bin'"))
        #expect(pulls.hub.requests(to: .store).count == 1)
    }

    @Test("bytes beyond the length are not taken")
    func more() async throws {
        let pulls = try pulls()
        pulls.hub.plan(.adds(1 << 20), at: .store)
        let failure = try await pulls.failure()
        #expect(failure.kind == .badAnswer)
        #expect(failure.description.contains("sends more of 'pytorch_model.bin'"))
        #expect(pulls.names == ["config.json"])
    }

    @Test("what is too long for the limit or the disk is refused before it comes")
    func tooLong() async throws {
        let pulls = try pulls()
        let long = try await pulls.failure(limits: PullLimits(fileSize: 3_299_999))
        #expect(long.kind == .tooLarge)
        #expect(
            long.description
                == "'pytorch_model.bin' has 3300000 bytes, and more than 3299999 are not fetched")
        let full = try await pulls.failure(limits: PullLimits(freeSpace: { _ in 3_299_999 }))
        #expect(full.kind == .tooLarge)
        #expect(full.description.contains("needs 3300000 bytes, and the disk of"))
        #expect(pulls.names == ["config.json"])
        // What is there of it already needs no room.
        pulls.hub.plan(.drops(after: 1_000_000), at: .store)
        _ = try await pulls.failure(tries: 1)
        try await pulls.pull(limits: PullLimits(fileSize: 3_300_000, freeSpace: { _ in 2_300_000 }))
        #expect(pulls.bytes("pytorch_model.bin") == weights.bytes)
    }

    @Test("a length that nobody tells is bounded")
    func endless() async throws {
        let notes = FakeHubFile("notes.txt", String(repeating: "x", count: 10_000))
        let pulls = Pulls(try FakeHub([notes], telling: .noChecksums))
        pulls.hub.plan(.adds(100_000), at: .file)
        let failure = try await pulls.failure(["notes.txt"], limits: PullLimits(fileSize: 50_000))
        #expect(failure.kind == .tooLarge)
        #expect(pulls.names == [])
    }
}
