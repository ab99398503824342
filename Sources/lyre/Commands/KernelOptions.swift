import ArgumentParser
import Foundation
import SNAC

/// Which kernels a command computes with: a flag, else LYRE_KERNELS, else the fastest.
struct KernelOptions: ParsableArguments {
    @Option(
        help: "The kernels: \(Kernels.names.joined(separator: ", ")); LYRE_KERNELS where left out.")
    var kernels: String?

    /// - Throws: ``KernelsError``.
    func chosen() throws -> Kernels {
        try Kernels.chosen(kernels ?? ProcessInfo.processInfo.environment["LYRE_KERNELS"])
    }
}
