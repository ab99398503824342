import ArgumentParser
import Foundation
import PCMAudio
import SNAC

struct Encode: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Encodes a WAV file to frames of codes, here and without a farm.",
        discussion: "Prints one frame a line: seven integers t0...t6. Any sample rate is converted.")

    @Option(help: ArgumentHelp("The SNAC model.", valueName: "folder"))
    var model: String

    @OptionGroup var kernels: KernelOptions

    @Argument(help: "The WAV file.")
    var input: String

    @Option(name: .shortAndLong, help: "A file for the codes instead of standard output.")
    var output: String?

    func run() throws {
        let wav = try WAVFile(contentsOf: URL(fileURLWithPath: input))
        let model = try SNACModel(
            folder: URL(fileURLWithPath: model), kernels: try kernels.chosen())
        let samples = wav.sampleRate == 24_000
            ? wav.samples : Resampler(from: wav.sampleRate, to: 24_000).apply(wav.samples)
        let text = FrameLines.text(model.encode(samples).flatMap(\.tokenOrder))
        if let output {
            try AtomicFile.write(Data(text.utf8), to: URL(fileURLWithPath: output))
        } else {
            FileHandle.standardOutput.write(Data(text.utf8))
        }
    }
}
