import Orpheus
import TestSupport
import Testing
import TokenService

/// A speech over several generations, without a server.
@Suite struct SpeechTests {
    /// What a model says, token after token: frames with strays between them, and the end.
    private struct Model {
        let codes: [UInt16]

        init(frames: Int) {
            codes = (0..<frames).flatMap { frame in
                (0..<7).map { UInt16((frame * 131 + $0 * 17) % 4096) }
            }
        }

        /// Goes on behind what a request holds, for so many tokens.
        func generate(
            _ request: GenerationRequest, tokens: Int
        ) -> (codes: [[UInt16]], progress: GenerationProgress, isWhole: Bool) {
            let done = request.prompt.spoken.count * 7 + request.pending.count
            #expect(request.prompt.spoken.flatMap(\.codes) + request.pending == codes.prefix(done).map(\.self))
            let assembler = FrameAssembler(
                pending: request.pending, isFirstHalfTaken: request.isFirstHalfOut)
            var stream = CodeStream(assembler, inHalves: request.inHalves)
            var pieces: [[UInt16]] = []
            var count = 0
            for (offset, code) in codes.enumerated().dropFirst(done) {
                guard count < min(tokens, request.tokenLimit) else { break }
                count += 1
                let id = Slot.tokenID(slot: offset % 7, code: code)
                if case .codes(let piece) = stream.push(id) { pieces.append(piece) }
            }
            var progress = GenerationProgress()
            progress.frames = stream.frames
            progress.pending = stream.pending
            progress.isFirstHalfOut = stream.isFirstHalfOut
            progress.tokens = count
            return (pieces, progress, done + count == codes.count)
        }
    }

    private static func request(
        halves: Bool = false, limit: Int = 100_000, spoken: [UInt16] = []
    ) throws -> GenerationRequest {
        let whole = spoken.dropLast(spoken.count % 7)
        return GenerationRequest(
            prompt: try Prompt(
                voice: .standard, text: "Hello there.", spoken: try Frame.list(Array(whole))),
            pending: Array(spoken.suffix(spoken.count % 7)),
            isFirstHalfOut: spoken.count % 7 == 4, inHalves: halves, seed: 7, tokenLimit: limit)
    }

    private static func progress(tokens: Int = 0, pending: [UInt16] = []) -> GenerationProgress {
        var progress = GenerationProgress()
        progress.tokens = tokens
        progress.pending = pending
        return progress
    }

    private func error(
        _ kind: GenerationError.Kind = .broken, _ progress: GenerationProgress = .init()
    ) -> GenerationError {
        GenerationError(kind, "it failed", progress: progress)
    }

    /// Wherever streams break off, within a frame, its half or at its border, nothing is lost and
    /// nothing comes twice.
    @Test(arguments: 0..<60) func whatBreaksOffGoesOnSlotForSlot(round: UInt64) throws {
        var random = SeededGenerator(seed: round)
        let model = Model(frames: Int.random(in: 4...30, using: &random))
        let already = [0, 0, 4, 7, 11][Int.random(in: 0...4, using: &random)]
        let halves = already % 7 == 4 || Bool.random(using: &random)
        var speech = Speech(
            try Self.request(halves: halves, spoken: Array(model.codes.prefix(already))))
        var codes: [UInt16] = []
        var failures = 0
        while true {
            let tokens = Int.random(in: 1...40, using: &random)
            let generation = model.generate(speech.generation(), tokens: tokens)
            for piece in generation.codes {
                let (ready, fault) = speech.received(piece)
                #expect(fault == nil)
                codes += ready
            }
            if generation.isWhole {
                let end = GenerationEnd(reason: .endOfSpeech, progress: generation.progress)
                guard case .finish(let last, .endOfSpeech) = speech.ended(end) else {
                    Issue.record("it does not finish")
                    return
                }
                codes += last
                break
            }
            // Either the server fails, or it stops at a limit of its own.
            let next =
                Bool.random(using: &random) && !generation.progress.isFirstHalfOut
                ? speech.ended(GenerationEnd(reason: .limit, progress: generation.progress))
                : speech.failed(error(.broken, generation.progress))
            if next == .again(.failure(.broken)) { failures += 1 }
            guard case .again = next else {
                Issue.record("\(next)")
                return
            }
        }
        #expect(already + codes.count == model.codes.count)
        #expect(codes == Array(model.codes[already...]))
        #expect(speech.resumes <= failures)
        #expect(speech.tokens == model.codes.count - already)
        #expect(speech.rolls == 0)
    }

    @Test func theLimitIsSharedByAllGenerations() throws {
        let model = Model(frames: 40)
        var speech = Speech(try Self.request(limit: 100))
        var codes: [UInt16] = []
        var asked: [Int] = []
        while true {
            let request = speech.generation()
            asked.append(request.tokenLimit)
            let generation = model.generate(request, tokens: 30)
            for piece in generation.codes { codes += speech.received(piece).codes }
            let isOurs = generation.progress.tokens == request.tokenLimit
            let next =
                isOurs
                ? speech.ended(GenerationEnd(reason: .limit, progress: generation.progress))
                : speech.failed(error(.stalled, generation.progress))
            guard case .again(.failure(.stalled)) = next else {
                #expect(next == .finish([], .limit))
                break
            }
        }
        #expect(asked == [100, 70, 40, 10])
        #expect(codes == Array(model.codes[..<98]))
    }

    @Test func aServerWithALowerLimitIsAskedAgain() throws {
        let model = Model(frames: 20)
        var speech = Speech(try Self.request(limit: 1000))
        let generation = model.generate(speech.generation(), tokens: 50)
        for piece in generation.codes { _ = speech.received(piece) }
        let end = GenerationEnd(reason: .limit, progress: generation.progress)
        #expect(speech.ended(end) == .again(.serverLimit))
        let next = speech.generation()
        #expect(next.prompt.spoken.count == 7 && next.pending.count == 1)
        #expect(next.tokenLimit == 950)
        // One that gives nothing more is not asked for ever.
        let nothing = GenerationEnd(
            reason: .limit, progress: Self.progress(pending: next.pending))
        #expect(speech.ended(nothing) == .finish([], .limit))
    }

    @Test func theContextBoundsWhatIsAskedFor() throws {
        let speech = Speech(try Self.request(limit: 10_000))
        let prompt = 8 + "tara: Hello there.".utf8.count
        #expect(speech.generation(contextLimit: 2048).tokenLimit == 2048 - prompt)
        #expect(speech.generation(contextLimit: 10).tokenLimit == 1)
    }

    /// A prompt that has grown beyond what the server takes: what there is has to do.
    @Test func aPromptThatIsTooLongEndsTheSpeech() throws {
        let model = Model(frames: 20)
        var speech = Speech(try Self.request())
        let generation = model.generate(speech.generation(), tokens: 70)
        var codes = generation.codes.flatMap { speech.received($0).codes }
        _ = speech.failed(error(.broken, generation.progress))
        guard case .finish(let last, .limit) = speech.failed(error(.badRequest)) else {
            Issue.record("it does not finish")
            return
        }
        codes += last
        #expect(codes == Array(model.codes[..<70]))
        var fresh = Speech(try Self.request())
        #expect(fresh.failed(error(.badRequest)) == .fail(error(.badRequest)))
    }

    @Test func failuresWithoutATokenAreBounded() throws {
        var speech = Speech(try Self.request())
        for _ in 0..<Speech.mostFailures {
            #expect(speech.failed(error(.unavailable)) == .again(.failure(.unavailable)))
        }
        #expect(speech.failed(error(.unavailable)) == .fail(error(.unavailable)))
        #expect(speech.resumes == 0, "it had not begun")
    }

    // MARK: Guards

    /// Nobody can hear anything before token 18, so up to there it costs nothing to wait.
    @Test func theFirstCodesAreHeldBackUntilTheyCanBeHeard() throws {
        let model = Model(frames: 5)
        var speech = Speech(try Self.request(halves: true))
        var counts: [Int] = []
        for piece in model.generate(speech.generation(), tokens: 100).codes {
            counts.append(speech.received(piece).codes.count)
        }
        #expect(counts == [0, 0, 0, 0, 18, 3, 4, 3, 7])
    }

    @Test func whatEndsBeforeItCanBeHeardIsRolledAgain() throws {
        var speech = Speech(try Self.request())
        let first = speech.generation().seed
        _ = speech.received(Model(frames: 1).codes)
        let end = GenerationEnd(reason: .endOfSpeech, progress: Self.progress(tokens: 8))
        #expect(speech.ended(end) == .again(.roll(.empty)))
        #expect(speech.generation().seed != first)
        #expect(speech.generation().prompt.spoken.isEmpty)
        #expect(speech.failed(error(.silent)) == .again(.roll(.empty)))
        // Enough is enough: it may be so short.
        _ = speech.received(Model(frames: 1).codes)
        #expect(speech.ended(end) == .finish(Model(frames: 1).codes, .endOfSpeech))
        #expect(speech.rolls == 2)
    }

    @Test func marksAloneMayBeSilent() throws {
        var request = try Self.request()
        request.prompt = try Prompt(voice: .standard, text: "...")
        var speech = Speech(request)
        _ = speech.received(Model(frames: 1).codes)
        let end = GenerationEnd(reason: .endOfSpeech, progress: Self.progress(tokens: 8))
        #expect(speech.ended(end) == .finish(Model(frames: 1).codes, .endOfSpeech))
    }

    private func silence(_ count: Int) -> [[UInt16]] {
        (0..<count).map { [7, UInt16($0), 2, 3, 4, 5, 6] }
    }

    @Test func silenceAtTheStartIsHeldBackAndRolledAgain() throws {
        var speech = Speech(try Self.request())
        for (index, frame) in silence(SpeechGuard.longestSilence).enumerated() {
            let (codes, fault) = speech.received(frame)
            #expect(codes.isEmpty)
            #expect(fault == (index == SpeechGuard.longestSilence - 1 ? .silence : nil))
        }
        #expect(speech.stop(.silence) == .again(.roll(.silence)))
        #expect(speech.generation().prompt.spoken.isEmpty)
    }

    @Test func aPauseAtTheStartIsSpoken() throws {
        var speech = Speech(try Self.request())
        for frame in silence(20) { #expect(speech.received(frame).codes.isEmpty) }
        let speechBegins: [UInt16] = [900, 1, 2, 3, 4, 5, 6]
        #expect(speech.received(speechBegins).codes == silence(20).flatMap(\.self) + speechBegins)
    }

    @Test func whatWasHeardIsEndedAndNotRolled() throws {
        let model = Model(frames: 10)
        var speech = Speech(try Self.request())
        var codes = speech.received(model.codes).codes
        var fault: Speech.Fault?
        for frame in silence(SpeechGuard.longestSilence) {
            let (ready, found) = speech.received(frame)
            codes += ready
            fault = found
        }
        #expect(fault == .silence)
        guard case .finish(let last, .cut(.silence)) = speech.stop(.silence) else {
            Issue.record("it is not cut")
            return
        }
        codes += last
        #expect(codes.count % 7 == 0)
        #expect(codes.starts(with: model.codes))
        #expect(speech.tokens == codes.count)
    }

    /// A half that is out is completed, so that no frame behind it shifts.
    @Test func anEndWithinAFrameCompletesItsHalf() throws {
        var speech = Speech(try Self.request(halves: true))
        var codes = speech.received((0..<21).map { UInt16($0 * 3) }).codes
        codes += speech.received([100, 101, 102, 103]).codes
        guard case .finish(let last, .cut(.loop)) = speech.stop(.loop) else {
            Issue.record("it is not cut")
            return
        }
        #expect((codes + last).suffix(7) == [100, 101, 102, 103, 101, 102, 103])
        #expect(speech.repeated == 1)
    }
}
