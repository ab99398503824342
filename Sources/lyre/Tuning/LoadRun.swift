import LyreRPC
import WireMessages
import ZeroMQTransport

/// Keeps a number of streams at work for a time, and notes what happens to each.
///
/// All share one connection and one thread, so that the client takes little of the processors that
/// it may share with the service.
struct LoadRun: Sendable {
    /// Seconds after the load that streams are waited for.
    private static let overtime = 30.0
    /// Seconds until a worker whose call did not come to speak makes the next one.
    private static let pause = 0.2

    private let transport = ZeroMQTransport(client: "lyre tune")
    private let channel: Channel
    /// Of a load.
    private let seconds: Double
    private let patience: TunePatience
    private let voice: String

    /// - Parameters:
    ///   - seconds: Of a load.
    /// - Throws: ``RPCError`` where nobody serves there.
    init(
        endpoint: String, security: ClientSecurity?, seconds: Double, patience: TunePatience,
        voice: String
    ) async throws {
        channel = try transport.channel(
            to: endpoint, service: "Tokens", security: security)
        self.seconds = seconds
        self.patience = patience
        self.voice = voice
        _ = try await channel.unary(
            Health.check, HealthRequest(), options: CallOptions(timeout: .seconds(10)))
    }

    /// The starts of the streams are spread over this time; tokens are counted from then on.
    private var ramp: Double { min(1, seconds / 4) }

    /// One stream that is not measured: caches and connections are warm then, and what can never be
    /// measured is known.
    /// - Throws: ``FarmError`` when it does not speak.
    func warmUp() async throws {
        let request = GenerateRequest(voice: voice, text: TuneSentences.all[0])
        let call = await speak(request, from: SystemTime().now)
        switch call.end {
        case .complete: break
        case .failed(let words): throw FarmError(words)
        case .refused: throw FarmError("the endpoint is busy: it refuses a single stream")
        case .unfinished: throw FarmError("a single stream did not end in time")
        }
    }

    /// - Parameter onProgress: Is told the seconds that have passed, now and then.
    func measure(
        streams: Int, setting: TuneSetting, onProgress: @escaping @Sendable (Double) -> Void
    ) async -> LoadFigures {
        let start = SystemTime().now
        let executor = transport.executor
        let ticker = Task {
            while (try? await Task.sleep(for: .milliseconds(200))) != nil {
                onProgress(Self.seconds(since: start))
            }
        }
        defer { ticker.cancel() }
        let calls = await withTaskGroup(of: [TuneCall].self) { group in
            for stream in 0..<streams {
                group.addTask(executorPreference: executor) {
                    await work(stream, of: streams, setting, from: start)
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        return LoadFigures(
            streams: streams, setting: setting, calls: calls, window: ramp..<seconds,
            patience: patience)
    }

    /// One call after the other until the time is over.
    private func work(
        _ stream: Int, of streams: Int, _ setting: TuneSetting, from start: Instant
    ) async -> [TuneCall] {
        var calls: [TuneCall] = []
        let opening = start + .seconds(ramp * Double(stream) / Double(streams))
        try? await Task.sleep(for: opening - SystemTime().now, tolerance: .zero)
        while Self.seconds(since: start) < seconds, !Task.isCancelled {
            let number = stream + calls.count * streams
            let sentences = TuneSentences.all
            let call = await speak(
                GenerateRequest(
                    voice: voice, text: sentences[number % sentences.count],
                    seed: UInt64(number), sampling: setting.sampling), from: start)
            calls.append(call)
            if call.arrivals.isEmpty { try? await Task.sleep(for: .seconds(Self.pause)) }
        }
        return calls
    }

    private func speak(_ request: GenerateRequest, from start: Instant) async -> TuneCall {
        let begin = Self.seconds(since: start)
        let limit = seconds + Self.overtime
        var arrivals: [TuneCall.Arrival] = []
        let end: TuneCall.End
        do {
            let options = CallOptions(timeout: .seconds(limit - begin))
            (arrivals, end) = try await channel.serverStream(
                Tokens.generate, request, options: options
            ) { replies in await Self.receive(replies, from: start, until: limit) }
        } catch {
            end = Self.end(error, isOver: Self.seconds(since: start) >= limit)
        }
        return TuneCall(start: begin, arrivals: arrivals, end: end)
    }

    private static func receive(
        _ replies: MessageReader<GenerateReply>, from start: Instant, until limit: Double
    ) async -> ([TuneCall.Arrival], TuneCall.End) {
        var arrivals: [TuneCall.Arrival] = []
        do {
            while let reply = try await replies.next() {
                switch reply {
                case .frames(let frames):
                    arrivals.append(
                        TuneCall.Arrival(time: seconds(since: start), codes: frames.codes.count))
                case .end(let end):
                    return (
                        arrivals,
                        .complete(
                            isCut: end.reason != .endOfSpeech,
                            droppedTokens: Int(end.droppedTokens), rolls: Int(end.rolls))
                    )
                }
            }
            return (arrivals, .failed("the stream ended without its end"))
        } catch {
            return (arrivals, end(error, isOver: seconds(since: start) >= limit))
        }
    }

    private static func end(_ error: any Error, isOver: Bool) -> TuneCall.End {
        guard let error = error as? RPCError else { return .failed("\(error)") }
        switch error.code {
        case .resourceExhausted: return .refused
        case .deadlineExceeded where isOver: return .unfinished
        default: return .failed("\(error)")
        }
    }

    private static func seconds(since start: Instant) -> Double {
        (SystemTime().now - start).inSeconds
    }
}
