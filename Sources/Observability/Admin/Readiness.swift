import Synchronization

/// Whether a process can take work: named conditions that its parts meet or do not meet.
///
/// Ready means that every condition is met. The parts share one instance with ``AdminServer``.
public final class Readiness: Sendable {
    /// What stands in the way, by condition; nil for a condition that is met.
    private let conditions: Mutex<[String: String?]>

    /// - Parameter conditions: what has to be met before the process is ready.
    public init(_ conditions: String...) {
        self.conditions = Mutex(
            Dictionary(conditions.map { ($0, "not yet") }, uniquingKeysWith: { first, _ in first }))
    }

    /// The condition is met; one of a new name is added.
    public func meet(_ condition: String) {
        _ = conditions.withLock { $0.updateValue(nil, forKey: condition) }
    }

    /// The condition is not met (any more), for a reason that an operator understands.
    public func fail(_ condition: String, because reason: String) {
        _ = conditions.withLock { $0.updateValue(reason, forKey: condition) }
    }

    public var isReady: Bool { reasons.isEmpty }

    /// `condition: reason` of what is not met, ordered by name.
    public var reasons: [String] {
        conditions.withLock { conditions in
            conditions.sorted { $0.key < $1.key }.compactMap { name, reason in
                reason.map { "\(name): \($0)" }
            }
        }
    }
}
