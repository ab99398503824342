import ArgumentParser
import Foundation
import LyreRPC
import Orpheus
import WireMessages
import ZeroMQTransport

struct TokensCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract:
            "Has one prompt spoken, and prints its frames of codes as 'lyre decode' reads them.",
        discussion: """
            The text goes to the model as it is: nothing is normalized and nothing is cut. Without \
            --endpoint a private token service is started, which asks --vllm, or else a demo engine.

              lyre tokens "Hello there." --vllm http://127.0.0.1:8000 --model NAME > hello.codes
              lyre decode --model snac_24khz --codes hello.codes -o hello.wav
            """)

    @Argument(help: "The text.")
    var text: [String]

    @Option(name: .shortAndLong, help: "Who speaks; see 'lyre voices'.")
    var voice = Voice.standard.name

    @Option(help: "The same seed gives the same codes.")
    var seed: UInt64 = 0

    @Option(help: "The most tokens; a limit that follows from the text's length when left out.")
    var limit: UInt32 = 0

    @Option(help: "The token service to call, such as tcp://127.0.0.1:7101.")
    var endpoint: String?

    @OptionGroup var keys: KeyOptions

    @OptionGroup var farm: FarmOptions

    @Flag(name: .shortAndLong, help: "No summary.")
    var quiet = false

    func run() async throws {
        _ = try Voice(named: voice)
        let processes = endpoint == nil ? try await Farm.startTokens(farm.options) : []
        do {
            let at = endpoint ?? processes.last!.handshake.endpoint
            let end = try await generate(at: at)
            for process in processes.reversed() { await process.stop() }
            if !quiet, let end { tell(end) }
        } catch {
            for process in processes.reversed() { await process.stop() }
            throw error
        }
    }

    private func generate(at endpoint: String) async throws -> GenerateEnd? {
        let channel = try ZeroMQTransport(client: "lyre tokens")
            .channel(
                to: endpoint, service: "Tokens",
                security: self.endpoint == nil ? nil : keys.security)
        defer { channel.shutdown() }
        let request = GenerateRequest(
            voice: voice, text: text.joined(separator: " "), seed: seed, tokenLimit: limit)
        return try await channel.serverStream(Tokens.generate, request) { reader in
            while let reply = try await reader.next() {
                switch reply {
                case .frames(let frames):
                    FileHandle.standardOutput.write(Data(FrameLines.text(frames.codes).utf8))
                case .end(let end): return end
                }
            }
            return nil
        }
    }

    private func tell(_ end: GenerateEnd) {
        let how =
            switch end.reason {
            case .endOfSpeech: "to the end of speech"
            case .tokenLimit: "to the token limit"
            case .cutShort: "and stopped: it looped or fell silent"
            }
        let first = Double(end.firstTokenMicroseconds) / 1000
        var line = "\(end.tokens) tokens \(how), the first after "
        line += String(format: "%.0f ms", first)
        if end.droppedTokens > 0 { line += ", \(end.droppedTokens) that fitted nowhere" }
        if end.resumes > 0 { line += ", resumed \(end.resumes) times" }
        if end.rolls > 0 { line += ", begun again \(end.rolls) times" }
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
