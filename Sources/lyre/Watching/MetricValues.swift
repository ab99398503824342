/// The values of Prometheus' text format, summed over all labels of a name.
struct MetricValues: Sendable {
    private var sums: [Substring: Double] = [:]

    init(_ text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let end = line.firstIndex(where: { $0 == "{" || $0 == " " }),
                let space = line.lastIndex(of: " "),
                let value = Double(line[line.index(after: space)...]), !value.isNaN
            else { continue }
            sums[line[..<end], default: 0] += value
        }
    }

    /// nil where there is none, or where it is no number.
    subscript(_ name: String) -> Double? { sums[name[...]] }
}
