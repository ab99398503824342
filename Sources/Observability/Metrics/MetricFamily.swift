/// All series of one name.
struct MetricFamily {
    enum Kind: String { case counter, gauge, histogram }

    let name: String
    let kind: Kind
    var help: String?
    let buckets: Buckets
    var series: [LabelSet: any MetricSeries] = [:]

    func render(into text: inout String) {
        guard !series.isEmpty else { return }
        if let help { text += "# HELP \(name) \(MetricText.help(help))\n" }
        text += "# TYPE \(name) \(kind.rawValue)\n"
        for (labels, series) in series.sorted(by: { $0.key < $1.key }) {
            series.render(name: name, labels: labels, into: &text)
        }
    }
}

/// One name with one set of labels.
protocol MetricSeries: AnyObject, Sendable {
    func render(name: String, labels: LabelSet, into text: inout String)
}
