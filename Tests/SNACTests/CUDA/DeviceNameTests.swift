import Foundation
import SNACCUDA
import Testing

@Suite struct DeviceNameTests {
    @Test(arguments: [
        ("cpu", DeviceName.cpu), ("cuda", .gpu(0)), ("cuda:0", .gpu(0)), ("cuda:7", .gpu(7)),
        ("cuda:MIG-5c1f-8", .named("MIG-5c1f-8")), ("cuda:GPU-0a", .named("GPU-0a")),
    ])
    func namesOfDevices(text: String, name: DeviceName) {
        #expect(DeviceName(text) == name)
    }

    @Test(arguments: [
        "", "gpu", "cuda:", "cuda:-1", "cuda:1x", "cuda:GPU-a b", "cuda:9999", "CUDA:0",
    ])
    func noDevice(text: String) {
        #expect(DeviceName(text) == nil)
    }

    /// Where there is a GPU, the scripts of tools/gpu test it.
    @Test func aMachineWithoutAGPUSaysSo() {
        guard !FileManager.default.fileExists(atPath: "/dev/nvidiactl") else { return }
        do {
            _ = try CUDAGPU(.gpu(0))
            Issue.record("there is a GPU")
        } catch {
            #expect(error.description.hasPrefix("there is no "))
            #expect(!error.description.contains("\n"))
        }
    }
}
