/// What happened to one stream, and when: seconds from the start of the run.
package struct StreamTrace: Sendable {
    package struct Arrival: Sendable {
        package let time: Double
        package let samples: Int

        package init(time: Double, samples: Int) {
            self.time = time
            self.samples = samples
        }
    }

    package enum End: Sendable {
        case complete
        /// The decoder had no room for it.
        case refused
        /// It was given up, long after its last sample should have come.
        case unfinished
    }

    package let stream: Int
    /// When each unit was sent.
    package let sent: [Double]
    package let arrivals: [Arrival]
    package let end: End

    package init(stream: Int, sent: [Double], arrivals: [Arrival], end: End) {
        self.stream = stream
        self.sent = sent
        self.arrivals = arrivals
        self.end = end
    }

    package var samples: Int { arrivals.reduce(0) { $0 + $1.samples } }

    /// For each arrival the seconds since the unit was sent that made its last sample exact. What
    /// the end of the stream made exact is left out: nobody waits for codes then.
    package func added(unit: CodeUnit) -> [Double] {
        var samples = 0
        var result: [Double] = []
        for arrival in arrivals {
            samples += arrival.samples
            let index = unit.unit(forSamples: samples)
            if index < sent.count { result.append(arrival.time - sent[index]) }
        }
        return result
    }
}
