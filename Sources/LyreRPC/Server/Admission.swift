import Synchronization

/// How many calls of a service run at once. A full one refuses at once: nothing queues.
public final class Admission: Sendable {
    public let capacity: Int
    private let taken = Atomic<Int>(0)

    public init(capacity: Int) { self.capacity = capacity }

    public var active: Int { taken.load(ordering: .relaxed) }

    /// Nil when all places are taken.
    func admit() -> AdmissionPermit? {
        guard taken.wrappingAdd(1, ordering: .relaxed).newValue <= capacity else {
            taken.wrappingSubtract(1, ordering: .relaxed)
            return nil
        }
        return AdmissionPermit(self)
    }

    fileprivate func leave() { taken.wrappingSubtract(1, ordering: .relaxed) }
}

/// A place that is given back when the permit goes.
final class AdmissionPermit: Sendable {
    private let admission: Admission
    fileprivate init(_ admission: Admission) { self.admission = admission }
    deinit { admission.leave() }
}
