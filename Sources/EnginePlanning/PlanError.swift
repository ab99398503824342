/// Why there is no plan. One sentence.
public struct PlanError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
