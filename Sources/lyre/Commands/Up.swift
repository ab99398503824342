import ArgumentParser
import Foundation
import ServiceLifecycle

struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs a farm on this machine, in the foreground, until Control-C.")

    @Option(help: "Where the text frontend listens.")
    var listen = "tcp://127.0.0.1:7100"

    @OptionGroup var farm: FarmOptions

    func run() async throws {
        var options = farm.options
        options.listen = listen
        let farm = try await Farm.start(options)
        var lines = ["the farm is up; its text frontend listens on \(farm.endpoint)"]
        for process in farm.processes {
            let name = process.name.padding(toLength: 18, withPad: " ", startingAt: 0)
            lines.append("  \(name)\(process.handshake.endpoint)")
        }
        lines.append("try: lyre speak --endpoint \(farm.endpoint) \"Hello.\"")
        // Whoever reads this by a pipe wants it now, not when the farm ends.
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        _ = await UntilSignal.wait()
        await farm.stop()
    }
}
