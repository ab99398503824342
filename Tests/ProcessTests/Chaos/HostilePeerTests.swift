import Foundation
import Testing

extension ProcessTests {
    /// Peers without a key, at a service that asks for one.
    @Suite("Hostile peers")
    struct HostilePeerTests {
        private static let connections = 1000

        /// A decoder with keys, and how to ask it.
        private struct Target {
            private let ring: Keyring
            let decoder: Service

            init() async throws {
                ring = try await Keyring(Scratch(), callers: [("probe", "operator")])
                decoder = try await ring.start("lyre-decoder", ["--model", Programs.model])
            }

            var memory: Double {
                get async throws { try await decoder.metric("process_resident_memory_bytes") }
            }

            func refused(_ reason: String) async throws -> Double {
                try await decoder.metric("lyre_rpc_refused_total{reason=\"\(reason)\"}")
            }

            /// Whoever has a key is served as ever.
            func expectServing() async throws {
                let health = try await Programs.run(
                    "lyre", ["health", decoder.endpoint] + ring.caller("probe"))
                #expect(health.status == 0, "\(health.text)")
            }
        }

        @Test("a thousand connections that say nothing are let go of")
        func silence() async throws {
            let target = try await Target()
            let before = try await target.memory
            let connections = (0..<Self.connections).map { _ in
                PlainConnection(to: target.decoder.endpoint)
            }
            try await target.expectServing()
            let grown = try await target.memory - before
            for connection in connections { await onThread { connection.waitForEnd() } }
            try await target.expectServing()
            #expect(grown < Double(64 << 20))
            print(
                "\(Self.connections) silent connections: \(Int(grown) >> 10) KiB, let go of in 5 s")
            await target.decoder.stop()
        }

        /// ZeroMQ's greeting with the mechanism NULL, its READY, and parts of a message that never
        /// ends.
        @Test("a message without an end from a peer without a key")
        func endless() async throws {
            let target = try await Target()
            let before = (
                try await target.memory,
                try await target.refused("mechanism") + target.refused("handshake")
            )
            let connection = PlainConnection(to: target.decoder.endpoint)
            var greeting: [UInt8] = [0xff] + [UInt8](repeating: 0, count: 8) + [0x7f, 3, 0]
            greeting += Array("NULL".utf8) + [UInt8](repeating: 0, count: 16 + 32)
            let ready: [UInt8] = [4, 6, 5] + Array("READY".utf8)
            _ = connection.send(greeting)
            _ = connection.send(ready)
            let part: [UInt8] = [1, 255] + [UInt8](repeating: 7, count: 255)
            let isLetGo = await onThread {
                for _ in 0..<1_000_000 where !connection.send(part) { return true }
                return false
            }
            #expect(isLetGo)
            #expect(try await target.memory - before.0 < Double(16 << 20))
            while try await target.refused("mechanism") + target.refused("handshake") <= before.1 {}
            try await target.expectServing()
            await target.decoder.stop()
        }

        @Test("bytes of nobody")
        func noise() async throws {
            let target = try await Target()
            for seed in 0..<20 as Range<UInt8> {
                let connection = PlainConnection(to: target.decoder.endpoint)
                _ = connection.send((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31) ^ seed })
            }
            try await target.expectServing()
            await target.decoder.stop()
        }
    }
}
