import Orpheus
import PCMAudio

/// What is spoken: two equal ones sound the same and have the same tokens.
package struct Utterance: Hashable, Sendable {
    package let voice: Voice
    package let text: String
    package let seed: Int64

    package init(voice: Voice, text: String, seed: Int64) {
        self.voice = voice
        self.text = text
        self.seed = seed
    }

    /// All token ids of the speech, the stop token included.
    ///
    /// - Parameter isWanted: asked between the steps, which take some 20 ms a second of speech.
    /// - Throws: `CancellationError` when it is not wanted any more.
    package func tokens(
        encoder: any CodeEncoder, isWanted: () -> Bool = { true }
    ) throws -> [Int] {
        guard isWanted() else { throw CancellationError() }
        let spoken = FliteSpeaker.speak(
            SpokenText(text, language: voice.language), voice: FliteVoice(for: voice),
            variation: Variation(seed: seed))
        guard isWanted() else { throw CancellationError() }
        let resampler = Resampler(from: FliteSpeaker.sampleRate, to: Frame.sampleRate)
        let sound = SpeechLevel.prepare(resampler.apply(spoken))
        return encoder.frames(of: sound).flatMap(\.tokenIDs) + [TokenID.endOfSpeech]
    }
}
