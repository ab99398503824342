import ServiceHost
import ServiceLifecycle

/// Ends the program when its device is lost: it is unready from then on, its streams have been told
/// to go elsewhere, and whoever started it starts it again.
struct DeviceWatch: Service {
    let failures: AsyncStream<String>

    func run() async throws {
        for await reason in failures.cancelOnGracefulShutdown() {
            throw DeviceLost(description: "the device is lost: \(reason)")
        }
        // Only processors never fail; the program ends for other reasons.
        try? await gracefulShutdown()
    }
}

struct DeviceLost: Error, CustomStringConvertible {
    let description: String
}
