import SNAC

/// What one message of codes holds.
package enum CodeUnit: String, CaseIterable, Sendable {
    /// The seven codes of a frame: four latent steps.
    case frame
    /// Four codes of a frame, then its other three, in the order of tokens: two latent steps each.
    case half

    package static let codesPerFrame = 7

    package var unitsPerFrame: Int { self == .frame ? 1 : 2 }
    package var latentSteps: Int { SNACFrame.latentSteps / unitsPerFrame }

    /// The codes of a unit, counted from the first code of a stream.
    package func codes(of unit: Int) -> Range<Int> {
        switch self {
        case .frame: return unit * Self.codesPerFrame..<(unit + 1) * Self.codesPerFrame
        case .half:
            let start = unit / 2 * Self.codesPerFrame
            return unit % 2 == 0 ? start..<start + 4 : start + 4..<start + Self.codesPerFrame
        }
    }

    /// The unit that makes the last of a stream's first `samples` samples exact.
    package func unit(forSamples samples: Int) -> Int {
        let step = SNACFrame.samplesPerStep
        let steps = (samples + Vocoder.delay + step - 1) / step
        return (steps + latentSteps - 1) / latentSteps - 1
    }
}
