import Foundation
import Synchronization
import Testing

extension ProcessTests {
    @Suite(
        "A cable that is cut",
        .enabled("network namespaces cannot be made here") {
            await NetworkNamespace.isPossible()
        })
    struct NetworkTests {
        @Test("streams move, and who cannot be heard any more is given up")
        func cut() async throws {
            let network = try await NetworkNamespace()
            let ring = try await Keyring(Scratch(), callers: [("text", "frontend")])
            let keys = ring.server + ["--model", Programs.model, "--admin", "off"]
            let far = try await network.start(
                "lyre-decoder", keys + ["--listen", "tcp://\(network.address):0"])
            let near = try await Service.start("lyre-decoder", keys)
            let engine = try await Service.start("lyre-demo-engine", ["--rate", "90"])
            let tokens = try await Service.start(
                "lyre-tokens", ["--vllm", engine.endpoint, "--model", "orpheus", "--canary", "off"])
            let text = try await Service.start(
                "lyre-text",
                [
                    "--tokens", tokens.endpoint, "--decoder", "\(near.endpoint),\(far.endpoint)",
                    "--key", ring.path("text.key"), "--decoder-key", ring.path("server.pub"),
                    "--admin", "127.0.0.1:0",
                ])
            @Sendable func ready() async throws -> Double {
                try await text.metric("lyre_channel_endpoints{service=\"Decoder\",state=\"ready\"}")
            }
            while try await ready() < 2 {}

            let choir = try await Choir(
                Listener(target: text.endpoint), size: ChaosSettings.streams)
            let memory = try await text.metric("process_resident_memory_bytes")
            let patience = Mutex(Duration.zero)
            let songs = try await choir.sing {
                await network.cut()
                let start = ContinuousClock.now
                while try await ready() > 1 { try await Task.sleep(for: .milliseconds(20)) }
                patience.withLock { $0 = start.duration(to: .now) }
            }
            choir.expectUnbroken(songs)
            let moved = try await text.metric("lyre_text_resumes_total{leg=\"decode\"}")
            #expect(moved > 0)
            let grown = try await text.metric("process_resident_memory_bytes") - memory
            #expect(grown < Double(32 << 20))
            print(
                "a cable cut under \(songs.count) streams: longest wait between samples "
                    + "\(Times(songs.map(\.heard.longestGap)).text), \(Int(moved)) moved; the far "
                    + "decoder was given up after \(patience.withLock { $0 }); memory grew by "
                    + "\(Int(grown) >> 10) KiB")
            for service in [text, tokens, near, far, engine] { await service.stop() }
            await network.remove()
        }
    }
}
