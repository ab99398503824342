import Orpheus
import SNAC

/// Turns a sound into the codes that a SNAC decoder turns back.
package protocol CodeEncoder: Sendable {
    /// - Parameter samples: 24,000 a second, full scale ±1; filled with silence to whole frames.
    func frames(of samples: [Float]) -> [Frame]
}

/// The encoder of a SNAC model.
struct SNACCodeEncoder: CodeEncoder {
    let model: SNACModel

    func frames(of samples: [Float]) -> [Frame] {
        model.encode(samples).map { codes in
            guard let frame = try? Frame(levels: codes.levels) else {
                preconditionFailure("SNAC's codebooks have 4096 codes")
            }
            return frame
        }
    }
}
