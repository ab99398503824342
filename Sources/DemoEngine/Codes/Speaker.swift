import NIOPosix
import Synchronization

/// Makes the tokens of utterances, and keeps those of the last ones: a resumed stream, or the same
/// text again, goes on at once, as with vLLM's prefix cache.
package final class Speaker: Sendable {
    private let encoder: any CodeEncoder
    private let capacity: Int
    private let recent = Mutex<[(utterance: Utterance, tokens: [Int])]>([])

    /// - Parameter capacity: utterances that are kept; about 8 KB for a second of speech.
    package init(encoder: any CodeEncoder, capacity: Int = 64) {
        self.encoder = encoder
        self.capacity = capacity
    }

    /// All token ids of an utterance, the stop token included.
    ///
    /// Speaking and encoding run on threads of their own, so that streams go on meanwhile. Who is
    /// cancelled before their turn does not begin, and later stops between the steps.
    package func tokens(of utterance: Utterance) async throws -> [Int] {
        if let known = known(utterance) { return known }
        let interest = Interest()
        let tokens = try await withTaskCancellationHandler {
            try await NIOThreadPool.singleton.runIfActive { [encoder] in
                try utterance.tokens(encoder: encoder, isWanted: { interest.lasts })
            }
        } onCancel: {
            interest.end()
        }
        recent.withLock { recent in
            recent.append((utterance, tokens))
            if recent.count > capacity { recent.removeFirst() }
        }
        return tokens
    }

    private func known(_ utterance: Utterance) -> [Int]? {
        recent.withLock { recent in
            guard let index = recent.firstIndex(where: { $0.utterance == utterance }) else {
                return nil
            }
            let entry = recent.remove(at: index)
            recent.append(entry)
            return entry.tokens
        }
    }
}

/// Whether somebody still waits for a piece of work.
private final class Interest: Sendable {
    private let ended = Atomic(false)
    var lasts: Bool { !ended.load(ordering: .relaxed) }
    func end() { ended.store(true, ordering: .relaxed) }
}
