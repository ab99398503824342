import ArgumentParser
import Foundation

struct Top: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what the servers of a farm are doing.",
        discussion: """
            lead: sound that the listener with the least of it has left. rate: tokens a second, or \
            seconds of sound a second. Off this machine it wants an operator's key (see 'lyre keys').

              lyre top
              lyre top dns:text.farm:7100 dns:tokens.farm:7101 dns:decoder.farm:7102 \\
                  --server-key farm.pub --key me.key --sort lead
            """)

    @Argument(help: "Where servers are: addresses, static:, dns: and file: targets.")
    var targets = ["tcp://127.0.0.1:7100", "tcp://127.0.0.1:7101", "tcp://127.0.0.1:7102"]

    @OptionGroup var keys: KeyOptions

    @Option(
        help: """
            The order within a stage, the busiest or the worst first: \
            \(TopTable.Order.allCases.map(\.rawValue).joined(separator: ", ")).
            """)
    var sort: TopTable.Order = .endpoint

    @Option(help: "Seconds from one look to the next.")
    var interval = 2.0

    @Option(
        name: [.customShort("n"), .long],
        help: "How often to look; without end on a terminal, else once.")
    var count: Int?

    @Flag(help: "A JSON array of servers a line.")
    var json = false

    func validate() throws {
        guard (0.1...3600).contains(interval) else {
            throw ValidationError("the interval is 0.1 to 3600 seconds")
        }
        if let count, count < 1 { throw ValidationError("a count is 1 or more") }
    }

    func run() async throws {
        let watch = try FarmWatch(targets, security: keys.security)
        let isTerminal = isatty(STDOUT_FILENO) == 1 && !json
        let rounds = count ?? (isTerminal ? Int.max : 1)
        // Rates need a look before the first that is shown.
        _ = try await watch.look()
        for _ in 0..<rounds {
            try await Task.sleep(for: .seconds(interval))
            let table = TopTable(try await watch.look(), by: sort)
            print(try text(of: table, isTerminal: isTerminal), terminator: "")
            fflush(nil)
        }
    }

    private func text(of table: TopTable, isTerminal: Bool) throws -> String {
        guard json else {
            // The screen is drawn over and not cleared first, so that it does not flicker.
            return isTerminal
                ? "\u{1B}[H" + table.text.replacingOccurrences(of: "\n", with: "\u{1B}[K\n")
                    + "\u{1B}[J" : table.text
        }
        return try ReportJSON.text(table.rows, lines: false) + "\n"
    }
}

extension TopTable.Order: ExpressibleByArgument {}
