import LyreRPC
import Orpheus
import Synchronization
import WireMessages

/// When things happened in a call, and how much there was.
final class SpeakTimeline: Sendable {
    private struct State {
        var summary = SpeakSummary()
        /// Frames are counted by their codes: they may come in halves.
        var codes = 0
    }

    private let start = ContinuousClock.now
    private let state = Mutex(State())

    private var elapsed: UInt64 { UInt64((ContinuousClock.now - start).inSeconds * 1e6) }

    func prompt() {
        state.withLock { state in
            if state.summary.prompts == 0 { state.summary.textMicroseconds = elapsed }
            state.summary.prompts += 1
        }
    }

    func codes(_ count: Int) {
        state.withLock { state in
            if state.codes == 0 { state.summary.firstCodeMicroseconds = elapsed }
            state.codes += count
            state.summary.frames = UInt32(state.codes / Slot.count)
        }
    }

    func generated(_ end: GenerateEnd) {
        state.withLock { state in
            if state.summary.tokens == 0 {
                state.summary.queueMicroseconds = end.firstTokenMicroseconds
            }
            state.summary.tokens += end.tokens
            state.summary.droppedTokens += end.droppedTokens
        }
    }

    /// The first samples are about to leave.
    var isSilent: Bool { state.withLock { $0.summary.samples == 0 } }

    /// A server failed, and another one is to go on.
    func resumes(_ leg: Leg.Name) {
        state.withLock { state in
            switch leg {
            case .decode: state.summary.decodeResumes += 1
            case .tokens: state.summary.tokenResumes += 1
            }
        }
    }

    func samples(_ count: Int) {
        state.withLock { state in
            if state.summary.samples == 0 { state.summary.firstSampleMicroseconds = elapsed }
            state.summary.samples += UInt64(count)
        }
    }

    /// Until it has run for so long a stream is building its lead up.
    private static let youth: UInt64 = 2_000_000

    /// What is left of the sound that was sent, for somebody who plays it from its first sample on;
    /// nil in its first two seconds.
    var lead: Duration? {
        state.withLock { state in
            guard state.summary.samples > 0 else { return nil }
            let playing = elapsed - state.summary.firstSampleMicroseconds
            guard playing >= Self.youth else { return nil }
            let sent = state.summary.samples * 1_000_000 / UInt64(Frame.sampleRate)
            return .microseconds(Int64(sent) - Int64(playing))
        }
    }

    var summary: SpeakSummary {
        state.withLock { state in
            state.summary.totalMicroseconds = elapsed
            return state.summary
        }
    }
}
