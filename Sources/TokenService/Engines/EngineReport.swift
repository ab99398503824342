import LyreRPC

/// An engine as operators see it.
public struct EngineReport: Hashable, Sendable {
    public enum Condition: String, Sendable, CaseIterable {
        case unknown, ready, unready, ejected, unfit
    }

    public let server: String
    public let model: String
    public let condition: Condition
    /// Why it is unready or unfit; empty for the others.
    public let reason: String
    /// Streams of ours, and the most that it may have.
    public let active: Int
    public let streams: Int
    public let load: EngineLoad?
    public let hasSlotConstraint: Bool

    init(_ state: EngineState, at now: Instant) {
        server = state.engine.endpoint.baseURL
        model = state.engine.endpoint.model
        active = state.active
        streams = state.engine.streams
        load = state.load
        hasSlotConstraint = state.hasSlotConstraint
        if let defect = state.defect {
            (condition, reason) = (.unfit, defect)
        } else if state.isEjected(at: now) {
            (condition, reason) = (.ejected, "")
        } else {
            switch state.health {
            case .unknown: (condition, reason) = (.unknown, "")
            case .ready: (condition, reason) = (.ready, "")
            case .unready(let why): (condition, reason) = (.unready, why)
            }
        }
    }
}
