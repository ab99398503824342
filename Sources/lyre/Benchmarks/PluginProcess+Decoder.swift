import Foundation
import SNAC

extension PluginProcess {
    /// Starts a decoder for a benchmark.
    /// - Parameters:
    ///   - model: Its model folder; nil for random weights of the public 24 kHz configuration.
    ///   - kernels: What LYRE_KERNELS names; nil for the fastest.
    ///   - arguments: Further ones of `lyre-decoder`.
    /// - Throws: ``FarmError`` where it does not start.
    static func decoder(
        model: String?, kernels: String?, arguments: [String]
    ) async throws -> PluginProcess {
        func start(_ folder: URL) async throws -> PluginProcess {
            try await PluginProcess(
                "lyre-decoder", ["--model", folder.path, "--log-level", "warning"] + arguments,
                environment: kernels.map { ["LYRE_KERNELS": $0] } ?? [:])
        }
        // A decoder that is ready has read its model: the folder may go.
        guard let model else { return try await RandomModel.withFolder { try await start($0) } }
        let folder = URL(fileURLWithPath: model)
        let configuration = folder.appendingPathComponent("config.json")
        guard FileManager.default.fileExists(atPath: configuration.path) else {
            throw FarmError("there is no \(configuration.path)")
        }
        return try await start(folder)
    }
}
