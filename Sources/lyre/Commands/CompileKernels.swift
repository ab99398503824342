import ArgumentParser
import Foundation
import SNACCUDA

struct CompileKernels: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile-kernels",
        abstract: "Compiles the decoder's kernels for GPUs ahead of time.",
        discussion: """
            lyre-decoder --device cuda:0 compiles them at its first start and keeps them in \
            ~/.cache/lyre/cuda. For machines that have no compiler, or a disk that cannot be \
            written to, compile them elsewhere and name the folder: lyre-decoder --kernel-cache. It \
            needs NVRTC, which comes with CUDA and as nvidia-cuda-nvrtc-cu12 with pip, and no GPU.

              lyre compile-kernels --output kernels --architectures 90
            """)

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder; ~/.cache/lyre/cuda when left out.", valueName: "folder"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Compute capabilities, such as 80,90 for A100 and H100.", valueName: "list"))
    var architectures = KernelCompiler.architectures.map(String.init).joined(separator: ",")

    @Option(
        help: ArgumentHelp("libnvrtc.so; the system's when left out.", valueName: "file"))
    var nvrtc: String?

    private func wanted() throws -> [Int] {
        try architectures.split(separator: ",", omittingEmptySubsequences: false).map { word in
            guard let number = Int(word), (80..<1000).contains(number) else {
                throw ValidationError(
                    "--architectures has '\(word)', but has to be numbers from 80 on, as in 80,90")
            }
            return number
        }
    }

    func validate() throws { _ = try wanted() }

    func run() throws {
        let cache = output.map { KernelCache(folder: URL(fileURLWithPath: $0)) } ?? .standard
        do {
            let compiler = try KernelCompiler(path: nvrtc)
            for architecture in try wanted() {
                print(try cache.compile(for: architecture, by: compiler).path)
            }
        } catch let error as GPUError {
            throw FarmError("\(error)")
        } catch let error as CocoaError {
            throw FarmError("\(cache.folder.path) cannot be written: \(error.localizedDescription)")
        }
    }
}
