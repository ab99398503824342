/// How busy a server seems from here; what balancers compare.
struct Pressure: Sendable {
    var load = Load()
    /// Calls of this client at work there.
    var local: Int = 0
    /// Those of them that the last LOAD could not know of yet.
    var sinceLoad: Int = 0

    /// Share of the capacity in use, queue included. Without a capacity, the plain number of calls.
    var score: Double {
        let known = Double(load.active + load.queued) + Double(sinceLoad)
        let calls = max(known, Double(local))
        return load.capacity > 0 ? calls / Double(load.capacity) : calls
    }
}
