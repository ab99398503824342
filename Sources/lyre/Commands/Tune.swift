import ArgumentParser
import Foundation
import PCMAudio

struct Tune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures what a token service holds: steps through loads and parameters.",
        discussion: """
            A load is a number of streams at once: as soon as one has spoken its sentence, the \
            next begins. Loads double for as long as that gains tokens a second, or are those of \
            --loads. With lists of sampling parameters each is combined with each.

            a stream: tokens a second from its first frame on, the median; real time needs 82.03. \
            first frame: from the call. held: streams whose listeners waited at most --patience \
            milliseconds for the first frame, began to play --preroll milliseconds later, and \
            never waited again. cut: ended by the limit of tokens or by a loop.

              lyre tune tcp://127.0.0.1:7101 --picture tune.png
              lyre tune tcp://127.0.0.1:7101 --loads 8,12,16 --temperature 0.6,0.8 --json
            """)

    @Argument(help: "The token service, such as tcp://127.0.0.1:7101.")
    var endpoint: String

    @OptionGroup var keys: KeyOptions

    @Option(
        help: ArgumentHelp("Streams at once, one load after the other: 1,2,4.", valueName: "list"))
    var loads: NumberList<Int>?

    @Option(help: "The greatest load, where no --loads are given.")
    var most = 64

    @Option(help: "Seconds of each load.")
    var seconds = 20.0

    @Option(help: "Milliseconds that a listener waits for the first frame.")
    var patience = 1000.0

    @Option(help: "Milliseconds from a listener's first frame until it plays.")
    var preroll = 250.0

    @Option(help: ArgumentHelp("Temperatures to try.", valueName: "list"))
    var temperature: NumberList<Double>?

    @Option(help: ArgumentHelp("Values of top_p to try.", valueName: "list"))
    var topP: NumberList<Double>?

    @Option(help: ArgumentHelp("Repetition penalties to try.", valueName: "list"))
    var repetitionPenalty: NumberList<Double>?

    @Option(help: "Who speaks.")
    var voice = "tara"

    @Option(help: ArgumentHelp("A PNG file for the figures as lines.", valueName: "file"))
    var picture: String?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        let numbers = loads?.values ?? [most]
        guard !numbers.isEmpty, numbers.allSatisfy((1...4096).contains) else {
            throw ValidationError("loads are 1 to 4096 streams")
        }
        guard settings.count <= 8 else {
            throw ValidationError(
                "the parameters have \(settings.count) combinations; 8 are the most")
        }
        guard (1...3600).contains(seconds), [patience, preroll].allSatisfy((0...60_000).contains)
        else {
            throw ValidationError(
                "--seconds has to be 1 to 3600, --patience and --preroll 0 to 60000")
        }
    }

    func run() async throws {
        let settings = settings
        let patience = TunePatience(firstFrame: patience / 1000, preroll: preroll / 1000)
        let run = try await LoadRun(
            endpoint: endpoint, security: keys.security, seconds: seconds, patience: patience,
            voice: voice)
        var report = TuneReport(
            endpoint: endpoint, seconds: seconds, patience: patience, settings: settings)
        try await run.warmUp()
        for setting in settings {
            say((setting.name.isEmpty ? "" : "\(setting.name)\n") + TuneReport.columns)
            var steps = loads.map { LoadSteps($0.values) } ?? LoadSteps(upTo: most)
            while let streams = steps.next() {
                let load = await measure(streams, setting, by: run)
                report.add(load)
                say(TuneReport.row(load))
                steps.record(tokensPerSecond: load.tokensPerSecond)
            }
        }
        say(report.verdict)
        if json { print(try report.json) }
        if let picture {
            try AtomicFile.write(report.chart.png, to: URL(fileURLWithPath: picture))
            say("wrote \(picture)")
        }
    }

    private func measure(
        _ streams: Int, _ setting: TuneSetting, by run: LoadRun
    ) async -> LoadFigures {
        let bar = ProgressBar(isShown: ProgressBar.isWatched)
        let seconds = seconds
        defer { bar.clear() }
        return await run.measure(streams: streams, setting: setting) { passed in
            bar.show(
                passed / seconds,
                passed < seconds ? "\(streams) streams" : "\(streams) streams, the last sentences")
        }
    }

    private var settings: [TuneSetting] {
        TuneSetting.all(
            temperatures: temperature?.values ?? [], topPs: topP?.values ?? [],
            repetitionPenalties: repetitionPenalty?.values ?? [])
    }

    /// The table goes to standard output, each line as soon as it is known; beside JSON, it goes to
    /// standard error.
    private func say(_ line: String) {
        let handle = json ? FileHandle.standardError : FileHandle.standardOutput
        handle.write(Data((line + "\n").utf8))
    }
}

/// Numbers with commas between them.
struct NumberList<Number: LosslessStringConvertible & Sendable>: ExpressibleByArgument, Sendable {
    let values: [Number]

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        values = parts.compactMap { Number(String($0)) }
        guard values.count == parts.count else { return nil }
    }
}
