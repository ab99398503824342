import ArgumentParser
import Foundation

struct PlanFarm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "farm",
        abstract: "Plans how many of each service carry a number of streams.",
        discussion: """
            It starts a private farm, speaks for a while in real time, and reads what a stream costs \
            each service on this machine: run it on one like those that the farm will have, with \
            --snac for the codec that they will decode.

              lyre plan farm --streams 500 --snac snac_24khz --engine-streams 64 --check
            """)

    @Option(help: "Streams at once that the farm is to carry.")
    var streams: Int

    @Option(help: "Streams that one vLLM holds; 'lyre tune' measures it.")
    var engineStreams = 16

    @Option(help: "Processors of a decoder instance; those of this machine unless given.")
    var decoderCores = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Percent of its processors that an instance is to be kept at.")
    var load = 70.0

    @Option(help: "Streams at once while it is measured.")
    var measureStreams = 8

    @Option(help: "Seconds for which it is measured.")
    var seconds = 15.0

    @Flag(help: "Hold the costs against a load of twice as many streams.")
    var check = false

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: ArgumentHelp("A SNAC model folder instead of the demo voice's.", valueName: "folder"))
    var snac: String?

    func validate() throws {
        for (name, value) in [
            ("streams", streams), ("engine-streams", engineStreams),
            ("decoder-cores", decoderCores), ("measure-streams", measureStreams),
        ] where !(1...1_000_000).contains(value) {
            throw ValidationError("--\(name) is \(value), but has to be 1 to 1,000,000")
        }
        guard load >= 1, load <= 100 else {
            throw ValidationError("--load is \(load), but has to be 1 to 100 percent")
        }
        guard (1...3600).contains(seconds) else {
            throw ValidationError("--seconds is \(seconds), but has to be 1 to 3600")
        }
    }

    func run() async throws {
        let bar = ProgressBar(isShown: ProgressBar.isWatched)
        defer { bar.clear() }
        let farm = try await Farm.start(Farm.Options(model: snac, rate: FarmCostRun.rate))
        do {
            let run = FarmCostRun(farm, seconds: seconds)
            let measured = try await run.measure(streams: measureStreams) {
                bar.show($0, "measuring \(measureStreams) streams")
            }
            let costs = FarmCosts(
                streams: measureStreams, speechSeconds: measured.speech,
                services: [("text", 64, 1), ("tokens", 1024, 1), ("decoder", .max, decoderCores)]
                    .map { name, capacity, cores in
                        FarmCosts.Service(
                            name: name, coresPerStream: measured.coresPerStream[name] ?? 0,
                            coresPerInstance: Double(cores), capacity: capacity)
                    })
            var held: FarmPlanReport.Check?
            if check {
                let streams = 2 * measureStreams
                let further = try await run.measure(streams: streams) {
                    bar.show($0, "measuring \(streams) streams")
                }
                let cores = further.coresPerStream.values.reduce(0, +) * Double(streams)
                held = FarmPlanReport.Check(
                    streams: streams, foretoldCores: costs.cores(streams: streams),
                    measuredCores: cores)
            }
            await farm.stop()
            bar.clear()
            let plan = FarmPlan(
                costs, streams: streams, load: load / 100, engineStreams: engineStreams)
            let report = FarmPlanReport(costs: costs, plan: plan, check: held)
            print(json ? try ReportJSON.text(report) : report.text)
        } catch {
            await farm.stop()
            throw error
        }
    }
}
