import DemoEngine
import Dispatch
import Orpheus

/// For requests that must not get as far as to be spoken.
struct Unused: CodeEncoder {
    func frames(of samples: [Float]) -> [Frame] { preconditionFailure("nothing should be spoken") }
}

/// Gives the same hundred frames for every sound, once it is let.
final class HeldEncoder: CodeEncoder {
    private let permits = DispatchSemaphore(value: 0)

    /// Lets this many more sounds through.
    func permit(_ count: Int) { for _ in 0..<count { permits.signal() } }

    func frames(of samples: [Float]) -> [Frame] {
        permits.wait()
        return (0..<100).map { number in
            guard let frame = try? Frame(Array(repeating: number, count: 7)) else {
                preconditionFailure("codes below 100 are valid")
            }
            return frame
        }
    }
}
