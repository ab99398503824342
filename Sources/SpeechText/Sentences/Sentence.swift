/// What follows a piece of speech, and so how long the silence after it may be.
public enum Join: String, Hashable, Sendable, CaseIterable {
    /// The speaker goes on: cut between words, because there was no better place.
    case word
    /// Cut at a comma or the like.
    case clause
    case sentence
    case paragraph
}

/// The tokens from one sentence boundary to the next.
package struct Sentence: Sendable {
    package var tokens: [Token]
    package var join: Join
}
