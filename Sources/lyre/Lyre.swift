import ArgumentParser
import LyreRPC

/// The command line of Lyre.
@main
struct Lyre: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lyre",
        abstract: "Speaks text, runs a farm on this machine, and looks into farms elsewhere.",
        discussion: """
            Without an endpoint, 'lyre speak' starts a private farm: the real services, with a demo \
            engine in the place of vLLM. Its voices are a demo, not Orpheus.

              lyre speak "Hello from Lyre." -o hello.wav --picture hello.png
              lyre speak --endpoint tcp://10.0.0.7:7100 --voice leo -o - < book.txt | aplay
              lyre up
              lyre call tcp://127.0.0.1:7100 Text/Prepare '{"text": "Dr. Who, 2 p.m."}'
            """,
        version: LyreVersion.current,
        subcommands: [
            Speak.self, Up.self, Decode.self, Encode.self, Normalize.self,
            Sentences.self, Call.self, HealthCheck.self, Voices.self,
            TokensCommand.self, Sessions.self, Top.self, Bench.self, Plan.self, Tune.self, Pull.self,
            Keys.self, CompileKernels.self,
        ])
}
