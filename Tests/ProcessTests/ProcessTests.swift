import Foundation
import Testing

/// Tests of the real programs. One after the other: each starts processes of its own, and some
/// measure what others would disturb.
@Suite("Real processes", .serialized, .timeLimit(.minutes(RealEngine.isWanted ? 90 : 2)))
enum ProcessTests {}

/// Tests against a real vLLM take longer, and of several time limits the shortest holds.
enum RealEngine {
    static let isWanted = ProcessInfo.processInfo.environment["LYRE_VLLM_CPU"] != nil
}
