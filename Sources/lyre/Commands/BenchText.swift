import ArgumentParser
import Foundation
import Orpheus
import SpeechText

struct BenchText: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text",
        abstract: "Measures how right and how fast written text is read.",
        discussion: """
            Accuracy needs --data: a folder with a subfolder a language (en, de, ...), which hold \
            tables with tabs: class, written, spoken. strict: exactly; lenient: but for case, marks \
            and white space; tolerant: but for ways to say the same. Speed is that of a whole text, \
            from bytes to prompts; the first call takes the tables of the language along.

              lyre bench text
              lyre bench text --data rows --misses
            """)

    @Option(help: ArgumentHelp("The folder of rows.", valueName: "folder"))
    var data: String?

    @Option(help: "Only the rows of this language.")
    var only: Voice.Language?

    @Option(
        help: ArgumentHelp(
            "Score another program's readings of the rows instead: a line each.", valueName: "file")
    )
    var readings: String?

    @Flag(help: "Print the rows that are read wrong.")
    var misses = false

    @Option(help: "Runs of each text; the median is told.")
    var runs = 2000

    @Flag(help: "Print JSON.")
    var json = false

    private struct Report: Codable {
        let firstCallMilliseconds: Double
        let speed: [TextBenchmark.Speed]
        let accuracy: [TextBenchmark.Accuracy]
    }

    func validate() throws {
        guard runs > 0 else { throw ValidationError("--runs has to be above 0") }
        guard readings == nil || data != nil && only != nil else {
            throw ValidationError("--readings needs --data and --only")
        }
    }

    func run() throws {
        let first = try ContinuousClock().measure {
            _ = try PromptCutter.prompts(for: TextBenchmark.sentence)
        }
        let speed = try [TextBenchmark.sentence, TextBenchmark.paragraph].map {
            try TextBenchmark.speed(of: $0, runs: runs)
        }
        var accuracy: [TextBenchmark.Accuracy] = []
        var sets = try data.map { try ReadingSet.all(in: URL(fileURLWithPath: $0)) } ?? []
        if let only { sets = sets.filter { $0.language == only } }
        var others = try readings.map {
            try String(contentsOfFile: $0, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)[...]
        }
        for set in sets {
            let given = try others.map { lines in
                guard lines.count >= set.rows.count else {
                    throw FarmError("there are fewer readings than rows")
                }
                return lines.prefix(set.rows.count).map(String.init)
            }
            others = others?.dropFirst(set.rows.count)
            let (figures, wrong) = try TextBenchmark.accuracy(of: set, readings: given)
            accuracy.append(figures)
            guard misses else { continue }
            for miss in wrong {
                print("\(miss.set)\t\(miss.row.written)\t\(miss.row.accepted[0])\t\(miss.reading)")
            }
        }
        let report = Report(
            firstCallMilliseconds: first / .milliseconds(1), speed: speed, accuracy: accuracy)
        print(json ? try Self.json(report) : Self.text(report))
    }

    private static func json(_ report: Report) throws -> String {
        return try ReportJSON.text(report)
    }

    private static func text(_ report: Report) -> String {
        var lines = [String(format: "first call  %.2f ms", report.firstCallMilliseconds)]
        for speed in report.speed {
            lines.append(
                String(
                    format: "%4d characters  p50 %.1f us", speed.characters,
                    speed.medianMicroseconds))
        }
        guard !report.accuracy.isEmpty else { return lines.joined(separator: "\n") }
        lines.append("")
        lines.append("language set                  rows  strict lenient tolerant, %")
        for row in report.accuracy + totals(report.accuracy) {
            let name = row.set.padding(toLength: 20, withPad: " ", startingAt: 0)
            let shares = [row.strict, row.lenient, row.tolerant].map {
                String(format: "%7.1f", 100 * Double($0) / Double(max(row.rows, 1)))
            }
            let count = String(format: "%5d", row.rows)
            lines.append("\(row.language)       \(name) \(count) " + shares.joined(separator: " "))
        }
        return lines.joined(separator: "\n")
    }

    /// Each language's sets together.
    private static func totals(_ rows: [TextBenchmark.Accuracy]) -> [TextBenchmark.Accuracy] {
        var sums: [String: TextBenchmark.Accuracy] = [:]
        for row in rows {
            var sum = sums[row.language] ?? .init(language: row.language, set: "all")
            sum.rows += row.rows
            sum.strict += row.strict
            sum.lenient += row.lenient
            sum.tolerant += row.tolerant
            sums[row.language] = sum
        }
        return sums.values.sorted { $0.language < $1.language }
    }
}
