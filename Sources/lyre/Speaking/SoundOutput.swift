import ChildProcesses
import Foundation
import PCMAudio

/// Where samples go: a file, standard output, a player, or several of them.
final class SoundOutput {
    private let file: WAVWriter?
    private let stream: FileHandle?
    private let player: ChildProcess?
    private(set) var samples: [Float] = []
    private let format: WAVFormat
    private let keeps: Bool

    /// - Parameters:
    ///   - path: A file, `-` for standard output, nil for none.
    ///   - keeps: Keep all samples, for a picture.
    init(path: String?, plays: Bool, format: WAVFormat, keeps: Bool) async throws {
        self.format = format
        self.keeps = keeps
        let header = Data(WAVHeader.bytes(sampleRate: 24_000, format: format, sampleCount: nil))
        if path == "-" {
            file = nil
            stream = .standardOutput
            try stream?.write(contentsOf: header)
        } else {
            file = try path.map { try WAVWriter(at: URL(fileURLWithPath: $0), format: format) }
            stream = nil
        }
        player = plays ? try await Self.startPlayer() : nil
        try player?.input.write(contentsOf: header)
    }

    func append(_ new: [Float]) throws {
        if keeps { samples += new }
        try file?.append(new)
        guard stream != nil || player != nil else { return }
        let bytes = Data(format.bytes(new))
        try stream?.write(contentsOf: bytes)
        try player?.input.write(contentsOf: bytes)
    }

    func finish() async throws {
        try file?.finish()
        try player?.input.close()
        _ = await player?.waitUntilExit()
    }

    private static func startPlayer() async throws -> ChildProcess {
        let players = [["paplay", "/dev/stdin"], ["aplay", "-q", "-"], ["play", "-q", "-t", "wav", "-"],
            ["ffplay", "-loglevel", "error", "-nodisp", "-autoexit", "-"]]
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        for player in players {
            for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(player[0])") {
                return try await ChildProcess(
                    URL(fileURLWithPath: "\(folder)/\(player[0])"), Array(player.dropFirst()))
            }
        }
        throw FarmError("there is no player: install alsa-utils (aplay), sox (play) or ffmpeg (ffplay)")
    }
}
