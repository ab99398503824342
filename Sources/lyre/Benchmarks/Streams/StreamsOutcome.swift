import Foundation

/// What the benchmark of streams tells: the figures of its last run, and those before it.
struct StreamsOutcome: Encodable {
    let report: StreamsReport
    /// What was asked for; nil for the fastest.
    let kernels: String?
    /// All runs of a search, in order; nil where there was none.
    let tries: [StreamsReport]?

    init(report: StreamsReport, kernels: String?, tries: [StreamsReport]? = nil) {
        self.report = report
        self.kernels = kernels
        self.tries = tries
    }

    /// The most streams that were held, of a search.
    private var found: Int? { tries.map { _ in report.isHeld ? report.streams : 0 } }

    private enum Keys: String, CodingKey {
        case kernels, tries, streamsHeld, isHeld = "held"
    }

    func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var values = encoder.container(keyedBy: Keys.self)
        try values.encode(report.isHeld, forKey: .isHeld)
        try values.encodeIfPresent(kernels, forKey: .kernels)
        try values.encodeIfPresent(found, forKey: .streamsHeld)
        try values.encodeIfPresent(tries, forKey: .tries)
    }

    var json: String {
        get throws {
            return try ReportJSON.text(self)
        }
    }

    var text: String {
        let heading = found.map { "\($0) streams are held\n" } ?? ""
        return heading + report.text
    }
}
