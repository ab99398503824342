import LyreRPC
import Synchronization

/// Follows a call, and ends it once its server has hung.
final class CallWatch<Rule: HangRule>: Sendable {
    private let rule: Mutex<Rule>
    private let hasHung = Atomic(false)

    init(_ rule: sending Rule) { self.rule = Mutex(rule) }

    func note<Value>(_ body: (inout Rule) -> sending Value) -> sending Value {
        rule.withLock { body(&$0) }
    }

    /// Runs beside the call, until it is cancelled.
    func follow(
        _ reader: MessageReader<some Message>, of channel: Channel, _ clock: any Clock<Duration>
    ) async {
        let current = Set([reader.endpoint].compactMap(\.self))
        while (try? await clock.sleep(for: Rule.tick)) != nil {
            let silence = rule.withLock { $0.owes } ? await reader.peerSilence() : .zero
            let hasOther = channel.hasEndpoint(beside: current)
            guard rule.withLock({ $0.tick(silence: silence, hasOther: hasOther) }) else { continue }
            hasHung.store(true, ordering: .releasing)
            return await reader.cancel()
        }
    }

    /// What has ended the call: its status, or that it was given up here.
    func failure(_ error: RPCError, at endpoint: Endpoint?) -> Leg.Outcome {
        guard hasHung.load(ordering: .acquiring) else { return .failed(error, at: endpoint) }
        return .failed(.hung, at: endpoint, after: rule.withLock { $0.waited })
    }
}
