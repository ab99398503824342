import CFlite
import Orpheus
import Synchronization

/// Speaks text with flite, at 16,000 samples a second.
///
/// libflite keeps voices and their settings in global variables and draws noise from `rand()`: one
/// utterance is spoken at a time in the whole process, whatever the number of callers.
enum FliteSpeaker {
    static let sampleRate = 16_000
    /// What stands for an emotive tag: 0.35 s.
    static let pause = sampleRate * 35 / 100

    private static let turn = Mutex(())

    /// The same text, voice and variation give the same samples, full scale ±1.
    static func speak(_ text: SpokenText, voice: FliteVoice, variation: Variation) -> [Float] {
        var samples: [Float] = []
        for part in text.parts {
            switch part {
            case .pause: samples += Array(repeating: 0, count: pause)
            case .words(let words): samples += speak(words, voice, variation)
            }
        }
        return samples
    }

    private static func speak(_ words: String, _ voice: FliteVoice, _ variation: Variation)
        -> [Float]
    {
        turn.withLock { _ in
            var sound = cflite_sound()
            guard cflite_speak(voice.number, words, variation.stretch, variation.pitch, &sound)
            else {
                return []
            }
            defer { cflite_release(sound) }
            precondition(sound.rate == sampleRate, "the linked voices speak at 16 kHz")
            return UnsafeBufferPointer(start: sound.samples, count: Int(sound.count)).map {
                Float($0) / 32768
            }
        }
    }
}
