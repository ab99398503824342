import Foundation
import Testing

extension ProcessTests {
    @Suite("Clients that leave, servers that end")
    struct LeavingTests {
        private let long = Array(
            repeating: "The lazy cat has seven green boxes, and keeps them.", count: 6
        ).joined(separator: " ")

        @Test("a client that is killed ends the work on every stage")
        func leaving() async throws {
            let farm = try await TestFarm.start(rate: 90)
            let client = try await Child(
                Programs.url("lyre"), ["speak", "--endpoint", farm.endpoint, "-q", "-o", "-", long])
            _ = await client.readSound()
            #expect(try await farm.active().allSatisfy { $0 > 0 })
            client.signal(SIGKILL)
            let killed = ContinuousClock.now
            var idle: [Duration?] = [nil, nil, nil, nil]
            while idle.contains(nil) {
                for (stage, active) in try await farm.active().enumerated()
                where active == 0 && idle[stage] == nil {
                    idle[stage] = killed.duration(to: .now)
                }
            }
            let names = ["text", "tokens", "decoder", "engine"]
            let times = zip(names, idle).map { name, time in
                "\(name) \(Int(time! / .milliseconds(1))) ms"
            }
            print("work after a client was killed ended on", times.joined(separator: ", "))
            await farm.stop()
        }

        @Test("SIGTERM lets calls at work end well, refuses new ones, and exits with 0")
        func draining() async throws {
            let farm = try await TestFarm.start(rate: 300)
            let scratch = try Scratch()
            let speak = ["speak", "--endpoint", farm.endpoint, "-q", "-o"]
            let expected = try await Programs.run("lyre", speak + [scratch.path("before.wav"), long])
            #expect(expected.status == 0, "\(expected.errors)")

            let client = try await Child(Programs.url("lyre"), speak + ["-", long])
            let first = await client.readSound()
            farm.text.child.signal(SIGTERM)
            let admin = try await farm.text.admin
            while try await HTTP.get("\(admin)/readyz").status != 503 {}
            #expect(try await HTTP.get("\(admin)/livez").status == 200)

            let late = try await Programs.run("lyre", speak + [scratch.path("late.wav"), "Too late."])
            #expect(late.status != 0)
            #expect(late.errors.isOneSentence, "\(late.errors)")

            let rest = await client.readAll()
            #expect(await client.waitUntilExit() == 0)
            #expect((first + rest).dropFirst(44) == (try scratch.data("before.wav")).dropFirst(44))
            #expect(scratch.names == ["before.wav"])
            #expect(await farm.text.child.waitUntilExit() == 0)
            await farm.stop()
        }

        @Test(
            "a plugin tells where it is in one line, and ends when its host does",
            arguments: [
                ("lyre-text", "lyre.Speech", []),
                ("lyre-tokens", "lyre.Tokens", ["--vllm", "http://127.0.0.1:1"]),
                ("lyre-decoder", "lyre.Decoder", ["--model", Programs.model]),
                ("lyre-demo-engine", "lyre.DemoEngine", []),
            ])
        func handshake(program: String, service: String, arguments: [String]) async throws {
            let plugin = try await Service.start(program, arguments)
            #expect(plugin.handshake.service == service)
            #expect(plugin.handshake.versions == 1...1)
            #expect(plugin.handshake.publicKey == nil)
            #expect(plugin.endpoint.contains("://127.0.0.1:"))
            plugin.child.closeInput()
            // One line, and no more.
            #expect(await plugin.child.readAll().isEmpty)
            #expect(await plugin.child.waitUntilExit() == 0)
        }

        @Test("a farm of 'lyre up' ends with Control-C, and its services with it")
        func up() async throws {
            let up = try await Child(Programs.url("lyre"), ["up", "--listen", "tcp://127.0.0.1:0"])
            let line = try #require(await up.line())
            let endpoint = try #require(line.firstMatch(of: /tcp:\/\/127\.0\.0\.1:\d+/)?.0)
            let health = try await Programs.run("lyre", ["health", String(endpoint)])
            #expect(health.status == 0, "\(health.text)")
            up.signal(SIGINT)
            // Its output ends when nobody holds it any more, the services neither.
            _ = await up.readAll()
            _ = await up.errors.all()
            #expect(await up.waitUntilExit() == 0)
            let after = try await Programs.run("lyre", ["health", String(endpoint)])
            #expect(after.status == 2)
        }
    }
}
