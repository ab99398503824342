/// How busy a server seems from here; what balancers compare.
package struct Pressure: Sendable {
    /// False once no further calls can be opened there.
    package var isUsable = true
    package private(set) var load = Load()
    /// Calls of this client at work there.
    package private(set) var local = 0
    /// Those of them that the last LOAD could not know of yet.
    private var sinceLoad = 0
    /// Calls that the last LOAD counts, and that have ended since.
    private var endedSinceLoad = 0
    /// Calls that are to be opened here: those that come at once must not all choose alike.
    private var chosen = 0
    private var reports: UInt = 0

    package init() {}

    /// A call has chosen this server; ``open()`` or ``giveUp()`` follows.
    package mutating func choose() { chosen += 1 }

    /// A call that has chosen it is not opened.
    package mutating func giveUp() { chosen = max(0, chosen - 1) }

    /// A call is opened.
    /// - Returns: What its end has to bring back: how many LOADs had come.
    package mutating func open() -> UInt {
        giveUp()
        local += 1
        sinceLoad += 1
        return reports
    }

    /// A call has ended. A server that is idle at each of its reports sends no further one, so
    /// calls that came and went since must not count.
    package mutating func close(openedAt: UInt) {
        local -= 1
        if openedAt == reports { sinceLoad -= 1 } else { endedSinceLoad += 1 }
    }

    package mutating func report(_ load: Load) {
        self.load = load
        (sinceLoad, endedSinceLoad) = (0, 0)
        reports += 1
    }

    /// Calls at work there, and those that are about to be.
    private var calls: Int {
        let known = max(0, Int(load.active) - endedSinceLoad) + sinceLoad
        return max(known, local) + chosen
    }

    /// Whether another call is likely to be taken.
    package var hasRoom: Bool { load.capacity == 0 || calls < Int(load.capacity) }

    /// Share of the capacity in use. Without a capacity, the plain number of calls.
    ///
    /// What is queued there belongs to calls that are counted already, and is gone in a moment, while
    /// a call may last for minutes: it counts a quarter, so that only a long queue turns calls away.
    package var score: Double {
        let weight = Double(calls) + Double(load.queued) / 4
        return load.capacity > 0 ? weight / Double(load.capacity) : weight
    }
}
