import ArgumentParser
import Foundation

struct BenchStreams: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "streams",
        abstract: "Measures how many live streams a decoder holds, and what it adds.",
        discussion: """
            Each stream sends random codes at Orpheus' pace for speech in real time, 82.03 a \
            second, and has a listener who begins to play --preroll milliseconds after the first \
            samples have come and plays 24,000 samples a second. An underrun is a moment at which \
            the next sample to play has not come; the listener waits for it and goes on. The \
            starts of the streams are spread evenly over a frame of 85.33 ms.

            lead: sound that was left to play whenever more came. added: from the moment at which \
            the codes were sent that made a reply's last sample exact until the reply came. pacer \
            late: how much later than planned codes were sent.

            Without --endpoint a private lyre-decoder is started; what stands after -- is for it. \
            Without --model it has random weights of the public 24 kHz configuration, which are \
            as much work as trained ones. --find looks for the most streams in shorter runs, then \
            measures them for --seconds.

              lyre bench streams --streams 10
              lyre bench streams --find --json -- --capacity 100

            The exit status is 0 when no listener waited and no stream was refused, else 1.
            """)

    @Option(help: ArgumentHelp("The SNAC model of the private decoder.", valueName: "folder"))
    var model: String?

    @Option(help: "The decoder to call, such as tcp://127.0.0.1:7102.")
    var endpoint: String?

    @Option(help: "Streams at once; with --find, the first number to try.")
    var streams = 10

    @Option(help: "Seconds of audio of each stream.")
    var seconds = 60.0

    @Option(help: "Milliseconds from a listener's first samples until it plays.")
    var preroll = 250.0

    @Option(help: "What a message of codes holds: a frame, or half of one.")
    var unit = CodeUnit.frame

    @Flag(help: "Look for the most streams that are held.")
    var find = false

    @Option(help: "The private decoder's kernels: avx512, avx2 or portable.")
    var kernels: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(parsing: .postTerminator, help: "Further arguments of the private decoder.")
    var decoderArguments: [String] = []

    /// The most streams that one run may have.
    private static let mostStreams = 20_000

    func validate() throws {
        guard (1...Self.mostStreams).contains(streams) else {
            throw ValidationError("--streams is \(streams), but has to be 1 to \(Self.mostStreams)")
        }
        guard (0.1...3600).contains(seconds), (0...60_000).contains(preroll) else {
            throw ValidationError("--seconds has to be 0.1 to 3600, and --preroll 0 to 60000")
        }
        guard endpoint == nil || (model == nil && kernels == nil && decoderArguments.isEmpty) else {
            throw ValidationError(
                "--model, --kernels and arguments after -- are for a private decoder")
        }
    }

    func run() async throws {
        let decoder =
            endpoint == nil
            ? try await PluginProcess.decoder(
                model: model, kernels: kernels, arguments: decoderArguments) : nil
        let outcome: StreamsOutcome
        do {
            let benchmark = try await StreamsBenchmark(
                endpoint: endpoint ?? decoder!.handshake.endpoint, process: decoder?.identifier)
            outcome = find ? try await search(benchmark) : try await single(benchmark)
        } catch {
            await decoder?.stop()
            throw error
        }
        await decoder?.stop()
        print(json ? try outcome.json : outcome.text)
        if !outcome.report.isHeld { throw ExitCode(1) }
    }

    private func single(_ benchmark: StreamsBenchmark) async throws -> StreamsOutcome {
        say("\(streams) streams for \(seconds) s")
        return StreamsOutcome(
            report: try await measure(streams, seconds, benchmark), kernels: kernels)
    }

    /// Runs of a sixth of the time find the number; runs of the whole time confirm it, one stream
    /// less each time that one does not.
    private func search(_ benchmark: StreamsBenchmark) async throws -> StreamsOutcome {
        let probe = min(seconds, max(5, seconds / 6))
        var search = StreamSearch(first: streams, limit: Self.mostStreams)
        var tries: [StreamsReport] = []
        func attempt(_ streams: Int, _ seconds: Double) async throws -> StreamsReport {
            let report = try await measure(streams, seconds, benchmark)
            say(report.row)
            tries.append(report)
            return report
        }
        say("runs of \(probe) s\n" + StreamsReport.columns)
        while let next = search.next {
            search.record(held: try await attempt(next, probe).isHeld)
        }
        say("runs of \(seconds) s\n" + StreamsReport.columns)
        var report = try await attempt(max(search.held, 1), seconds)
        while !report.isHeld, report.streams > 1 {
            report = try await attempt(report.streams - 1, seconds)
        }
        return StreamsOutcome(report: report, kernels: kernels, tries: tries)
    }

    private func measure(
        _ streams: Int, _ seconds: Double, _ benchmark: StreamsBenchmark
    ) async throws -> StreamsReport {
        try await benchmark.measure(
            PacingPlan(streams: streams, seconds: seconds, unit: unit), preroll: preroll / 1000)
    }

    private func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

extension CodeUnit: ExpressibleByArgument {}
