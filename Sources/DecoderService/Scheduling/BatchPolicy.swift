import LyreRPC
import SNAC

/// How streams share engines: numbers only.
package struct BatchPolicy: Hashable, Sendable {
    /// The most latent steps of one stream in a batch, flush included: 0.34 s of sound. It bounds
    /// what others wait for, and the samples that a stream holds.
    package static let mostHop = 16
    /// Half frames that a stream may have waiting: 1.4 s of sound. Who sends more waits.
    package static let mostWaiting = 32
    /// How long a batch may take: what a stream may have to wait for an engine.
    package static let batchTime: Duration = .milliseconds(15)
    /// The time within which a stream's first codes are due; its listener hears nothing yet, but
    /// those that are about to run dry go first.
    package static let firstSound: Duration = .milliseconds(50)

    /// The most streams in a batch.
    package var streams = 8
    /// The most latent steps in a batch.
    package var steps = 16

    /// Whether idle engines get their share of a batch, since a small one on each is done sooner
    /// than a large one.
    package var shares = true

    /// - Parameter stepTime: What a latent step of a stream takes; nil where nobody knows.
    package init(stepTime: Duration? = nil, batching: Batching? = nil) {
        let most = batching?.latentSteps ?? 32
        if let batching {
            streams = batching.streams
            shares = !batching.sharesDevice
        }
        if let stepTime, stepTime > .zero {
            steps = Int(
                min(max(Self.batchTime / stepTime, Double(HalfFrame.latentSteps)), Double(most)))
        }
    }

    /// The lead above which a stream with so many latent steps waiting rather waits for more: hops
    /// grow with the lead, since long ones cost less. Nil where it has enough for the longest hop.
    package static func patience(steps: Int) -> Duration? {
        switch steps {
        case ..<4: .milliseconds(500)
        case ..<8: .seconds(2)
        case ..<mostHop: .seconds(5)
        default: nil
        }
    }
}
