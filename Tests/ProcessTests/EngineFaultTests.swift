import Foundation
import Testing

extension ProcessTests {
    @Suite("Engines that fail")
    struct EngineFaultTests {
        private static let text =
            "The lazy cat has seven green boxes, and keeps them in the garden behind the house, where "
            + "nobody but the old gardener has ever looked for them."

        /// Frames that `lyre tokens` prints, line by line.
        private func tokens(at endpoint: String, seed: Int = 0) async throws -> Child {
            try await Child(
                Programs.url("lyre"),
                ["tokens", "--endpoint", endpoint, "--seed", "\(seed)", Self.text])
        }

        private func service(_ engines: [Service], _ more: [String] = []) async throws -> Service {
            try await Service.start(
                "lyre-tokens",
                [
                    "--vllm", engines.map(\.endpoint).joined(separator: ","), "--model", "orpheus",
                    "--admin", "127.0.0.1:0",
                ] + more)
        }

        private func engine(rate: Int) async throws -> Service {
            try await Service.start("lyre-demo-engine", ["--rate", "\(rate)"])
        }

        @Test("an engine that is killed or stopped in mid-stream: another one goes on, same codes")
        func failing() async throws {
            let steady = try await engine(rate: 0)
            let expected = try await Programs.run(
                "lyre", ["tokens", "--vllm", steady.endpoint, "--model", "orpheus", Self.text])
            #expect(expected.status == 0, "\(expected.errors)")
            #expect(expected.text.split(separator: "\n").count > 60)

            for fault in [SIGKILL, SIGSTOP, SIGKILL] {
                let engines = [try await engine(rate: 400), try await engine(rate: 400)]
                let tokens = try await service(engines, ["--canary", "off"])
                let call = try await self.tokens(at: tokens.endpoint)
                let first = try #require(await call.line())
                // The one that has the stream says so itself.
                var running: [Double] = []
                for engine in engines {
                    running.append(try await engine.metric("vllm:num_requests_running"))
                }
                let failing = try #require(running.firstIndex(of: 1))
                engines[failing].child.signal(fault)
                let rest = String(decoding: await call.readAll(), as: UTF8.self)
                let status = await call.waitUntilExit()
                let said = await call.errors.all()
                #expect(status == 0, "\(said)")
                #expect(first + "\n" + rest == expected.text)
                #expect(said.contains("resumed"), "\(said)")
                #expect(try await tokens.metric("lyre_tokens_resumes_total") > 0)
                await tokens.stop()
                if fault == SIGSTOP { engines[failing].child.signal(SIGKILL) }
                for engine in engines { await engine.stop() }
            }
            await steady.stop()
        }

        @Test("an engine that comes back is used again; while it is away, /readyz says so")
        func returning() async throws {
            let engine = try await engine(rate: 0)
            let tokens = try await service([engine])
            let admin = try await tokens.admin
            while try await HTTP.get("\(admin)/readyz").status != 200 {}
            let before = try await Programs.run("lyre", ["tokens", "--endpoint", tokens.endpoint, "One."])
            #expect(before.status == 0, "\(before.errors)")

            engine.child.signal(SIGKILL)
            while try await HTTP.get("\(admin)/readyz").status != 503 {}
            #expect(try await HTTP.get("\(admin)/readyz").text.contains("engines: "))
            let without = try await Programs.run("lyre", ["tokens", "--endpoint", tokens.endpoint, "One."])
            #expect(without.status == 1)
            #expect(without.errors.isOneSentence, "\(without.errors)")
            #expect(without.errors.contains("connection refused"), "\(without.errors)")

            let port = try #require(engine.endpoint.split(separator: ":").last)
            let again = try await Service.start("lyre-demo-engine", ["--rate", "0", "--port", "\(port)"])
            while try await HTTP.get("\(admin)/readyz").status != 200 {}
            let after = try await Programs.run("lyre", ["tokens", "--endpoint", tokens.endpoint, "One."])
            #expect(after.text == before.text, "\(after.errors)")
            await tokens.stop()
            await again.stop()
        }

        @Test("'lyre sessions' shows what runs, and what has run")
        func sessions() async throws {
            let engine = try await engine(rate: 200)
            let tokens = try await service([engine])
            let call = try await self.tokens(at: tokens.endpoint)
            _ = try #require(await call.line())
            let running = try await Programs.run("lyre", ["sessions", tokens.endpoint])
            #expect(running.status == 0, "\(running.errors)")
            let lines = running.text.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.last?.contains("streaming") == true)
            #expect(lines.last?.contains(engine.endpoint) == true)
            call.signal(SIGKILL)
            await call.waitUntilExit()
            while try await tokens.metric("lyre_tokens_streams") > 0 {}
            let none = try await Programs.run("lyre", ["sessions", tokens.endpoint])
            #expect(none.text.split(separator: "\n").count == 1)
            let all = try await Programs.run("lyre", ["sessions", "--all", "--json", tokens.endpoint])
            #expect(all.text.contains(#""outcome": "CANCELLED""#), "\(all.text)")
            await tokens.stop()
            await engine.stop()
        }

        @Test("a file of engines is watched; one that is wrong changes nothing, and is told")
        func watching() async throws {
            let scratch = try Scratch()
            let engines = [try await engine(rate: 0), try await engine(rate: 0)]
            func list(_ engine: Service) -> Data {
                Data("engines:\n  - {url: \"\(engine.endpoint)\", model: orpheus}\n".utf8)
            }
            let file = try scratch.write("engines.yaml", list(engines[0]))
            let tokens = try await Service.start(
                "lyre-tokens", ["--vllm", "file:\(file)", "--admin", "127.0.0.1:0"])
            func server() async throws -> String {
                let call = try await Programs.run("lyre", ["tokens", "--endpoint", tokens.endpoint, "One."])
                #expect(call.status == 0, "\(call.errors)")
                let all = try await Programs.run("lyre", ["sessions", "--all", tokens.endpoint])
                return String(all.text.split(separator: "\n").last ?? "")
            }
            #expect(try await server().contains(engines[0].endpoint))
            _ = try scratch.write("engines.yaml", Data("engines:\n  - {model: orpheus}\n".utf8))
            let warning = await tokens.child.errors.line(containing: "stays as it was")
            #expect(warning?.contains("engines 1 has no 'url'") == true, "\(warning ?? "none")")
            #expect(try await server().contains(engines[0].endpoint))
            _ = try scratch.write("engines.yaml", list(engines[1]))
            while try await !server().contains(engines[1].endpoint) {}
            await tokens.stop()
            for engine in engines { await engine.stop() }
        }
    }
}
