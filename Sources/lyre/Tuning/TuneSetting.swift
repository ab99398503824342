import WireMessages

/// How tokens are drawn in a measurement; nil for the service's default.
package struct TuneSetting: Hashable, Sendable {
    package let temperature: Double?
    package let topP: Double?
    package let repetitionPenalty: Double?

    package init(
        temperature: Double? = nil, topP: Double? = nil, repetitionPenalty: Double? = nil
    ) {
        self.temperature = temperature
        self.topP = topP
        self.repetitionPenalty = repetitionPenalty
    }

    /// Each value of a list with each of the others; one of the defaults where all lists are empty.
    package static func all(
        temperatures: [Double], topPs: [Double], repetitionPenalties: [Double]
    ) -> [TuneSetting] {
        func values(_ list: [Double]) -> [Double?] { list.isEmpty ? [nil] : list }
        return values(temperatures).flatMap { temperature in
            values(topPs).flatMap { topP in
                values(repetitionPenalties).map {
                    TuneSetting(temperature: temperature, topP: topP, repetitionPenalty: $0)
                }
            }
        }
    }

    var sampling: SamplingOptions {
        SamplingOptions(temperature: temperature, topP: topP, repetitionPenalty: repetitionPenalty)
    }

    /// `temperature 0.6, penalty 1.1`; empty for the defaults.
    package var name: String {
        [("temperature", temperature), ("top p", topP), ("penalty", repetitionPenalty)]
            .compactMap { name, value in value.map { "\(name) \($0)" } }.joined(separator: ", ")
    }
}
