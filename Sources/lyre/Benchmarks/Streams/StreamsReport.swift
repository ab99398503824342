/// The figures of one run; milliseconds where nothing else is said.
package struct StreamsReport: Codable, Sendable {
    package let streams: Int
    package let seconds: Double
    package let unit: String
    package let prerollMilliseconds: Double
    package let samples: Int
    package let refusedStreams: Int
    /// Given up before their last sample had come.
    package let unfinishedStreams: Int
    package let underruns: Int
    package let underrunStreams: Int
    package let worstLeadMilliseconds: Double?
    package let leadMillisecondsP1: Double?
    package let firstSampleMillisecondsP50: Double?
    package let firstSampleMillisecondsMax: Double?
    package let addedMillisecondsP50: Double?
    package let addedMillisecondsP95: Double?
    package let addedMillisecondsP99: Double?
    package let addedMillisecondsMax: Double?
    package let pacerLateMillisecondsP99: Double?
    package let pacerLateMillisecondsMax: Double?
    /// Nil where the decoder is no process of ours.
    package let decoderCpuSecondsPerAudioSecond: Double?
    /// Processor seconds of this process in a second of the run.
    package let clientCpuShare: Double

    /// Processor seconds and seconds of the clock that a run took.
    package struct Cost: Sendable {
        package let decoder: Double?
        package let client: Double
        package let wall: Double

        package init(decoder: Double?, client: Double, wall: Double) {
            self.decoder = decoder
            self.client = client
            self.wall = wall
        }
    }

    /// - Parameter preroll: Seconds.
    package init(plan: PacingPlan, preroll: Double, traces: [StreamTrace], cost: Cost) {
        let taken = traces.filter { $0.end != .refused }
        let listeners = taken.map { trace in
            var listener = Playback(preroll: preroll)
            for arrival in trace.arrivals { listener.receive(arrival.samples, at: arrival.time) }
            if trace.end == .unfinished { listener.giveUp() }
            return listener
        }
        let added = taken.map { $0.added(unit: plan.unit) }
        let leads = Percentiles(listeners.flatMap(\.leads))
        let first = Percentiles(added.compactMap(\.first))
        let all = Percentiles(added.flatMap(\.self))
        let late = Percentiles(
            taken.flatMap { trace in
                trace.sent.enumerated().map { $1 - plan.due($0, of: trace.stream) }
            })
        let audio = Double(taken.reduce(0) { $0 + $1.samples }) / PacingPlan.samplesPerSecond

        streams = plan.streams
        seconds = Self.rounded(plan.seconds)
        unit = plan.unit.rawValue
        prerollMilliseconds = Self.milliseconds(preroll)
        samples = taken.reduce(0) { $0 + $1.samples }
        refusedStreams = traces.count - taken.count
        unfinishedStreams = taken.count { $0.end == .unfinished }
        underruns = listeners.reduce(0) { $0 + $1.underruns }
        underrunStreams = listeners.count { $0.underruns > 0 }
        worstLeadMilliseconds = leads.least.map(Self.milliseconds)
        leadMillisecondsP1 = leads(0.01).map(Self.milliseconds)
        firstSampleMillisecondsP50 = first(0.5).map(Self.milliseconds)
        firstSampleMillisecondsMax = first.greatest.map(Self.milliseconds)
        addedMillisecondsP50 = all(0.5).map(Self.milliseconds)
        addedMillisecondsP95 = all(0.95).map(Self.milliseconds)
        addedMillisecondsP99 = all(0.99).map(Self.milliseconds)
        addedMillisecondsMax = all.greatest.map(Self.milliseconds)
        pacerLateMillisecondsP99 = late(0.99).map(Self.milliseconds)
        pacerLateMillisecondsMax = late.greatest.map(Self.milliseconds)
        decoderCpuSecondsPerAudioSecond =
            audio > 0 ? cost.decoder.map { Self.rounded($0 / audio, digits: 4) } : nil
        clientCpuShare = Self.rounded(cost.client / cost.wall, digits: 4)
    }

    /// Every stream was taken, and no listener waited.
    package var isHeld: Bool { underruns == 0 && refusedStreams == 0 && unfinishedStreams == 0 }

    private static func milliseconds(_ seconds: Double) -> Double { rounded(seconds * 1000) }

    private static func rounded(_ value: Double, digits: Int = 3) -> Double {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        return (value * scale).rounded() / scale
    }
}
