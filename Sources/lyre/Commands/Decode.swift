import ArgumentParser
import Foundation
import PCMAudio
import SNAC

struct Decode: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decodes frames of codes to a WAV file, here and without a farm.",
        discussion: """
            The file of codes has one frame a line: seven integers t0...t6 from 0 to 4095. The \
            samples are the same for every --chunk, and the same as the farm's for the same seed.
            """)

    @Option(help: ArgumentHelp("The SNAC model.", valueName: "folder"))
    var model: String

    @OptionGroup var kernels: KernelOptions

    @Option(help: "The file of codes, or - for standard input.")
    var codes: String

    @Option(name: .shortAndLong, help: "The WAV file to write.")
    var output: String

    @Flag(help: "32-bit float samples instead of 16-bit ones.")
    var float = false

    @Option(help: "The seed of the vocoder's noise, or off.")
    var noise = "0"

    @Option(help: "Frames that are decoded in one go; all of them when left out.")
    var chunk: Int?

    func run() throws {
        let source: NoiseSource
        if noise == "off" {
            source = .off
        } else if let seed = UInt64(noise) {
            source = .seed(seed)
        } else {
            throw ValidationError("--noise is '\(noise)', but has to be off or a seed")
        }
        if let chunk, chunk < 1 { throw ValidationError("--chunk is \(chunk), but has to be at least 1") }
        let frames = try FrameLines.read(codes).map(SNACFrame.init)
        let model = try SNACModel(
            folder: URL(fileURLWithPath: model), kernels: try kernels.chosen())
        let decoder = try model.makeDecoder(noise: source)
        let file = try WAVWriter(at: URL(fileURLWithPath: output), format: float ? .float32 : .pcm16)
        for start in stride(from: 0, to: frames.count, by: chunk ?? frames.count) {
            let end = min(start + (chunk ?? frames.count), frames.count)
            try file.append(try decoder.push(Array(frames[start..<end])))
        }
        try file.append(decoder.finish())
        try file.finish()
    }
}
