import Orpheus

/// The tokens of one completion, cut as a model server cuts them.
package struct Generation: Sendable {
    /// Why a completion ended.
    package enum Finish: Equatable, Sendable {
        /// A stop token came: its id.
        case stop(Int)
        /// The limit is reached.
        case length

        var reason: String { self == .length ? "length" : "stop" }
        var stopReason: Int? { if case .stop(let id) = self { id } else { nil } }
    }

    /// In order; a stop token is the last one.
    package let ids: [Int]
    package let finish: Finish

    /// - Parameters:
    ///   - tokens: all of the utterance, with its stop token.
    ///   - done: how many of them the prompt holds already. Where that is all or more, nothing
    ///     is left but to stop.
    ///   - limit: at least 1.
    package init(tokens: [Int], done: Int, limit: Int, stops: Set<Int>) {
        let left = done < tokens.count ? tokens[done...] : tokens.suffix(1)
        let stopAt = left.firstIndex(where: stops.contains)
        if let stopAt, stopAt - left.startIndex < limit {
            ids = Array(left[...stopAt])
            finish = .stop(left[stopAt])
        } else {
            ids = Array(left.prefix(limit))
            finish = .length
        }
    }

    /// The text of a token as vLLM detokenizes it: empty for the stop token.
    package func text(at index: Int) -> String {
        if index == ids.count - 1, case .stop = finish { return "" }
        return "<custom_token_\(ids[index] - TokenID.firstCustom)>"
    }
}
