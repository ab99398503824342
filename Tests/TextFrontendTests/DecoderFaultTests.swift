import DecoderService
import DemoVoice
import LyreRPC
import Orpheus
import SNAC
import Synchronization
import TestSupport
import Testing
import WireMessages

/// Decoders that fail in mid-stream: the client is sent what it had been sent without.
@Suite(.timeLimit(.minutes(5))) struct DecoderFaultTests {
    private let model: SNACModel

    init() throws { model = try SNACModel(folder: DemoVoice.folder()) }

    /// Decoder services on an engine each, with the demo codec.
    private func decoders(
        _ count: Int, tamper: @escaping Replicas.Tamper = { frame, _, _ in frame }
    ) -> Replicas {
        Replicas(count, of: "Decoder", tamper: tamper) { _, registry in
            let scheduler = Scheduler(backend: CPUBackend(model: model), engines: 1)
            DecoderService(scheduler: scheduler) { [model] in model.encode($0) }
                .register(in: &registry, admission: Admission(capacity: 4))
        }
    }

    private func farm(
        _ tokens: ScriptedTokens, _ decoders: Replicas,
        clock: any Clock<Duration> = ContinuousClock()
    ) async -> TestFarm {
        TestFarm(
            tokens: await Replicas(1, of: "Tokens") { tokens.register(in: &$1) }.channel(),
            decoder: await decoders.channel(), clock: clock)
    }

    private func unbroken(_ format: SampleFormat) async throws -> [UInt8] {
        try await farm(ScriptedTokens(), decoders(1)).speak("Hello.", format: format).samples
    }

    @Test(arguments: [SampleFormat.s16, .f32], [true, false])
    func killedAnywhereTheSamplesAreTheSame(format: SampleFormat, halves: Bool) async throws {
        let whole = try await unbroken(format)
        #expect(whole.count == 8 * 2048 * format.bytesPerSample)
        let cuts = halves ? [0, 4, 7, 11, 14, 18] : [0, 7, 14]
        for cut in cuts + Array(stride(from: 21, through: 56, by: 7)) {
            let decoders = decoders(2)
            let tokens = ScriptedTokens(inHalves: halves) { position in
                if position == cut { await decoders.killCurrent() }
            }
            let spoken = try await farm(tokens, decoders).speak("Hello.", format: format)
            #expect(spoken.samples == whole, "killed before code \(cut)")
            #expect(spoken.summary?.samples == 8 * 2048)
            #expect(decoders.opened.all.count == 2)
            #expect(spoken.summary?.decodeResumes == 1)
            #expect(spoken.summary?.tokenResumes == 0)
        }
    }

    /// The first samples are out when it dies, and a part of the next frame's with them.
    @Test func whatWasHeardIsNotHeardAgain() async throws {
        let decoders = decoders(2)
        let heard = Latch()
        let tokens = ScriptedTokens { position in
            guard position == 18 + 3 else { return }
            try await heard.wait()
            await decoders.killCurrent()
        }
        let spoken = try await farm(tokens, decoders).speak("Hello.") { reply in
            if case .audio = reply { heard.open() }
        }
        #expect(spoken.samples == (try await unbroken(.s16)))
        #expect(decoders.opened.all.count == 2)
    }

    @Test func threeDeathsInARow() async throws {
        let decoders = decoders(4)
        let tokens = ScriptedTokens { position in
            guard let deaths = [14, 35, 49].firstIndex(of: position) else { return }
            await until { decoders.opened.all.count == deaths + 1 }
            await decoders.killCurrent()
        }
        let spoken = try await farm(tokens, decoders).speak("Hello.", format: .f32)
        #expect(spoken.samples == (try await unbroken(.f32)))
        #expect(Set(decoders.opened.all).count == 4)
    }

    /// There is no other, but it is back at once.
    @Test func aDecoderThatRestarts() async throws {
        let decoders = decoders(1)
        let tokens = ScriptedTokens { position in
            if position == 28 { await decoders.restart(0) }
        }
        let spoken = try await farm(tokens, decoders).speak("Hello.")
        #expect(spoken.samples == (try await unbroken(.s16)))
        #expect(decoders.opened.all == [0, 0])
    }

    @Test func aDecoderThatDrains() async throws {
        let decoders = decoders(2)
        let tokens = ScriptedTokens { position in
            if position == 28 { await decoders.drain(decoders.opened.all[0]) }
        }
        let spoken = try await farm(tokens, decoders).speak("Hello.")
        #expect(spoken.samples == (try await unbroken(.s16)))
        #expect(Set(decoders.opened.all).count == 2)
    }

    /// A frame is lost on the way, or holds other samples than it says.
    @Test(arguments: [true, false]) func aHole(inFrames: Bool) async throws {
        let replies = Mutex(0)
        let decoders = decoders(2) { frame, direction, _ in
            guard direction == .toClient, case .data = frame.body else { return frame }
            guard
                replies.withLock({
                    $0 += 1
                    return $0
                }) == 2
            else { return frame }
            guard !inFrames else { return nil }
            var frame = frame
            var reply = try! DecodeReply(decoding: frame.payload!)
            reply.audio.firstSample += 1
            frame.payload = reply.encoded()
            return frame
        }
        let spoken = try await farm(ScriptedTokens(), decoders).speak("Hello.")
        #expect(spoken.samples == (try await unbroken(.s16)))
        #expect(Set(decoders.opened.all).count == 2)
    }

    /// All frames of the first decoder are lost from its second reply on, or from the first.
    ///
    /// - Parameter silent: Its sessions have heard nothing since.
    @Test(arguments: [0, 1], [true, false])
    func aDecoderThatHangs(after replies: Int, silent: Bool) async throws {
        let state = Mutex((first: -1, replies: 0))
        let decoders = decoders(2) { frame, direction, number in
            state.withLock { state in
                if case .open = frame.body, state.first < 0 { state.first = number }
                guard direction == .toClient, number == state.first else { return frame }
                guard case .data = frame.body else {
                    return state.replies > replies ? nil : frame
                }
                state.replies += 1
                return state.replies > replies ? nil : frame
            }
        }
        let clock = ManualClock()
        let farm = await farm(ScriptedTokens(), decoders, clock: clock)
        async let speaking = farm.speak("Hello.")
        await until { state.withLock { $0.replies > replies } }
        if silent { await decoders.advance(by: .seconds(1)) }
        // Not at once.
        #expect(decoders.opened.all.count == 1)
        var ticks = 0
        await until {
            if decoders.opened.all.count == 1 {
                clock.advance(by: .milliseconds(200))
                ticks += 1
                for _ in 0..<50 { await Task.yield() }
            }
            return decoders.opened.all.count == 2
        }
        #expect(ticks >= (silent ? 2 : 5))
        let spoken = try await speaking
        #expect(spoken.samples == (try await unbroken(.s16)))
    }

    /// Nobody reads what the decoder has sent, for as long as you like.
    @Test func aSlowListenerIsNoHungDecoder() async throws {
        let sent = Mutex(0)
        let decoders = decoders(2) { frame, direction, _ in
            if direction == .toClient, case .data = frame.body {
                sent.withLock { $0 += (frame.payload?.count ?? 0) + 64 }
            }
            return frame
        }
        let clock = ManualClock()
        // 1.3 MiB of samples, where 0.5 MiB may be under way.
        let tokens = ScriptedTokens(frames: 160)
        let farm = await farm(tokens, decoders, clock: clock)
        let readOn = Gate()
        async let speaking = farm.speak(
            "Hello, and so on, and so on, as long as it takes.", format: .f32
        ) {
            _ in await readOn.opened()
        }
        await until { sent.withLock { $0 } >= 1 << 19 }
        for _ in 0..<100 {
            for _ in 0..<50 { await Task.yield() }
            clock.advance(by: .milliseconds(200))
        }
        readOn.open()
        let spoken = try await speaking
        #expect(spoken.samples.count == 160 * 2048 * 4)
        #expect(decoders.opened.all.count == 1)
    }

    @Test func whereAllAreDeadOneSentenceSaysSo() async throws {
        let decoders = decoders(2)
        let tokens = ScriptedTokens { position in
            guard position == 28 else { return }
            await decoders.kill(0)
            await decoders.kill(1)
        }
        let clock = ManualClock()
        let farm = await farm(tokens, decoders, clock: clock)
        let pauses = Task {
            while !Task.isCancelled {
                await clock.sleeping()
                clock.advance(by: .milliseconds(100))
                await Task.yield()
            }
        }
        defer { pauses.cancel() }
        let error = await #expect(throws: RPCError.self) { _ = try await farm.speak("Hello.") }
        #expect(error?.code == .unavailable)
        #expect(error?.status.neverStarted == false)
        let sentence = error?.status.message ?? ""
        #expect(
            sentence.hasPrefix("Decoder failed 6 times in a row, the last time so: "), "\(sentence)"
        )
        #expect(sentence.hasSuffix("nobody listens there"), "\(sentence)")
    }
}
