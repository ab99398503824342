import LyreRPC
import Synchronization
import WireMessages

/// When things happened in a call, and how much there was.
final class SpeakTimeline: Sendable {
    private let start = ContinuousClock.now
    private let state = Mutex(SpeakSummary())

    private var elapsed: UInt64 { UInt64((ContinuousClock.now - start).inSeconds * 1e6) }

    func prompt() {
        state.withLock { summary in
            if summary.prompts == 0 { summary.textMicroseconds = elapsed }
            summary.prompts += 1
        }
    }

    func frames(_ count: Int) {
        state.withLock { summary in
            if summary.frames == 0 { summary.firstCodeMicroseconds = elapsed }
            summary.frames += UInt32(count)
        }
    }

    func generated(_ end: GenerateEnd) {
        state.withLock { summary in
            if summary.tokens == 0 { summary.queueMicroseconds = end.firstTokenMicroseconds }
            summary.tokens += end.tokens
            summary.droppedTokens += end.droppedTokens
        }
    }

    func samples(_ count: Int) {
        state.withLock { summary in
            if summary.samples == 0 { summary.firstSampleMicroseconds = elapsed }
            summary.samples += UInt64(count)
        }
    }

    var summary: SpeakSummary {
        state.withLock { summary in
            summary.totalMicroseconds = elapsed
            return summary
        }
    }
}
