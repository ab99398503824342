import Foundation
import Synchronization
import Testing

extension ProcessTests {
    /// Faults in the middle of speech. One thing is wanted: the listener hears what it would have
    /// heard.
    @Suite("Chaos")
    struct ChaosTests {
        /// A signal, again and again, to the service of a stage that has most to do.
        private func strike(
            _ stage: ChaosFarm.Stage, with signal: Int32, _ what: String,
            streams: Int = ChaosSettings.streams
        ) async throws {
            let rounds = ChaosSettings.rounds
            let farm = try await ChaosFarm.start(engines: stage == .engine ? 2 : 1)
            let choir = try await Choir(farm, size: streams)
            var gaps: [Duration] = []
            for _ in 0..<rounds {
                let struck = Mutex<(place: Int, service: Service, load: Double)?>(nil)
                let songs = try await choir.sing {
                    let victim = try await farm.busiest(stage)
                    victim.service.child.signal(signal)
                    struck.withLock { $0 = victim }
                }
                choir.expectUnbroken(songs)
                gaps += songs.map(\.heard.longestGap)
                let (place, service, load) = struck.withLock { $0! }
                #expect(load > 0, "the fault struck nobody")
                service.child.signal(SIGKILL)
                await service.child.waitUntilExit()
                try await farm.replace(stage, place)
                // Token services look at the list of engines, and at each, every second or two.
                if stage == .engine { try await Task.sleep(for: .seconds(4)) }
            }
            // The token services know of engines, the frontend of everything else.
            let resumes =
                stage == .engine
                ? try await farm.sum("lyre_tokens_resumes_total", .tokens)
                : try await farm.sum("lyre_text_resumes_total", .text)
            #expect(resumes > 0)
            print(
                "\(what), \(rounds) times with \(streams) streams: longest wait between samples "
                    + "\(Times(gaps).text); \(Int(resumes)) streams went on elsewhere")
            await farm.stop()
        }

        @Test("a decoder that is killed: the samples are those of an unbroken run")
        func killedDecoder() async throws {
            try await strike(.decoder, with: SIGKILL, "decoder killed")
        }

        @Test("a decoder that hangs: its streams move, and the samples are the same")
        func hungDecoder() async throws {
            try await strike(.decoder, with: SIGSTOP, "decoder stopped")
        }

        @Test("a token service that is killed: no frame is lost, none comes twice")
        func killedTokens() async throws {
            try await strike(.tokens, with: SIGKILL, "token service killed")
        }

        @Test("an engine that is killed: no frame is lost, none comes twice")
        func killedEngine() async throws {
            // The demo engine speaks and encodes a whole prompt again before its first code, a
            // fifth of a core's second: more streams would wait for that, and not for Lyre.
            try await strike(
                .engine, with: SIGKILL, "engine killed", streams: min(ChaosSettings.streams, 8))
        }

        @Test("a frontend that is killed leaves no work behind")
        func killedFrontend() async throws {
            let farm = try await ChaosFarm.start()
            let listener = try Listener(farm)
            let failed = Task {
                await withTaskGroup(of: Bool.self) { group in
                    for seed in 0..<UInt64(ChaosSettings.streams) {
                        group.addTask {
                            (try? await listener.hear(Choir.text + Choir.text, seed: seed)) == nil
                        }
                    }
                    return await group.reduce(true) { $0 && $1 }
                }
            }
            let streams = Double(ChaosSettings.streams)
            while try await farm.sum("lyre_decoder_streams", .decoder) < streams {}
            farm.services(.text)[0].child.signal(SIGKILL)
            let killed = ContinuousClock.now
            for stage in [ChaosFarm.Stage.decoder, .tokens, .engine] {
                while try await farm.sum(stage.load, stage) > 0 {}
            }
            print("a killed frontend's work ended everywhere after \(killed.duration(to: .now))")
            #expect(await failed.value)
            await farm.stop()
        }

        @Test("a peer that is stopped for longer than keepalive bears: nobody aborts")
        func stoppedPeers() async throws {
            let farm = try await ChaosFarm.start(decoders: 1, tokens: 1)
            let scratch = try Scratch()
            let client = try await Child(
                Programs.url("lyre"),
                [
                    "speak", "--endpoint", farm.services(.text)[0].endpoint, "-q", "-o",
                    scratch.path("a.wav"), Choir.text + Choir.text,
                ])
            while try await farm.sum("lyre_decoder_streams", .decoder) == 0 {}
            // In turn, while data flows: with libzmq's own heartbeats such processes abort.
            let decoder = farm.services(.decoder)[0].child
            for child in [client, decoder, farm.services(.text)[0].child] {
                child.signal(SIGSTOP)
                try await Task.sleep(for: .seconds(7))
                child.signal(SIGCONT)
            }
            let status = await client.waitUntilExit()
            // The call may have failed, but only so: with one sentence.
            if status != 0 {
                let said = await client.errors.all()
                #expect(status == 1 && said.isOneSentence, "\(said)")
            }
            // As soon as they have found each other again.
            let speak = [
                "speak", "--endpoint", farm.services(.text)[0].endpoint, "-q", "-o",
                scratch.path("b.wav"), "All are well.",
            ]
            while case let after = try await Programs.run("lyre", speak), after.status != 0 {
                #expect(after.errors.contains("UNAVAILABLE"), "\(after.errors)")
                try await Task.sleep(for: .milliseconds(200))
            }
            await farm.stop()
        }
    }
}
