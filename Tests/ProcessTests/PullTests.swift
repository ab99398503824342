import Foundation
import TestSupport
import Testing

extension ProcessTests {
    @Suite("lyre pull")
    struct PullTests {
        private let scratch: Scratch
        private let hub: FakeHub
        private let configuration = FakeHubFile("config.json", #"{"sampling_rate": 24000}"#)
        private let weights = FakeHubFile("pytorch_model.bin", size: 12_000_000)

        init() throws {
            scratch = try Scratch()
            hub = try FakeHub([configuration, weights])
        }

        /// No token and no proxy of who runs the tests is used.
        private var environment: [String: String] {
            [
                "HF_ENDPOINT": hub.url, "HF_TOKEN": "", "HF_TOKEN_PATH": scratch.path("token"),
                "http_proxy": "", "all_proxy": "", "ALL_PROXY": "", "SSL_CERT_FILE": "",
            ]
        }

        private func pull(_ arguments: [String], _ more: [String: String] = [:]) async throws
            -> Programs.Outcome
        {
            try await Programs.run(
                "lyre", ["pull"] + arguments, environment: environment.merging(more) { $1 },
                in: scratch.url)
        }

        private func start() async throws -> Child {
            try await Child(
                Programs.url("lyre"), ["pull", FakeHub.repository], environment: environment,
                in: scratch.url)
        }

        private func expectWhole(_ folder: String = "a_model") throws {
            #expect(try scratch.data("\(folder)/config.json") == Data(configuration.bytes))
            #expect(try scratch.data("\(folder)/pytorch_model.bin") == Data(weights.bytes))
            let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path(folder))
            #expect(names.sorted() == ["config.json", "pytorch_model.bin"])
        }

        @Test("prints the folder and nothing else; says the rest on standard error")
        func whole() async throws {
            let first = try await pull([FakeHub.repository])
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.text == "a_model\n")
            #expect(first.errors.contains("config.json: 24 B, checked\n"))
            #expect(first.errors.contains(/pytorch_model.bin: 50 %  [67]\.[0-9] MB of 12.0 MB  .*B\/s  1 s left\n/))
            #expect(first.errors.contains("pytorch_model.bin: 12.0 MB, checked\n"))
            #expect(!first.errors.contains("\r") && !first.errors.contains("\u{1B}"))
            try expectWhole()
            let again = try await pull([FakeHub.repository])
            #expect(again.text == "a_model\n")
            #expect(again.errors.contains("pytorch_model.bin: is there already"))
            let quiet = try await pull(
                ["-q", FakeHub.repository, "--revision", "v1", "-o", "other/place"])
            #expect(quiet.text == "other/place\n")
            #expect(quiet.errors == "")
            try expectWhole("other/place")
            #expect(hub.requests(to: .api).last?.target.contains("/revision/v1?") == true)
            let one = try await pull([FakeHub.repository, "--file", "config.json", "-o", "one"])
            #expect(one.status == 0)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: scratch.path("one")) == [
                    "config.json"
                ])
        }

        @Test("a pull that is killed, and one that is interrupted, are continued")
        func resumed() async throws {
            let gates = [Gate(), Gate()]
            for (number, gate) in gates.enumerated() {
                hub.plan(.waits(after: 5_000_000 - number * 1_000_000, gate), at: .store)
            }
            let killed = try await start()
            await partHas(5_000_000)
            killed.signal(SIGKILL)
            await killed.waitUntilExit()
            gates[0].open()
            #expect(scratch.names == ["a_model"])

            let interrupted = try await start()
            await partHas(9_000_000)
            interrupted.signal(SIGINT)
            #expect(await interrupted.readAll().isEmpty)
            #expect(await interrupted.waitUntilExit() == 130)
            gates[1].open()
            let words = await interrupted.errors.all()
            #expect(
                words.hasSuffix(
                    "interrupted; what has arrived is kept, and the same command goes on there\n"),
                "\(words)")

            let last = try await pull([FakeHub.repository])
            #expect(last.status == 0, "\(last.errors)")
            #expect(last.errors.contains("pytorch_model.bin: goes on at 9.0 MB of 12.0 MB"))
            try expectWhole()
            #expect(
                hub.requests(to: .store).map { $0.headers["range"] }
                    == [nil, "bytes=5000000-", "bytes=9000000-"])
        }

        private func partHas(_ count: Int) async {
            let path = scratch.path("a_model/pytorch_model.bin.part")
            await until {
                (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) == count
            }
        }

        @Test("a token from its file is used, and told to nobody")
        func token() async throws {
            try scratch.write("token", Data("hf_secret\n".utf8))
            let outcome = try await pull([FakeHub.repository])
            #expect(outcome.status == 0)
            #expect(
                hub.requests(to: .api).allSatisfy {
                    $0.headers["authorization"] == "Bearer hf_secret"
                })
            #expect(hub.requests(to: .store).allSatisfy { $0.headers["authorization"] == nil })
            hub.plan(.status(403), at: .api)
            let refused = try await pull([FakeHub.repository])
            #expect(refused.status == 77)
            #expect(!(outcome.errors + refused.errors + refused.text).contains("secret"))
        }

        @Test("a proxy of the environment is used")
        func proxy() async throws {
            let outcome = try await pull(
                [FakeHub.repository],
                [
                    "HF_ENDPOINT": "http://hub.invalid", "http_proxy": hub.url,
                    "no_proxy": "127.0.0.1",
                ])
            // This one knows no repository by such an address; that it was asked is enough.
            #expect(outcome.status == 66, "\(outcome.errors)")
            #expect(
                hub.requests.all.first?.target.hasPrefix("http://hub.invalid/api/models/") == true)
        }

        @Test("each failure is one sentence, and has its exit code")
        func failures() async throws {
            func expect(
                _ status: Int32, _ words: String, _ arguments: [String] = [FakeHub.repository],
                _ more: [String: String] = [:]
            ) async throws {
                let outcome = try await pull(arguments + ["-q"], more)
                #expect(outcome.status == status, "\(outcome.errors)")
                #expect(outcome.errors.hasPrefix("Error: "), "\(outcome.errors)")
                #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
                #expect(outcome.errors.contains(words), "\(outcome.errors)")
                #expect(outcome.output.isEmpty)
            }
            try await expect(64, "'../x' is no repository", ["../x"])
            try await expect(
                64, "no name of a file", [FakeHub.repository, "--file", "../../etc/x"])
            try await expect(64, "is no revision", [FakeHub.repository, "--revision", "a b"])
            try await expect(64, "the endpoint", [FakeHub.repository], ["HF_ENDPOINT": "hub"])
            try await expect(66, "has no file 'x'", [FakeHub.repository, "--file", "x"])
            let (port, keep) = try ReplayServer.deafPort()
            try await expect(
                69, "connection refused", [FakeHub.repository],
                ["HF_ENDPOINT": "http://127.0.0.1:\(port)"])
            keep()
            hub.plan(.status(401), at: .api)
            try await expect(77, "set HF_TOKEN")
            hub.plan(.says("hello"), at: .api)
            try await expect(76, "model hub")
            hub.plan(.spoils, at: .store)
            try await expect(65, "checksum")
            try scratch.write("file", Data())
            try await expect(
                73, "cannot make the folder", [FakeHub.repository, "-o", "file/folder"])
        }
    }
}
