import Testing

/// Tests of the real programs. One after the other: each starts processes of its own, and some
/// measure what others would disturb.
@Suite("Real processes", .serialized, .timeLimit(.minutes(ChaosSettings.patience)))
enum ProcessTests {}
