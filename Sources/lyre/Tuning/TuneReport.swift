import Foundation

/// All loads that an endpoint was measured under.
package struct TuneReport: Encodable, Sendable {
    package let endpoint: String
    /// Of a load.
    package let seconds: Double
    package let patienceMilliseconds: Double
    package let prerollMilliseconds: Double
    /// What a stream needs to be spoken in real time.
    package let realTimeTokensPerSecond: Double
    package let settings: [TuneSetting]
    package private(set) var loads: [LoadFigures] = []

    package init(
        endpoint: String, seconds: Double, patience: TunePatience, settings: [TuneSetting]
    ) {
        self.endpoint = endpoint
        self.seconds = seconds
        patienceMilliseconds = patience.firstFrame * 1000
        prerollMilliseconds = patience.preroll * 1000
        realTimeTokensPerSecond = (100 / PacingPlan.codeSeconds).rounded() / 100
        self.settings = settings
    }

    package mutating func add(_ load: LoadFigures) { loads.append(load) }

    /// The loads of one setting, in the order in which they were measured.
    package func loads(of setting: TuneSetting) -> [LoadFigures] {
        loads.filter {
            ($0.temperature, $0.topP, $0.repetitionPenalty)
                == (setting.temperature, setting.topP, setting.repetitionPenalty)
        }
    }

    /// The greatest load that was held; 0 where none was.
    package func streamsHeld(_ setting: TuneSetting) -> Int {
        loads(of: setting).filter(\.isHeld).map(\.streams).max() ?? 0
    }

    private enum Keys: String, CodingKey {
        case endpoint, seconds, patienceMilliseconds
        case prerollMilliseconds, realTimeTokensPerSecond, loads, streamsHeld
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Keys.self)
        try values.encode(endpoint, forKey: .endpoint)
        try values.encode(seconds, forKey: .seconds)
        try values.encode(patienceMilliseconds, forKey: .patienceMilliseconds)
        try values.encode(prerollMilliseconds, forKey: .prerollMilliseconds)
        try values.encode(realTimeTokensPerSecond, forKey: .realTimeTokensPerSecond)
        try values.encode(loads, forKey: .loads)
        try values.encode(settings.map(streamsHeld).max() ?? 0, forKey: .streamsHeld)
    }

    package var json: String {
        get throws {
            return try ReportJSON.text(self)
        }
    }
}
