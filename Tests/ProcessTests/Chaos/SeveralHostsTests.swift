import Foundation
import TestSupport
import Testing

extension ProcessTests {
    /// A farm larger than one machine: decoders on hosts of their own, found by DNS.
    @Suite(
        "Several hosts",
        .enabled("network namespaces or dnsmasq are missing here") {
            await NameServer.isPossible()
        })
    struct SeveralHostsTests {
        /// A decoder on a host of its own.
        private struct Host {
            let network: NetworkNamespace
            let decoder: Service

            init(_ ring: Keyring) async throws {
                network = try await NetworkNamespace()
                // Ports are free in a network of one's own.
                decoder = try await network.start(
                    "lyre-decoder",
                    ring.server + [
                        "--model", Programs.model, "--listen", "tcp://\(network.address):7102",
                        "--admin", "\(network.address):7112",
                    ])
            }

            var frames: Double {
                get async throws {
                    try await HTTP.get("http://\(network.address):7112/metrics")
                        .metric("lyre_decoder_frames_total")
                }
            }

            func stop() async {
                await decoder.stop()
                await network.remove()
            }
        }

        @Test("decoders join and leave by DNS, over slow and lossy cables, and no call fails")
        func joinAndLeave() async throws {
            let ring = try await Keyring(Scratch(), callers: [("text", "frontend")])
            let names = try await NameServer()
            let first = try await Host(ring)
            let second = try await Host(ring)
            try names.set("decoder.farm", [first.network.address])
            let engine = try await Service.start("lyre-demo-engine", ["--rate", "400"])
            let tokens = try await Service.start(
                "lyre-tokens", ["--vllm", engine.endpoint, "--model", "orpheus", "--canary", "off"])
            let text = try await names.start(
                "lyre-text",
                [
                    "--tokens", tokens.endpoint, "--decoder", "dns:decoder.farm:7102",
                    "--key", ring.path("text.key"), "--decoder-key", ring.path("server.pub"),
                ])
            let isOver = Recorder<Void>()
            let listener = try Listener(target: text.endpoint)
            let load = Task { await listener.callAgainAndAgain { _ in isOver.all.isEmpty } }
            defer { isOver.record(()) }
            while try await first.frames == 0 {}

            let isSlow = await second.network.slowDown()
            try names.set("decoder.farm", [first.network.address, second.network.address])
            let start = ContinuousClock.now
            while try await second.frames == 0 {}
            let joined = start.duration(to: .now)

            try names.set("decoder.farm", [second.network.address])
            // Its callers look names up every 5 s, so it is told to go when they know.
            try await Task.sleep(for: .seconds(6))
            first.decoder.child.signal(SIGTERM)
            #expect(await first.decoder.child.waitUntilExit() == 0)
            let before = try await second.frames
            while try await second.frames == before {}
            isOver.record(())
            let calls = await load.value
            #expect(calls.failures.isEmpty, "\(calls.failures.prefix(3))")
            print(
                "several hosts: a decoder that DNS named was put to work after \(joined); "
                    + "\(calls.firstSamples.count) calls went well while one joined and one left; "
                    + (isSlow ? "20 ms of delay and 1 % of loss" : "this kernel has no netem"))
            for service in [text, tokens, engine] { await service.stop() }
            for host in [first, second] { await host.stop() }
            await names.stop()
        }
    }
}
