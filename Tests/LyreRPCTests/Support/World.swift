import LyreRPC
import Synchronization
import TestSupport

/// A frame that crossed an in-process connection.
struct Crossing: Sendable {
    let frame: WireFrame
    let direction: InProcessTransport.Direction
}

/// One server, its clients, a clock that the test moves, and a record of all frames.
struct World: Sendable {
    let time: ManualTime
    let frames: Recorder<Crossing>
    let transport: InProcessTransport
    let server: RPCServer
    let endpoint: Endpoint

    /// - Parameter filter: may lose or change frames.
    init(
        time: ManualTime = ManualTime(), windows: Windows = .standard,
        calls: any CallObserver = Unobserved(),
        filter: @escaping InProcessTransport.Filter = { frame, _ in frame },
        _ register: (inout Registry) -> Void
    ) {
        let frames = Recorder<Crossing>()
        self.time = time
        self.frames = frames
        transport = InProcessTransport(time: time, schema: 7) { frame, direction in
            frames.record(Crossing(frame: frame, direction: direction))
            return filter(frame, direction)
        }
        var registry = Registry()
        register(&registry)
        server = RPCServer(registry: registry, schema: 7, windows: windows, instance: "instance", calls: calls)
        endpoint = transport.serve(server)
    }

    func channel(calls: any CallObserver = Unobserved()) -> Channel {
        Channel(
            service: "Test", resolver: StaticResolver([endpoint]), connector: transport,
            time: time, calls: calls)
    }

    /// Moves time on, step by step, while something runs that ends by the clock.
    func passTime<Value>(by step: Duration, _ body: () async throws -> Value) async rethrows
        -> Value
    {
        let clock = Task {
            while !Task.isCancelled {
                await transport.advance(by: step)
                await Task.yield()
            }
        }
        defer { clock.cancel() }
        return try await body()
    }

    func sent(_ direction: InProcessTransport.Direction) -> [WireFrame] {
        frames.all.filter { $0.direction == direction }.map(\.frame)
    }

    /// The first frame of a direction that is as wanted, waiting for it if need be.
    func frame(
        _ direction: InProcessTransport.Direction,
        where matches: @escaping @Sendable (WireFrame) -> Bool
    ) async -> WireFrame {
        await frames.first { $0.direction == direction && matches($0.frame) }.frame
    }
}

extension WireFrame {
    var status: Status? { if case .status(let status) = body { status } else { nil } }
    var open: Open? { if case .open(let open) = body { open } else { nil } }
    var resetReason: String? { if case .reset(let reason) = body { reason } else { nil } }
    var credit: UInt32? { if case .credit(let bytes) = body { bytes } else { nil } }
    var load: Load? { if case .load(let load) = body { load } else { nil } }
    var isData: Bool { if case .data = body { true } else { false } }
    var isPing: Bool { if case .ping = body { true } else { false } }
    var isPong: Bool { if case .pong = body { true } else { false } }
    var isGoAway: Bool { if case .goAway = body { true } else { false } }
}

/// The error of a call that has to fail.
func failure<Value>(_ call: () async throws -> Value) async -> RPCError? {
    do {
        _ = try await call()
        return nil
    } catch { return error as? RPCError }
}
