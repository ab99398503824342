import ChildProcesses
import Foundation
import Testing

/// The Dockerfile, held against the repository and the programs: nobody builds images in a test.
@Suite("Images")
struct ImageTests {
    /// The packages of Debian 12 that libraries are in. An image's programs hold Swift's own.
    private static let packages = [
        "libzmq.so.5": "libzmq5", "libprotobuf-c.so.1": "libprotobuf-c1",
        "libcurl.so.4": "libcurl4",
        "libpng16.so.16": "libpng16-16", "libstdc++.so.6": "libstdc++6",
        "libflite.so.1": "libflite1",
    ]

    @Test("what is copied from the repository is there, and not kept from the builder")
    func copies() throws {
        let kept = try Deployment.text("images/Dockerfile.dockerignore").split(separator: "\n")
            .filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }
        let sources = try Dockerfile().stages.flatMap(\.sources)
        #expect(sources.count > 3)
        for source in sources {
            let path = Deployment.root.appendingPathComponent(source).path
            #expect(FileManager.default.fileExists(atPath: path), "\(source) is missing")
            let isSent = kept.contains { source == $0 || source.hasPrefix($0 + "/") }
            #expect(isSent, "Dockerfile.dockerignore leaves out \(source)")
        }
    }

    @Test(
        "each has the libraries that its programs need",
        .needs("readelf", "install the package binutils"))
    func libraries() async throws {
        let dockerfile = try Dockerfile()
        let services = ["text", "tokens", "decoder"]
        for stage in dockerfile.stages where services.contains(stage.name) || stage.name == "lyre" {
            let programs =
                stage.name == "lyre"
                ? ["lyre", "lyre-text", "lyre-tokens", "lyre-decoder", "lyre-demo-engine"]
                : stage.built.compactMap { $0.split(separator: "/").last.map(String.init) }
            #expect(!programs.isEmpty)
            let packages = dockerfile.packages(stage)
            for program in programs {
                for library in try await libraries(of: program) {
                    let package = Self.packages[library] ?? "the package of \(library)"
                    #expect(
                        packages.contains(package), "\(stage.name): \(program) needs \(package)")
                }
            }
        }
    }

    /// Those of the system that a program names, without the C library and the voices of flite.
    private func libraries(of program: String) async throws -> [String] {
        let (status, text) = try await ChildProcess.run(
            "readelf", ["-d", Deployment.program(program)])
        #expect(status == 0, "\(text)")
        let needed = text.matches(of: /\(NEEDED\).*\[(.*)\]/).map { String($0.1) }
        #expect(needed.contains("libc.so.6"), "\(program): \(text)")
        let others =
            /lib(c|m|gcc_s)\.so.*|ld-linux.*|lib_?(swift|Foundation|dispatch|Blocks).*|libflite_.*/
        return needed.filter { $0.wholeMatch(of: others) == nil }
    }

    @Test("nobody in them is root, and each is what its service is started from")
    func users() throws {
        let stages = try Dockerfile().stages
        let images = stages.filter { !["build", "nvrtc", "kernels", "runtime"].contains($0.name) }
        #expect(images.map(\.name) == ["text", "tokens", "decoder", "lyre"])
        for stage in images { #expect(stage.user == "10001:10001", "\(stage.name)") }
        for service in try Compose.services() {
            guard let target = service.yaml["build"]["target"].text else { continue }
            #expect(stages.contains { $0.name == target }, "\(service.place)")
        }
    }
}
