import DecoderService
import DemoVoice
import LyreRPC
import SNAC
import TestSupport
import WireMessages

/// A decoder service of the demo's codec, and a channel to it, in this process.
struct World<Backend: DecoderBackend> {
    let scheduler: Scheduler<Backend>
    let admission: Admission
    let server: RPCServer
    let transport: InProcessTransport
    let endpoint: Endpoint
    let time: ManualTime

    init(
        _ backend: Backend, engines: Int = 1, places: Int = 16,
        encode: (@Sendable ([Float]) -> [SNACFrame])? = nil,
        filter: @escaping InProcessTransport.Filter = { frame, _ in frame }
    ) throws {
        time = ManualTime()
        transport = InProcessTransport(time: time, filter: filter)
        scheduler = Scheduler(backend: backend, engines: engines, time: time)
        let service = DecoderService(scheduler: scheduler, encode: encode ?? { _ in [] })
        var registry = Registry()
        admission = Admission(capacity: places)
        service.register(in: &registry, admission: admission)
        server = RPCServer(registry: registry, schema: 0)
        endpoint = transport.serve(server)
    }

    func channel() -> Channel {
        Channel(
            service: "Decoder", resolver: StaticResolver([endpoint]), connector: transport,
            time: time)
    }
}

enum Demo {
    static func model() throws -> SNACModel { try SNACModel(folder: try DemoVoice.folder()) }
}

extension Channel {
    /// Decodes messages of codes to 32-bit samples, put together; each has to begin where the last
    /// ended.
    func decode(
        _ messages: [[UInt32]],
        start: DecodeStart = DecodeStart(seed: nil, format: .f32)
    ) async throws -> [Float] {
        try await bidirectional(Decoder.decode) { replies, requests in
            async let sent: Void = {
                try await requests.send(.start(start))
                for codes in messages { try await requests.send(.frames(CodeFrames(codes: codes))) }
                try await requests.finish()
            }()
            var samples: [Float] = []
            let first = start.firstFrame * 2048
            while let reply = try await replies.next() {
                guard reply.audio.firstSample == first + UInt64(samples.count) else {
                    throw RPCError(.dataLoss, "samples are missing")
                }
                samples += reply.audio.samples.floats
            }
            try await sent
            return samples
        }
    }
}

extension [UInt8] {
    var floats: [Float] {
        stride(from: 0, to: count, by: 4).map { at in
            let word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(self[at + $1]) << (8 * UInt32($1)) }
            return Float(bitPattern: word)
        }
    }
}

/// The error of a call that has to fail.
func failure<Value>(_ call: () async throws -> Value) async -> RPCError? {
    do {
        _ = try await call()
        return nil
    } catch { return error as? RPCError }
}
