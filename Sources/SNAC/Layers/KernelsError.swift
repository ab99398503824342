/// Kernels were asked for that there are not, or not on this machine.
public struct KernelsError: Error, Equatable, Sendable, CustomStringConvertible {
    public let name: String

    public var description: String {
        let here = Kernels.names.filter { Kernels(named: $0) != nil }.joined(separator: ", ")
        return Kernels.names.contains(name)
            ? "this machine has no kernels \(name); it has \(here)"
            : "there are no kernels \(name); this machine has \(here)"
    }
}
