import Foundation
import LyreRPC
import TestSupport
import Testing
import WireMessages
import ZeroMQTransport

extension ProcessTests {
    @Suite("Bad peers")
    struct BadPeerTests {
        private func speak(at endpoint: String) async throws -> String {
            let scratch = try Scratch()
            let outcome = try await Programs.run(
                "lyre", ["speak", "--endpoint", endpoint, "-o", scratch.path("a.wav"), "Hello."])
            #expect(outcome.status == 1)
            #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
            #expect(scratch.names == [])
            return outcome.errors
        }

        @Test(
            "an address that is none",
            arguments: [
                "nowhere", "tcp://", "127.0.0.1", "127.0.0.1:port", "127.0.0.1:70000", "udp://a:1",
            ])
        func syntax(address: String) async throws {
            #expect(try await speak(at: address).contains("'\(address)'"))
            let service = try await Programs.run(
                "lyre-decoder",
                ["--listen", address, "--model", Programs.model, "--log-level", "error"])
            #expect(service.status == 1)
            #expect(service.errors.isOneSentence, "\(service.errors)")
        }

        @Test("nobody listens there")
        func nobody() async throws {
            let (port, keep) = try ReplayServer.deafPort()
            let address = "tcp://127.0.0.1:\(port)"
            let said = try await speak(at: address)
            #expect(said.contains(address))
            #expect(said.contains("nobody listens"))
            keep()
        }

        @Test("a host that nobody knows")
        func unknownHost() async throws {
            #expect(
                try await speak(at: "tcp://no-such-host.invalid:7100").contains(
                    "no-such-host.invalid"))
        }

        @Test("an HTTP server, one that talks first, one that hangs up, one that never speaks")
        func foreign() async throws {
            let http = try ReplayServer(answer: Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
            let mail = try ReplayServer { connection in
                connection.send("220 mail.example ESMTP\r\n")
                connection.waitForClose()
            }
            let short = try ReplayServer { _ in }
            // Those that only wait for more are told by their silence, so all are asked at once.
            let silent = try ReplayServer { $0.waitForClose() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for server in [http, mail, short, silent] {
                    group.addTask {
                        let address = "tcp://127.0.0.1:\(server.port)"
                        let said = try await speak(at: address)
                        #expect(said.contains(address), "\(said)")
                        #expect(said.contains("Lyre server"), "\(said)")
                    }
                }
                try await group.waitForAll()
            }
        }

        @Test("a Lyre server of another service")
        func otherService() async throws {
            let decoder = try await Service.start("lyre-decoder", ["--model", Programs.model])
            let said = try await speak(at: decoder.endpoint)
            #expect(said.contains("Speech"), "\(said)")
            await decoder.stop()
        }

        @Test("a port that another program uses, for calls and for operators")
        func busyPort() async throws {
            let server = try ReplayServer { $0.waitForClose() }
            let busy = "127.0.0.1:\(server.port)"
            let decoder = ["--model", Programs.model, "--log-level", "error"]
            for flags in [
                ["--listen", "tcp://\(busy)", "--admin", "off"],
                ["--listen", "tcp://127.0.0.1:0", "--admin", busy],
            ] {
                let outcome = try await Programs.run("lyre-decoder", decoder + flags)
                #expect(outcome.status == 1)
                #expect(outcome.errors.contains("\(server.port)"), "\(outcome.errors)")
                #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
            }
            let engine = try await Programs.run(
                "lyre-demo-engine", ["--port", "\(server.port)", "--log-level", "error"])
            #expect(engine.status == 1)
            #expect(engine.errors.isOneSentence, "\(engine.errors)")
        }

        @Test("services listen beyond this machine only with keys")
        func beyond() async throws {
            let outcome = try await Programs.run(
                "lyre-decoder",
                ["--listen", "tcp://0.0.0.0:0", "--model", Programs.model, "--log-level", "error"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
            #expect(outcome.errors.contains("--allow"))
        }

        @Test("codes out of range by RPC are INVALID_ARGUMENT, and the decoder serves on")
        func badCodes() async throws {
            let decoder = try await Service.start("lyre-decoder", ["--model", Programs.model])
            let transport = ZeroMQTransport(client: "test")
            let channel = try transport.channel(to: decoder.endpoint, service: "Decoder")
            func decode(_ codes: [UInt32]) async throws -> Int {
                try await channel.bidirectional(Decoder.decode) { replies, requests in
                    try await requests.send(.frames(CodeFrames(codes: codes)))
                    try await requests.finish()
                    var bytes = 0
                    while let reply = try await replies.next() {
                        bytes += reply.audio.samples.count
                    }
                    return bytes
                }
            }
            for (codes, expected) in [
                ([1, 2, 3, 4, 5, 6, 4096] as [UInt32], "code 4096"),
                ([1, 2, 3, 4, 5, 6, .max], "4294967295"),
                ([1, 2, 3], "no whole frames"),
            ] {
                let error = await #expect(throws: RPCError.self) { try await decode(codes) }
                #expect(error?.code == .invalidArgument)
                #expect(error?.status.message.contains(expected) == true)
            }
            #expect(try await decode([1, 2, 3, 4, 5, 6, 4095]) == 2 * 2048)
            channel.shutdown()
            await decoder.stop()
        }

        @Test("a completions server that is gone, or is none")
        func noEngine() async throws {
            let (port, keep) = try ReplayServer.deafPort()
            let foreign = try ReplayServer(answer: Array("220 mail.example ESMTP\r\n".utf8))
            let decoder = try await Service.start("lyre-decoder", ["--model", Programs.model])
            for url in ["http://127.0.0.1:\(port)", foreign.url] {
                let tokens = try await Service.start("lyre-tokens", ["--vllm", url])
                let text = try await Service.start(
                    "lyre-text", ["--tokens", tokens.endpoint, "--decoder", decoder.endpoint])
                #expect(try await speak(at: text.endpoint).contains("127.0.0.1"))
                await text.stop()
                await tokens.stop()
            }
            await decoder.stop()
            keep()
        }
    }
}
