import DecoderService
import DemoVoice
import LyreRPC
import Orpheus
import SNAC
import TestSupport
import Testing
import WireMessages

/// The whole way from the engine's tokens to samples, through all three services.
@Suite(.timeLimit(.minutes(1))) struct RealDecoderTests {
    /// The decoder service on one engine, with the demo codec.
    private let model: SNACModel
    private let decoder: DecoderService<CPUBackend>

    init() throws {
        model = try SNACModel(folder: DemoVoice.folder())
        let scheduler = Scheduler(backend: CPUBackend(model: model), engines: 1)
        decoder = DecoderService(scheduler: scheduler) { [model] in model.encode($0) }
    }

    private func ids(_ frames: Range<Int>) -> [Int] {
        frames.flatMap { ScriptedEngine.frame($0).tokenIDs }
    }

    private func offline(_ frames: [Frame]) throws -> [UInt8] {
        let decoder = try model.makeDecoder(noise: .seed(3))
        let samples = try decoder.push(frames.map { SNACFrame(levels: $0.levels)! })
            + decoder.finish()
        return samples.flatMap { sample -> [UInt8] in
            withUnsafeBytes(of: sample.bitPattern.littleEndian, Array.init)
        }
    }

    @Test func theFirstSamplesLeaveAtToken18AndAreThoseOfTheOfflineDecode() async throws {
        let goOn = Gate()
        let farm = try TestFarm(
            engine: { [ids] in ScriptedEngine.speak(ids(0..<7), to: $0, pause: (18, goOn)) },
            decoder: { decoder.register(in: &$0, admission: Admission(capacity: 4)) })
        var first: Int?
        let spoken = try await farm.speak("Hello.", format: .f32) { reply in
            guard case .audio(let audio) = reply, first == nil else { return }
            first = audio.samples.count / 4
            goOn.open()
        }
        #expect(first == 363)
        #expect(spoken.samples == (try offline((0..<7).map(ScriptedEngine.frame))))
    }

    @Test func aFrameThatBreaksOffSoundsTwiceItsFirstHalf() async throws {
        let goOn = Gate()
        let broken = ids(0..<2) + ids(2..<3).prefix(6)
        let farm = try TestFarm(
            engine: { [ids] in
                ScriptedEngine.speak(broken + ids(3..<6), to: $0, pause: (18, goOn))
            }, decoder: { decoder.register(in: &$0, admission: Admission(capacity: 4)) })
        let spoken = try await farm.speak("Hello.", format: .f32) { reply in
            if case .audio = reply { goOn.open() }
        }
        let c = ScriptedEngine.frame(2).codes
        let completed = try Frame([c[0], c[1], c[2], c[3], c[1], c[2], c[3]])
        let frames = (0..<2).map(ScriptedEngine.frame) + [completed]
            + (3..<6).map(ScriptedEngine.frame)
        #expect(spoken.samples == (try offline(frames)))
    }
}
