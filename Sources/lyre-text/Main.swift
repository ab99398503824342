import ArgumentParser
import ServiceHost
import TextFrontend

/// Written text to speech, by a farm of token and decoder services.
@main
struct LyreText: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lyre-text",
        abstract: "Speaks text: Speech/Speak and Text/Prepare.",
        discussion: """
            It cuts text into prompts, has them turned into codes by token services and into samples \
            by decoder services. Both are given as targets: an address, a list \
            (static:tcp://a:7101,tcp://b:7101), a name with all of its addresses \
            (dns:tokens.farm:7101), or a file with an address a line, which is read again every \
            second (file:/etc/lyre/tokens). Every setting can also stand in the environment \
            (LYRE_TOKENS) or in the file of --config (tokens).
            """)

    @OptionGroup var host: HostOptions

    @Option(help: "Where token services are.")
    var tokens: String?

    @Option(help: "Where decoder services are.")
    var decoder: String?

    @Option(
        help: ArgumentHelp("The public key of the token services.", valueName: "file"))
    var tokensKey: String?

    @Option(
        help: ArgumentHelp("The public key of the decoder services.", valueName: "file"))
    var decoderKey: String?

    @Option(
        help: ArgumentHelp(
            "Lexicons, JSON or PLS, with commas between them; one language's as de=FILE.",
            valueName: "files"))
    var lexicons: String?

    func run() async throws {
        let settings = try await host.settings(
            with: [
                "tokens": tokens, "decoder": decoder, "tokens-key": tokensKey,
                "decoder-key": decoderKey, "lexicons": lexicons,
            ])
        let lexicons = try Lexicons(files: settings.string("lexicons", default: ""))
        let program = try ServiceProgram(
            name: "lyre-text", ports: (7100, 7110), settings: settings)
        program.describe(TextMetricNotes.all)
        let frontend = TextFrontend(
            tokens: try program.channel(
                "tokens", default: "tcp://127.0.0.1:7101", service: "Tokens"),
            decoder: try program.channel(
                "decoder", default: "tcp://127.0.0.1:7102", service: "Decoder"),
            lexicons: lexicons)
        program.beforeScrape { frontend.updateMetrics() }
        try await program.run(service: "Speech", capacity: 64) {
            frontend.register(in: &$0, admission: $1)
        }
    }
}
